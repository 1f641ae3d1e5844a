/** Absence at random that is not made up for, and sections that tolerate some of it or none. */
import { type Day, formatDay, type ProblemFile } from "@placera/domain";
import { adjust, mustOrPrefer, withRules } from "./random-problem-adjust.ts";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type DoctorFile = ProblemFile["doctors"][number];

export function withTolerance(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): ProblemFile {
  const doctors = problem.doctors.map((doctor): DoctorFile => {
    if (!chance(draw, 70)) return doctor;
    const from = boundaries[draw.int(0, boundaries.length - 2)] ?? 0;
    const to = Math.min(boundaries.at(-1) ?? 0, from + 7 * draw.int(1, 3) + draw.int(0, 2));
    const away = { from: formatDay(from), to: formatDay(to), tolerated: true };
    return { ...doctor, absences: [...(doctor.absences ?? []), away] };
  });
  const owed = problem.programmes.flatMap(({ requirements }) =>
    requirements.flatMap(({ sections }) => sections),
  );
  const limits = Array.from({ length: draw.int(1, 2) }, () => ({
    section: pick(draw, owed),
    weeks: pick(draw, [1, 2, 3, 0]),
  }));
  return withRules(
    { ...problem, doctors },
    adjust("tolerated-absence", mustOrPrefer(draw), { limits }),
  );
}
