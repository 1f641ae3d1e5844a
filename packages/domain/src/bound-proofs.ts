/**
 * What the bounds of a plan file rest on: prices of seats, from which anybody can compute the bounds
 * again in whole numbers (docs/formulation.md 7). Rows are named in the problem's own words.
 */
import { z } from "zod";
import { parseDay } from "./calendar.ts";
import { TRACKS } from "./rule-settings.ts";
import type { TierId } from "./tier.ts";

/** Prices and weights are written as whole multiples of one over this. */
export const PROOF_SCALE = 2 ** 20;

const Day = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .meta({ format: "date" });
const Price = z.int().min(1);

/** Prices of one unit's seats, all tracks together or one, by the first day of the period. */
const SeatPrices = z.strictObject({
  unit: z.string(),
  track: z.enum(TRACKS).optional(),
  prices: z.record(Day, Price),
});

/** Prices of what units share. */
const SharedPrices = z.strictObject({
  rule: z.string(),
  name: z.string(),
  prices: z.record(Day, Price),
});

/** The price of an intake's place at a base site. */
const BasePrice = z.strictObject({ intake: z.string(), site: z.string(), price: Price });

/** The price of what one doctor bears, where the worst-off doctor counts. */
const BurdenPrice = z.strictObject({ doctor: z.string(), price: Price });

export const TierProof = z.strictObject({
  tier: z.string(),
  /** No plan of these doctors that is as good in the tiers before costs less in this tier. */
  bound: z.int().min(0),
  /** Present where the prices give less, and a search by this engine through so many nodes the rest. */
  closed: z.strictObject({ engine: z.string(), nodes: z.int().min(0) }).optional(),
  /** Weights of tiers before this one, whose values are held. */
  held: z.array(z.strictObject({ tier: z.string(), weight: z.int().min(1) })),
  seats: z.array(SeatPrices),
  bases: z.array(BasePrice),
  /** What a doctor earns who is where a unit wants one; absent where none does. */
  staff: z.array(SeatPrices.omit({ track: true })).optional(),
  /** Prices of what several units share, by its rule and name; absent where nothing is. */
  shared: z.array(SharedPrices).optional(),
  /** Absent where the worst-off doctor does not count. */
  burdens: z.array(BurdenPrice).optional(),
});
export type TierProof = z.output<typeof TierProof>;

/**
 * Proofs of some doctors' share of the plan, tier by tier from the first. Parts of one plan have no
 * doctor in common; those of plans that are put together are simply put after one another.
 */
export const PartProof = z.strictObject({
  doctors: z.array(z.string()).min(1),
  tiers: z.array(TierProof),
});
export type PartProof = z.output<typeof PartProof>;

/** One tier of a plan, its bounds computed again: no plan as good in the tiers before is below them. */
export interface CertifiedTier {
  readonly tier: TierId;
  readonly value: number;
  /** From the prices alone; without any, what holds with every seat free. */
  readonly byPrices: number;
  /** With the engine's word for what it closed; never less. */
  readonly withEngine: number;
  /** What in this tier was taken on an engine's word; absent where nothing was. */
  readonly closed?: { readonly engine: string; readonly parts: number; readonly nodes: number };
}
