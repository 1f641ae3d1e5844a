/**
 * AT in regions of hospitals: each doctor belongs to one and does everything there but primary
 * care. That is either for all of the region, or each hospital has its own, of which the last two
 * units take the next hospital's doctors as well, so that a region's hospitals are a chain.
 */
import type { Random } from "../random.ts";
import { type Admits } from "./deal.ts";
import type { Draft } from "./write-instance.ts";
export interface Hospitals {
    readonly name: string;
    /** Doctors by region. */
    readonly regions: readonly number[];
    readonly random: Random;
    readonly primaryCare: PrimaryCare;
    readonly admits?: Admits;
}
/** Whose doctors a hospital's primary care takes besides its own. */
export type PrimaryCare = "next-hospital" | "whole-region";
export declare function draftHospitals(asked: Hospitals): Draft;
/** So many doctors over regions of 90 to 150 each; fewer than 180 are one region. */
export declare function drawRegions(random: Random, doctors: number): number[];
//# sourceMappingURL=hospitals.d.ts.map