/** Service done before the plan, at random: credit for some stays, and doctors already under way. */
import {
  addHalfMonths,
  type Day,
  formatDay,
  type ProblemFile,
  parseProblem,
} from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type DoctorFile = ProblemFile["doctors"][number];
type RequirementFile = ProblemFile["programmes"][number]["requirements"][number];

/** The problem, in some of the cases with a doctor who has done something before. */
export function withEarlierService(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): ProblemFile {
  if (!chance(draw, 20)) return problem;
  const intakes = new Map(problem.intakes?.map((intake) => [intake.id, intake.programme]));
  const doctors = problem.doctors.map((doctor) => {
    if (!chance(draw, 60)) return doctor;
    const id = doctor.programme ?? intakes.get(doctor.intake ?? "");
    const owed = problem.programmes.find((each) => each.id === id)?.requirements ?? [];
    const requirement = pick(draw, owed);
    return chance(draw, 40)
      ? { ...doctor, credit: [drawCredit(draw, requirement)] }
      : underWay(draw, doctor, requirement, problem, boundaries);
  });
  const drawn = { ...problem, doctors };
  // Somebody may have done everything, or have a stay fixed that is done: then nobody has.
  return parseProblem(drawn).ok ? drawn : problem;
}

/** About half of a stay, or a little. */
function drawCredit(draw: Draw, { id, sections, length }: RequirementFile) {
  const shortest = "min" in length ? length.min : length;
  const part = pick(draw, [1 / 2, 1 / 4, 1]);
  return {
    ...(chance(draw, 50) ? { requirement: id } : { section: pick(draw, sections) }),
    length:
      "weeks" in shortest
        ? { weeks: Math.max(1, Math.round(shortest.weeks * part)) }
        : { months: Math.max(0.5, Math.round(shortest.months * part * 2) / 2) },
  };
}

/** A doctor who has been somewhere until a day early in the calendar, or just before it. */
function underWay(
  draw: Draw,
  { start: _start, ...doctor }: DoctorFile,
  requirement: RequirementFile,
  { units, calendar: { grid } }: ProblemFile,
  boundaries: readonly Day[],
): DoctorFile {
  const possible = units.filter(({ sections }) =>
    sections.some((each) => requirement.sections.includes(each)),
  );
  const to = boundaries[draw.int(0, 2)] ?? 0;
  const periods = draw.int(1, 2);
  const from =
    grid === "week"
      ? to - 7 * periods
      : addHalfMonths(to, grid === "month" ? -2 * periods : -periods);
  const later = boundaries[draw.int(0, 3)] ?? 0;
  return {
    ...doctor,
    // Most go on at once, some after a while.
    ...(chance(draw, 20) && later >= to ? { start: formatDay(later) } : {}),
    history: [
      {
        requirement: requirement.id,
        unit: pick(draw, possible).id,
        from: formatDay(from),
        to: formatDay(to),
      },
    ],
  };
}
