/** What the parts of a graph cost in one tier, and how much each tier weighs. */

export interface TierCosts {
  readonly source: Float64Array;
  readonly sink: Float64Array;
  readonly arc: Float64Array;
  readonly option: Float64Array;
}

/** A cost of lines: weights by tier. */
export type TierWeights = readonly number[];

/** A cost in weights by tier. */
export function weighted(costs: readonly number[], weights: TierWeights): number {
  return costs.reduce((sum, cost, k) => sum + cost * (weights[k] ?? 0), 0);
}
