/** What pricing is given and what it works in. */
import type { Track } from "@placera/domain";
import type { Line } from "./line.ts";
import type { SidePrices } from "./side-prices.ts";

/** Sums over the periods before t of what a doctor of the track pays at unit u: [at[u] + t]. */
export interface UnitPrices {
  readonly at: Int32Array;
  readonly AT: Float64Array;
  readonly BT: Float64Array;
  /** The same up to the end of a stay at t, with what it holds after it; the very arrays where none does. */
  readonly ends: { readonly AT: Float64Array; readonly BT: Float64Array };
  /** What sums get wrong of stays shorter than a doctor is new; absent where nobody ever counts as new. */
  readonly short: ShortStays | undefined;
  /** By row; prices are ≥ 0 (minus the dual of a ≤ row). */
  readonly rows: Float64Array;
}

/** The sums take it that who begins stays at least as long as she is new. */
export interface ShortStays {
  /** Stays of so many periods or more are as the sums say. */
  readonly below: number;
  /** What to add to the sums for a stay of fewer. */
  amend(track: Track, unit: number, from: number, to: number): number;
}

/** Work space of one profile's pricing, reused between passes. */
export interface PriceWork {
  /** By slot: the cheapest option and what it costs. */
  readonly slotBest: Int32Array;
  readonly slotCost: Float64Array;
  /** By option: what it costs. */
  readonly optionCost: Float64Array;
  /** By node: the cheapest way there from a source, and the arc it comes by (−1 at a source). */
  readonly reach: Float64Array;
  readonly via: Int32Array;
  /** By node: the cheapest way on to a sink; filled only by `priceBackward`. */
  readonly onward: Float64Array;
  readonly sinkCost: Float64Array;
  /** Where the profile's graph is relaxed. */
  readonly relaxed: RelaxedWork | undefined;
}

export type { TierWeights } from "./tier-costs.ts";

/** What a relaxed profile remembers between pricings. */
export interface RelaxedWork {
  readonly side: SidePrices;
  readonly onward: Float64Array;
  readonly via: Int32Array;
  /** By option: without μ. */
  readonly cost: Float64Array;
  /** By option: with ν and η, without μ. */
  readonly adjusted: Float64Array;
  pool: Line[];
  /** What prices by sets of stays; null where labels must, undefined until it is known. */
  subset: Pricer | null | undefined;
  /** The weights μ was found under. */
  scale: string;
  /** Are all sets of stays gone through where nothing less shows that no line is cheaper? */
  thorough: boolean;
  line: Line | undefined;
  lineCost: number;
}

interface Pricer {
  /** Is a path a line, so that pricing is exact? */
  readonly tracksAll: boolean;
  run(
    own: RelaxedWork,
    costs: {
      readonly source: Float64Array;
      readonly arc: Float64Array;
      costOf(line: Line): number;
    },
    enough: number,
  ): number;
  /** Every line that costs so much at the most, at the prices of the last run; undefined past `most`. */
  within(own: RelaxedWork, upTo: number, most: number): Line[] | undefined;
}
