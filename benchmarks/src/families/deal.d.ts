/** Deals hidden rotations: legal, and spread so that no unit is fuller than it need be. */
import type { Random } from "../random.ts";
import { type Stay, type Unit } from "./unit.ts";
/** A requirement of a programme and the units that take it. */
export interface Block {
    readonly id: string;
    /** What it is credited to at those units. */
    readonly section: string;
    /** Length in half months; with a range each doctor's is drawn. */
    readonly halves: number | {
        readonly min: number;
        readonly max: number;
    };
    readonly units: readonly Unit[];
    readonly atBase?: boolean;
    /** Blocks of the same place are at the same unit. */
    readonly place?: string;
}
export interface Programme {
    readonly id: string;
    readonly track: "AT" | "BT";
    readonly name: string;
    readonly blocks: readonly Block[];
    /** Of the whole, in half months. */
    readonly length: number;
    /** Section that comes last for three doctors in four. */
    readonly last?: string;
}
/** What is done at a stay. */
export interface Service extends Stay {
    readonly block: Block;
}
/** May a drawn rotation be dealt? */
export type Admits = (services: readonly Service[]) => boolean;
/** Deals one doctor a hidden rotation, and enters it at the units. */
export declare function deal(random: Random, start: number, programme: Programme, admits?: Admits): readonly Service[];
//# sourceMappingURL=deal.d.ts.map