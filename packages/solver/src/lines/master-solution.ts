/** What the master is told and what comes out of it. */
import type { TierWeights } from "./price.ts";

/** A tier that was solved and is now held at its value. */
export interface Held {
  readonly tier: number;
  readonly value: number;
}

/** Prices out of a solved master. */
export interface MasterPrices {
  readonly rows: Float64Array;
  /** By tier: 1 for the tier solved, the price of the held ones, 0 for the rest. */
  readonly weights: TierWeights;
  /** By profile: what one more doctor would cost. */
  readonly profiles: Float64Array;
  /** By profile: the price of a burden, where the worst-off doctor counts. */
  readonly burdens: Float64Array | undefined;
}

export interface MasterSolution {
  readonly value: number;
  /** By column index of `Master.lines`. */
  readonly lines: Float64Array;
  readonly unplaced: Float64Array;
  readonly slack: number;
  readonly prices: MasterPrices;
}
