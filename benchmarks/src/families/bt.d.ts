/** BT in one region: twelve months, lengths within ranges, emergency care in two parts at one place. */
import { type Size } from "./at.ts";
import type { Draft } from "./write-instance.ts";
export declare function draftBt({ name, doctors, random }: Size): Draft;
//# sourceMappingURL=bt.d.ts.map