/** Units of small random problems that rest between doctors, or whose doctors overlap. */
import { type Day, formatDay, type ProblemFile } from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type UnitFile = ProblemFile["units"][number];
type LengthFile = NonNullable<UnitFile["rest"]>["length"];

/** The problem, in some cases with one or two such units. */
export function withContinuity(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): ProblemFile {
  if (!chance(draw, 14)) return problem;
  const resting = new Set([pick(draw, problem.units).id, pick(draw, problem.units).id]);
  const overlapping = chance(draw, 70) ? pick(draw, problem.units).id : undefined;
  const units = problem.units.map((unit) => ({
    ...unit,
    ...(resting.has(unit.id) ? { rest: drawRest(draw, problem) } : {}),
    ...(unit.id === overlapping ? { overlap: drawOverlap(draw, problem, boundaries) } : {}),
  }));
  const mode = { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } };
  return {
    ...problem,
    units,
    rules: [
      ...(problem.rules ?? []),
      ...(chance(draw, 55) ? [{ rule: "rest-between-doctors", mode: "must" as const }] : []),
      ...(chance(draw, 30) ? [{ rule: "overlap-of-doctors", mode }] : []),
    ],
  };
}

const drawRest = (draw: Draw, problem: ProblemFile): NonNullable<UnitFile["rest"]> => ({
  length: drawLength(draw, problem, 4),
  ...(chance(draw, 25) ? { doctors: 2 } : {}),
});

function drawOverlap(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): NonNullable<UnitFile["overlap"]> {
  const at = draw.int(0, boundaries.length - 2);
  const end = Math.min(boundaries.length - 1, at + draw.int(1, 3));
  const day = (boundary: number): string => formatDay(boundaries[boundary] ?? 0);
  return {
    length: drawLength(draw, problem, 2),
    ...(chance(draw, 85) ? { from: day(at), to: day(end) } : {}),
  };
}

/** So many periods at the most; in some cases a week on a coarser grid. */
function drawLength(draw: Draw, { calendar: { grid } }: ProblemFile, most: number): LengthFile {
  const periods = draw.int(1, most);
  if (grid === "week" || chance(draw, 25)) return { weeks: periods };
  return { months: grid === "month" ? periods : periods / 2 };
}
