/** Seats as the formulations see them: the fewest on any day of each period. */
import { type Calendar, fewestSeats, type SeatStep } from "@placera/domain";

/** By period; Infinity is no limit. */
export function seatsByPeriod(steps: readonly SeatStep[], calendar: Calendar): number[] {
  return Array.from({ length: calendar.periods }, (_, t) => {
    const from = calendar.boundaries[t] ?? 0;
    const to = calendar.boundaries[t + 1] ?? 0;
    return fewestSeats(steps, { from, to }) ?? Number.POSITIVE_INFINITY;
  });
}
