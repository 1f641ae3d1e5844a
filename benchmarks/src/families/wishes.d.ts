/** What the doctors of a family wish for. */
import type { ProblemFile } from "@placera/domain";
import type { Random } from "../random.ts";
import type { Programme } from "./deal.ts";
export type WishFile = NonNullable<ProblemFile["doctors"][number]["wishes"]>[number];
/** Draws a doctor's wishes. */
export type Wishing = (random: Random, programme: Programme) => readonly WishFile[];
/** Two of her own: one in three is for an order, the others for a unit. */
export declare const ownWishes: Wishing;
export declare const noWishes: Wishing;
/** Everyone the same: the first unit for the longest block, and the first block before the second. */
export declare const sameWishes: Wishing;
//# sourceMappingURL=wishes.d.ts.map