/**
 * The Lagrangian bound: for any prices y ≥ 0 of rows and weights μ ≥ 0 of held tiers,
 *
 *   L = Σ profiles n · min(unplaced, cheapest line) − Σ y·seats − Σ μ·z
 *
 * is at most the optimum. Prices are cut to a grid (tolerance.ts) and costs are whole, so that every
 * sum here is exact in doubles: no engine has to be believed (docs/formulation.md 6).
 */

import { EXACT_BELOW } from "../tolerance.ts";
import type { Line } from "./line.ts";
import { cheapestLine, price, type TierWeights, unitPrices } from "./price.ts";
import type { SearchState } from "./search-state.ts";

export interface Priced {
  readonly bound: number;
  /** By profile: the cheapest line under the prices; absent where there is none. */
  readonly lines: readonly (Line | undefined)[];
  /** By profile: its cost, Infinity where there is none. */
  readonly costs: Float64Array;
}

/**
 * Prices every profile once. `held` is Σ μ·z. With `active`, only those profiles, and then there is
 * no bound.
 */
export function priceAll(
  state: SearchState,
  rows: Float64Array,
  weights: TierWeights,
  held: number,
  turn: number,
  active?: readonly boolean[],
): Priced {
  const { component, limits, works, deleted } = state;
  const spread = unitPrices(limits, rows);
  const costs = new Float64Array(component.profiles.length);
  let bound = -held;
  // The size of all that is summed: past EXACT a double may have been rounded.
  let size = Math.abs(held);
  for (const row of component.rows) {
    const y = rows[row] as number;
    if (y === 0) continue;
    bound -= y * (limits.capacity[row] as number);
    size += y * Math.max(1, limits.capacity[row] as number);
  }
  const lines = component.profiles.map((profile, at) => {
    const work = works[at];
    if (work === undefined || active?.[at] === false) return undefined;
    const cost = price(profile, work, spread, weights, limits.periods + 1, deleted[at], turn + at);
    costs[at] = cost;
    const least =
      profile.doctors.length * Math.min(cost, unplacedPrice(profile.unplacedCost, weights));
    bound += least;
    size += Math.abs(least);
    return cost === Number.POSITIVE_INFINITY ? undefined : cheapestLine(profile, work);
  });
  const sound = active === undefined && size < EXACT_BELOW;
  return { bound: sound ? bound : Number.NEGATIVE_INFINITY, lines, costs };
}

/** What leaving a doctor out costs under weights by tier. */
export function unplacedPrice(costs: readonly number[], weights: TierWeights): number {
  return costs.reduce((sum, cost, k) => sum + cost * (weights[k] ?? 0), 0);
}
