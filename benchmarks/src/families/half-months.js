/** Time in the families: half months counted from the first day. */
import { addHalfMonths, formatDay, parseDay } from "@placera/domain";
const FIRST_DAY = parseDay("2026-09-01") ?? 0;
/** The day so many half months after the first. */
export function dayText(halves) {
    return formatDay(addHalfMonths(FIRST_DAY, halves));
}
//# sourceMappingURL=half-months.js.map