import { dayText } from "./half-months.js";
import { peakOf } from "./unit.js";
/** Always as many as are there at the busiest time. */
export const tightSeats = peakOf;
/** The peak, half of it more, and one. */
export const looseSeats = (unit) => peakOf(unit) + 1 + Math.floor(peakOf(unit) / 2);
export const looseByOne = (unit) => peakOf(unit) + 1;
/** Half months in a quarter, and one quarter in so many that has a seat to spare. */
export const QUARTER = 6;
const SPARE_ONE_IN = 10;
/** At each time as many as are there, but for a spare seat in one quarter in ten. */
export const noSlackSeats = ({ present }, random) => {
    const spare = Array.from({ length: Math.ceil(present.length / QUARTER) }, () => Number(random.int(1, SPARE_ONE_IN) === 1));
    return steps(Array.from(present, (load, t) => load + (spare[Math.floor(t / QUARTER)] ?? 0)));
};
/** Seats by half month, written as the changes. */
export function steps(seats) {
    return seats.flatMap((each, t) => t > 0 && each === seats[t - 1] ? [] : [{ from: dayText(t), seats: each }]);
}
//# sourceMappingURL=seats.js.map