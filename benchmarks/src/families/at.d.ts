/** AT in one region whose units are open to all its doctors. */
import { seededRandom } from "../random.ts";
import { type Admits } from "./deal.ts";
import type { Draft } from "./write-instance.ts";
/** Eighteen months of AT; `units` is how many places there are for every thirty doctors. */
export declare const AT_BLOCKS: readonly [{
    readonly id: "kirurgi";
    readonly section: "surgery";
    readonly halves: 6;
    readonly units: 2;
}, {
    readonly id: "ortopedi";
    readonly section: "surgery";
    readonly halves: 3;
    readonly units: 1;
}, {
    readonly id: "medicin";
    readonly section: "medicine";
    readonly halves: 6;
    readonly units: 3;
}, {
    readonly id: "akut";
    readonly section: "medicine";
    readonly halves: 3;
    readonly units: 1;
}, {
    readonly id: "psykiatri";
    readonly section: "psychiatry";
    readonly halves: 6;
    readonly units: 1;
}, {
    readonly id: "primarvard";
    readonly section: "primary-care";
    readonly halves: 12;
    readonly units: 8;
}];
/** Half months from one intake to the next, in all, and in AT. */
export declare const INTAKE_EVERY = 12;
export declare const INTAKES = 4;
export declare const AT_LENGTH = 36;
export declare const AT_PERIODS: number;
/** How many units there are for so many doctors, where every thirty have `perThirty`. */
export declare function unitCount(perThirty: number, doctors: number): number;
/** The random choices of one problem. */
export declare const randomOf: (doctors: number, seed: number) => import("../random.ts").Random;
export interface Size {
    readonly name: string;
    readonly doctors: number;
    readonly random: ReturnType<typeof seededRandom>;
}
/** Four intakes, half-month grid. `admits` may ask more of hidden rotations than the rules do. */
export declare function draftAt({ name, doctors, random }: Size, admits?: Admits): Draft;
//# sourceMappingURL=at.d.ts.map