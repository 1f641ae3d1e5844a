/** Seats, and doctors wanted, over time: as steps, each of which holds from its day until the next. */
import type { Day, Span } from "./calendar.ts";

/** Seats from a day until the next step; null is no limit. The first step is at the horizon's start. */
export interface SeatStep {
  readonly from: Day;
  readonly seats: number | null;
}

/** Doctors wanted from a day until the next step. */
export interface StaffStep {
  readonly from: Day;
  readonly doctors: number;
}

/** Seats on a day; null is no limit. */
export function seatsOn(steps: readonly SeatStep[], day: Day): number | null {
  let seats: number | null = steps[0]?.seats ?? null;
  for (const step of steps) if (step.from <= day) seats = step.seats;
  return seats;
}

/** The fewest seats on any day of the span; null is no limit throughout. */
export function fewestSeats(steps: readonly SeatStep[], span: Span): number | null {
  let fewest = seatsOn(steps, span.from);
  for (const { from, seats } of steps) {
    if (from <= span.from || from >= span.to || seats === null) continue;
    fewest = fewest === null ? seats : Math.min(fewest, seats);
  }
  return fewest;
}

/** The most doctors wanted on any day of the span. */
export function mostStaff(steps: readonly StaffStep[], span: Span): number {
  let most = 0;
  steps.forEach(({ from, doctors }, at) => {
    const to = steps[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (from < span.to && span.from < to) most = Math.max(most, doctors);
  });
  return most;
}
