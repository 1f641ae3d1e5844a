/** Units of a family, with who is there in the hidden plan. */
export interface Unit {
    readonly id: string;
    readonly site: string;
    readonly sections: readonly string[];
    /** Doctors there by half month, in the hidden plan. */
    readonly present: Int32Array;
}
/** A stay in the hidden plan, in half months from the first day. */
export interface Stay {
    readonly unit: Unit;
    readonly from: number;
    readonly to: number;
}
export declare function makeUnit(id: string, site: string, sections: readonly string[], periods: number): Unit;
/** The most doctors a unit has at once. */
export declare function peakOf({ present }: Unit): number;
export declare function enter({ unit: { present }, from, to }: Stay): void;
/** How much a stay adds where many are already; a new peak weighs more than anything else. */
export declare function crowding({ unit, from, to }: Stay): number;
//# sourceMappingURL=unit.d.ts.map