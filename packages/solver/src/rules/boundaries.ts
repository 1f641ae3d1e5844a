/** Days as boundaries of the grid. */
import { addDuration, type Calendar, type Day, type Duration } from "@placera/domain";

/** The first boundary on the day or after it; one past the last where none is. */
export function boundaryFrom({ boundaries }: Calendar, day: Day): number {
  const at = boundaries.findIndex((each) => each >= day);
  return at < 0 ? boundaries.length : at;
}

/** By boundary: the first period that begins the length after it or later; `periods` where none does. */
export function periodsAfter(calendar: Calendar, length: Duration): number[] {
  return calendar.boundaries.map((day) =>
    Math.min(calendar.periods, boundaryFrom(calendar, addDuration(day, length))),
  );
}
