import { type Size } from "./at.ts";
import { type Seating } from "./seats.ts";
import type { Draft } from "./write-instance.ts";
/** Psychiatry and primary care are what there is too little of; other units have one seat to spare. */
export declare const countrySeats: Seating;
export declare function draftCountry({ name, doctors, random }: Size): Draft;
//# sourceMappingURL=country.d.ts.map