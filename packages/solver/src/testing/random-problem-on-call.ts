/** On-call lines over one to three units, with a few doctors at the most or at the least, or both. */
import { type Day, formatDay, type ProblemFile } from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type LineFile = NonNullable<ProblemFile["onCallLines"]>[number];

/** The problem with on-call lines; as a rule without. */
export function withOnCallLines(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): ProblemFile {
  if (!chance(draw, 15)) return problem;
  const lines = Array.from({ length: draw.int(1, 2) }, (_, at) =>
    drawLine(draw, `line-${at + 1}`, problem, boundaries),
  );
  const modes = (["on-call-most", "on-call-least"] as const).flatMap((rule) =>
    chance(draw, 50)
      ? [{ rule, mode: { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } } }]
      : [],
  );
  return { ...problem, onCallLines: lines, rules: [...(problem.rules ?? []), ...modes] };
}

function drawLine(
  draw: Draw,
  id: string,
  { units, sites }: ProblemFile,
  boundaries: readonly Day[],
): LineFile {
  const some = units.filter(() => chance(draw, 60)).slice(0, 3);
  const own = some.length === 0 ? [pick(draw, units)] : some;
  const heavier = chance(draw, 40);
  const times = heavier ? 2 : 1;
  const most = (): number | null => pick(draw, [times, times, times + 1, 2 * times, null, 0]);
  const day = (at: number): string => formatDay(boundaries[at] ?? 0);
  const turn = draw.int(1, boundaries.length - 2);
  const end = draw.int(turn, boundaries.length - 2);
  const wanted = pick(draw, [times, times, times + 1]);
  return {
    id,
    name: `On-call ${id}`,
    units: chance(draw, 15)
      ? {
          section: pick(draw, own[0]?.sections ?? ["medicine"]),
          site: own[0]?.site ?? sites[0]?.id ?? "",
        }
      : own.map((unit) => unit.id),
    ...(heavier ? { counts: { AT: pick(draw, [2, 2, 0]), BT: pick(draw, [3, 2, 1]) } } : {}),
    most: chance(draw, 30)
      ? [
          { from: day(0), seats: most() },
          { from: formatDay((boundaries[turn] ?? 0) + pick(draw, [0, 0, 3])), seats: most() },
        ]
      : most(),
    ...(chance(draw, 60)
      ? {
          // For some periods, or from the first one on.
          least: [
            { from: day(0), doctors: chance(draw, 30) ? wanted : 0 },
            { from: day(turn), doctors: wanted },
            { from: day(end + 1), doctors: 0 },
          ],
        }
      : {}),
  };
}
