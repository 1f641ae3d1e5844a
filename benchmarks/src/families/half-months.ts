/** Time in the families: half months counted from the first day. */
import { addHalfMonths, formatDay, parseDay } from "@placera/domain";

const FIRST_DAY = parseDay("2026-09-01") ?? 0;

/** The day so many half months after the first. */
export function dayText(halves: number): string {
  return formatDay(addHalfMonths(FIRST_DAY, halves));
}
