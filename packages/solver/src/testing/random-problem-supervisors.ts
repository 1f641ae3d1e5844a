/** Supervisors of small random problems: few, some who may not, some who come, go or are away for a while. */
import { type Day, formatDay, type ProblemFile } from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type SupervisorFile = NonNullable<ProblemFile["supervisors"]>[number];

/** The problem, in some cases with supervisors named at one or two of its units. */
export function withSupervisors(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): ProblemFile {
  if (!chance(draw, 20)) return problem;
  const supervised = new Set([pick(draw, problem.units).id, pick(draw, problem.units).id]);
  const supervisors = [...supervised].flatMap((unit) =>
    Array.from({ length: draw.int(1, 3) }, (_, at) => drawSupervisor(draw, unit, at, boundaries)),
  );
  const units = problem.units.map((unit) =>
    supervised.has(unit.id) && chance(draw, 20)
      ? { ...unit, interprofessional: pick(draw, [20, 50]) }
      : unit,
  );
  const rules = [
    ...(problem.rules ?? []),
    ...(chance(draw, 45)
      ? [
          {
            rule: "supervision-capacity",
            params: {
              load: { AT: 1, BT: pick(draw, [1, 1.3, 2]) },
              slots: { ordinary: 1, gaffel: draw.int(1, 3) },
              ...(chance(draw, 60) ? { first: drawFirst(draw, problem) } : {}),
            },
          },
        ]
      : []),
    ...drawMode(draw),
  ];
  return { ...problem, units, rules, supervisors };
}

/** More for some time at first, which may be longer than some placements. */
function drawFirst(draw: Draw, { calendar: { grid } }: ProblemFile) {
  const periods = draw.int(1, 3);
  const length =
    grid === "week" || chance(draw, 25)
      ? { weeks: periods }
      : { months: grid === "month" ? periods : periods / 2 };
  return { length, more: { AT: pick(draw, [0.5, 1, 0]), BT: pick(draw, [0.5, 1, 0.2]) } };
}

/** Told in some cases; more often their room is a limit of the plan. */
function drawMode(draw: Draw): NonNullable<ProblemFile["rules"]> {
  const rule = "supervision-capacity";
  if (chance(draw, 35)) return [{ rule, mode: "must" }];
  if (chance(draw, 8)) return [{ rule, mode: "off" }];
  if (!chance(draw, 50)) return [];
  return [{ rule, mode: { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } } }];
}

function drawSupervisor(
  draw: Draw,
  unit: string,
  at: number,
  boundaries: readonly Day[],
): SupervisorFile {
  const day = (least: number): Day =>
    (boundaries[draw.int(least, boundaries.length - 2)] ?? 0) + pick(draw, [0, 0, 3]);
  const span = (): { from: string; to: string } => {
    const from = day(0);
    return { from: formatDay(from), to: formatDay(from + pick(draw, [5, 14, 40])) };
  };
  return {
    id: `${unit}-h${at + 1}`,
    unit,
    role: pick(draw, ["specialist", "specialist", "st-doctor"]),
    ...(chance(draw, 60) ? { course: true } : {}),
    ...(chance(draw, 25) ? { percentage: 50 } : {}),
    ...(chance(draw, 20) ? { from: formatDay(day(1)) } : {}),
    ...(chance(draw, 35) ? { leave: [span()] } : {}),
    ...(chance(draw, 30) ? { form: "gaffel" } : {}),
    ...(chance(draw, 15) ? { slots: pick(draw, [0, 1.5, 2]) } : {}),
    ...(chance(draw, 50) ? { main: draw.int(1, 2) } : {}),
  };
}
