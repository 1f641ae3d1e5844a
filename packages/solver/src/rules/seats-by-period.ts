/** Seats and staff by period: the fewest seats, and the most doctors wanted, on any of its days. */
import {
  type Calendar,
  fewestSeats,
  mostStaff,
  type SeatStep,
  type StaffStep,
} from "@placera/domain";

const known = new WeakMap<readonly SeatStep[], { calendar: Calendar; seats: readonly number[] }>();

/** By period; Infinity is no limit. Parts of a problem share their units' steps: they are counted once. */
export function seatsByPeriod(steps: readonly SeatStep[], calendar: Calendar): readonly number[] {
  const last = known.get(steps);
  if (last?.calendar === calendar) return last.seats;
  const seats = count(steps, calendar);
  known.set(steps, { calendar, seats });
  return seats;
}

function count(steps: readonly SeatStep[], calendar: Calendar): number[] {
  const [first] = steps;
  // The first step counts from the horizon's start on.
  if (first !== undefined && steps.length === 1) {
    return new Array<number>(calendar.periods).fill(first.seats ?? Number.POSITIVE_INFINITY);
  }
  return Array.from({ length: calendar.periods }, (_, t) => {
    const from = calendar.boundaries[t] ?? 0;
    const to = calendar.boundaries[t + 1] ?? 0;
    return fewestSeats(steps, { from, to }) ?? Number.POSITIVE_INFINITY;
  });
}

export function staffByPeriod(
  steps: readonly StaffStep[],
  { boundaries, periods }: Calendar,
): number[] {
  return Array.from({ length: periods }, (_, t) =>
    mostStaff(steps, { from: boundaries[t] ?? 0, to: boundaries[t + 1] ?? 0 }),
  );
}
