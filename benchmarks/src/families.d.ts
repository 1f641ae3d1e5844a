/**
 * Instance families: problems made from a size and a seed. Each is built round a hidden plan in
 * which everyone is placed, so that nobody need be left out; but for those that are one seat short.
 */
import { type Size } from "./families/at.ts";
import { type Instance } from "./families/write-instance.ts";
export type { Instance } from "./families/write-instance.ts";
interface Family {
    /** The most doctors there may be; above it the generator takes minutes and no machine the problem. */
    readonly most: number;
    readonly make: (size: Size) => Instance;
}
declare const FAMILY: {
    readonly "at-tight": Family;
    readonly "at-loose": Family;
    readonly "at-zero-slack": Family;
    readonly "at-no-wishes": Family;
    readonly "at-identical": Family;
    readonly "at-one-short": Family;
    readonly "at-one-short-twin": Family;
    readonly "at-sites": Family;
    readonly "at-chain": Family;
    readonly "bt-tight": Family;
    readonly "regions-tight": Family;
    readonly "regions-loose": Family;
    readonly "regions-no-wishes": Family;
    readonly "regions-one-short": Family;
    readonly "regions-one-short-twin": Family;
    readonly country: Family;
};
export type FamilyName = keyof typeof FAMILY;
export declare const FAMILIES: FamilyName[];
/** There is no such problem of that family; the message says why. */
export declare class NoSuchInstance extends RangeError {
}
/** One problem of a family. The same arguments give the same problem. Throws `NoSuchInstance`. */
export declare function makeInstance(family: FamilyName, doctors: number, seed: number): Instance;
//# sourceMappingURL=families.d.ts.map