/** What a peer with times and places chose → Plan. */
import type { Plan, Problem, Rotation } from "@placera/domain";

/** By doctor: null is unplaced; stays in the order of the programme's requirements. */
export type RotationsAnswer = readonly ({
  readonly start: number;
  readonly stays: readonly (readonly [unit: number, section: string, from: number, to: number])[];
} | null)[];

export function planOfRotations(problem: Problem, answer: RotationsAnswer): Plan {
  const { boundaries } = problem.calendar;
  const day = (t: number): number => boundaries[t] ?? Number.NaN;
  return {
    rotations: problem.doctors.flatMap((doctor, at): Rotation[] => {
      const chosen = answer[at];
      if (chosen === null || chosen === undefined) return [];
      const programme = problem.programmes.find(({ id }) => id === doctor.programme);
      const placements = chosen.stays
        .map(([unit, section, from, to], k) => ({
          requirement: programme?.requirements[k]?.id ?? "",
          unit: problem.units[unit]?.id ?? "",
          section,
          from: day(from),
          to: day(to),
        }))
        .sort((a, b) => a.from - b.from);
      return [{ doctor: doctor.id, start: day(chosen.start), placements }];
    }),
  };
}
