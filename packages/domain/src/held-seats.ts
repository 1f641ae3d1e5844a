/** Seats that are taken before anything is planned: where doctors under way were to be, by their history. */
import type { Day, Span } from "./calendar.ts";
import type { HeldSeat } from "./unit.ts";

/** A number from a day until the next step. */
interface Step {
  readonly from: Day;
}

/** Seats beside those held; a unit that holds more than it has offers none. */
export function seatsBeside<S extends Step & { readonly seats: number | null }>(
  steps: readonly S[],
  held: readonly Span[],
): { readonly from: Day; readonly seats: number | null }[] {
  return beside(steps, held, ({ seats }, taken) => ({
    seats: seats === null ? null : Math.max(0, seats - taken),
  }));
}

/** Doctors wanted beside those who are there. */
export function staffBeside<S extends Step & { readonly doctors: number }>(
  steps: readonly S[],
  held: readonly HeldSeat[],
): { readonly from: Day; readonly doctors: number }[] {
  return beside(steps, held, ({ doctors }, taken) => ({ doctors: Math.max(0, doctors - taken) }));
}

/** The steps, with one more wherever somebody comes or goes. */
function beside<S extends Step, T>(
  steps: readonly S[],
  held: readonly Span[],
  left: (step: S, taken: number) => T,
): (T & Step)[] {
  const [first] = steps;
  if (first === undefined) return [];
  const turns = new Set(steps.map(({ from }) => from));
  for (const { from, to } of held) {
    for (const day of [from, to]) if (day > first.from) turns.add(day);
  }
  return [...turns]
    .sort((a, b) => a - b)
    .map((day) => {
      const step = steps.findLast(({ from }) => from <= day) ?? first;
      const taken = held.filter(({ from, to }) => from <= day && day < to).length;
      return { from: day, ...left(step, taken) };
    });
}
