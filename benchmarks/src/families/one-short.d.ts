/**
 * One psychiatry seat too few, or exactly enough. In these hidden plans psychiatry begins with a
 * quarter, so that each quarter has all its seats taken from its first day to its last. Psychiatry
 * lasts a quarter: wherever in her time a doctor has it, she is there on exactly one of the days
 * that end the quarters. With one seat taken out of one quarter, those days have one seat fewer
 * than there are doctors.
 */
import type { Random } from "../random.ts";
import type { Admits } from "./deal.ts";
import { type Seating } from "./seats.ts";
import type { Draft, Instance } from "./write-instance.ts";
/** Hidden plans in which psychiatry begins with a quarter. */
export declare const admitsQuarters: Admits;
/** Psychiatry has what the hidden plan takes and nothing to spare; other units their peak. */
export declare const seatsByQuarter: Seating;
/** The same with one seat fewer in one quarter, and without the doctor who had it. */
export declare function takeOneSeat(instance: Instance, draft: Draft, random: Random): Instance;
//# sourceMappingURL=one-short.d.ts.map