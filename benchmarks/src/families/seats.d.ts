/** How many seats a unit has, from those the hidden plan needs. */
import type { ProblemFile } from "@placera/domain";
import type { Random } from "../random.ts";
import { type Unit } from "./unit.ts";
export type SeatsFile = ProblemFile["units"][number]["seats"];
export type Seating = (unit: Unit, random: Random) => SeatsFile;
/** Always as many as are there at the busiest time. */
export declare const tightSeats: Seating;
/** The peak, half of it more, and one. */
export declare const looseSeats: Seating;
export declare const looseByOne: Seating;
/** Half months in a quarter, and one quarter in so many that has a seat to spare. */
export declare const QUARTER = 6;
/** At each time as many as are there, but for a spare seat in one quarter in ten. */
export declare const noSlackSeats: Seating;
/** Seats by half month, written as the changes. */
export declare function steps(seats: readonly number[]): SeatsFile;
//# sourceMappingURL=seats.d.ts.map