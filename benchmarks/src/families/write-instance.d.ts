/** From a hidden plan and its units to a problem file. */
import { type Plan, type ProblemFile } from "@placera/domain";
import type { Random } from "../random.ts";
import type { Programme, Service } from "./deal.ts";
import type { Seating } from "./seats.ts";
import type { Unit } from "./unit.ts";
import type { Wishing } from "./wishes.ts";
export interface Instance {
    readonly file: ProblemFile;
    /** Everyone's rotation, as the seats were dealt out by. Its value is no better than the optimum. */
    readonly hidden: Plan;
    /** How many must be left out, as the seats were dealt: no plan leaves out fewer. */
    readonly short: number;
}
/** A doctor with her rotation in the hidden plan. */
export interface Dealt {
    readonly id: string;
    readonly region: string;
    readonly programme: Programme;
    /** Half months from the first day. */
    readonly start: number;
    readonly baseSite?: string;
    readonly stays: readonly Service[];
}
/** Everything in a family's problem but seats and wishes. */
export interface Draft {
    readonly name: string;
    readonly periods: number;
    readonly regions: readonly {
        readonly id: string;
        readonly name: string;
    }[];
    readonly sites: readonly {
        readonly id: string;
        readonly region: string;
        readonly name: string;
    }[];
    readonly sections?: NonNullable<ProblemFile["sections"]>;
    readonly units: readonly Unit[];
    readonly rulePacks: readonly string[];
    readonly rules?: NonNullable<ProblemFile["rules"]>;
    readonly programmes: readonly Programme[];
    readonly intakes: readonly IntakeFile[];
    readonly intakeOf: (doctor: Dealt) => string;
    readonly doctors: readonly Dealt[];
}
type IntakeFile = NonNullable<ProblemFile["intakes"]>[number];
/** Wishes are drawn before seats. */
export declare function writeInstance(draft: Draft, random: Random, { wishes, seats }: {
    readonly wishes: Wishing;
    readonly seats: Seating;
}): Instance;
export {};
//# sourceMappingURL=write-instance.d.ts.map