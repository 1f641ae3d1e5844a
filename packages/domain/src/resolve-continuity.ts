/** Rest or overlap of placements at units, with what doctors' histories leave there (D31). */
import { addDuration, type Day, parseDay, type Span } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { PastStay, Unit } from "./unit.ts";

export function withContinuity(
  units: readonly Unit[],
  input: ProblemInput["units"],
  doctors: readonly Doctor[],
  calendar: Span,
): readonly Unit[] {
  if (input.every(({ rest, overlap }) => (rest ?? overlap) === undefined)) return units;
  return units.map((unit, at) => {
    const { rest, overlap } = input[at] ?? {};
    const past = (rest ?? overlap) === undefined ? [] : pastStays(unit, doctors);
    return {
      ...unit,
      rest: rest && { ...rest, past },
      overlap: overlap && {
        length: overlap.length,
        // Before that nobody can have been there long enough.
        from: dayOf(overlap.from) ?? addDuration(calendar.from, overlap.length),
        to: dayOf(overlap.to) ?? calendar.to,
        past,
      },
    };
  });
}

const dayOf = (text: string | undefined): Day | undefined =>
  text === undefined ? undefined : parseDay(text);

/** What of doctors' histories was at the unit; it goes on where the stay is not done. */
function pastStays({ id }: Unit, doctors: readonly Doctor[]): PastStay[] {
  return doctors.flatMap(({ history, remaining }) =>
    history
      .filter(({ unit }) => unit === id)
      .map(({ requirement, from, to }) => ({
        from,
        to,
        goesOn: remaining?.requirements.some((left) => left.id === requirement) === true,
      })),
  );
}
