/**
 * The Lagrangian bound: for any prices y ≥ 0 of rows and weights μ ≥ 0 of held tiers,
 *
 *   L = Σ profiles n · min(unplaced, cheapest line) − Σ y·seats − Σ μ·z
 *
 * is at most the optimum. A unit that wants doctors may have y < 0: a doctor there earns −y, and the
 * unit pays for each one wanted min(−y, what one missing costs). Prices are cut to a grid (tolerance.ts) and costs are whole, so that every
 * sum here is exact in doubles: no engine has to be believed (docs/formulation.md 6).
 */

import type { UnitCharge } from "../formulation/channels.ts";
import { EXACT_BELOW } from "../tolerance.ts";
import { crowdingAt, lackingAt, mostOfOne } from "./limits.ts";
import { price, type TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { unitPrices } from "./unit-prices.ts";
import { boundOfWorst, weightsOf } from "./worst-off.ts";

export interface Pricing {
  readonly rows: Float64Array;
  readonly weights: TierWeights;
  /** Σ μ·z. */
  readonly held: number;
  /** Shifts which of equally cheap options comes first. */
  readonly turn?: number;
  /** Only these profiles; then there is no bound. */
  readonly active?: readonly boolean[] | undefined;
  /** Prices of burdens by profile, where the worst-off doctor counts. */
  readonly burdens?: Float64Array | undefined;
  /** By profile: the first one that costs what it costs (alike.ts); only that one is priced. */
  readonly alike?: Int32Array | undefined;
  /** A line that costs less is good enough, for all or by profile, where the cheapest takes long to find; any is unless told. */
  readonly enough?: Float64Array | number | undefined;
  /** Are all sets of stays gone through where nothing less shows that no line is cheaper? It takes long. */
  readonly thorough?: boolean;
}

export interface Priced {
  readonly bound: number;
  /** By profile: what its cheapest line costs, Infinity where there is none. */
  readonly costs: Float64Array;
}

/** Prices every profile once; the works hold the cheapest lines until the next time. */
export function priceAll(
  state: SearchState,
  {
    rows,
    weights,
    held,
    turn = 0,
    active,
    burdens,
    alike,
    enough = Number.POSITIVE_INFINITY,
    thorough = false,
  }: Pricing,
): Priced {
  const { component, limits, works, deleted } = state;
  const spread = unitPrices(limits, rows);
  const costs = new Float64Array(component.profiles.length);
  let bound = -held;
  // The size of all that is summed: past EXACT a double may have been rounded.
  let size = Math.abs(held);
  for (const row of component.rows) {
    const y = rows[row] as number;
    const comfort = limits.comfort[row] as number;
    if (comfort !== Number.POSITIVE_INFINITY) {
      const crowd = priceOf(crowdingAt(limits, row), weights);
      const most = mostOfOne(limits, row) * component.doctors;
      bound += leastCrowding(y, comfort, crowd, most);
      size += (y + crowd) * Math.max(1, Math.abs(comfort), most);
      continue;
    }
    if (y === 0) continue;
    const rhs = y < 0 ? (limits.least[row] as number) : (limits.capacity[row] as number);
    bound -= (y < 0 ? Math.max(y, -priceOf(lackingAt(limits, row), weights)) : y) * rhs;
    size += Math.abs(y) * Math.max(mostOfOne(limits, row), rhs);
  }
  if (component.worstOff !== undefined) {
    const worst = boundOfWorst(component.worstOff, component.profiles, weights, burdens);
    bound += worst.bound;
    size += worst.size;
  }
  component.profiles.forEach((profile, at) => {
    const work = works[at];
    if (work === undefined || active?.[at] === false) return;
    const own = weightsOf(weights, burdens, at);
    const first = alike?.[at] ?? at;
    if (work.relaxed !== undefined) work.relaxed.thorough = thorough;
    const most = typeof enough === "number" ? enough : (enough[at] ?? Number.POSITIVE_INFINITY);
    const cost =
      first < at
        ? (costs[first] as number)
        : price(profile, work, spread, own, deleted[at], turn + at, most);
    costs[at] = cost;
    const least = profile.doctors.length * Math.min(cost, unplacedPrice(profile, own));
    bound += least;
    size += Math.abs(least);
  });
  const sound = active === undefined && size < EXACT_BELOW;
  return { bound: sound ? bound : Number.NEGATIVE_INFINITY, costs };
}

/**
 * The least of crowd · e − y · (comfort + e) over how many doctors e ≥ 0 are beyond the comfort of a
 * row: of what they cost less what pricing has asked of the lines that are there. Where lines taken
 * already fill more than the comfort, which is then below 0, so many are beyond it whatever comes.
 */
function leastCrowding(y: number, comfort: number, crowd: number, all: number): number {
  const few = Math.max(0, -comfort);
  const most = Math.max(few, all - comfort);
  const left = crowd - y;
  return -y * comfort + left * (left >= 0 ? few : most);
}

/** What units cost for each step under weights by tier. */
export const priceOf = ({ tier, weight }: UnitCharge, weights: TierWeights): number =>
  (weights[tier] ?? 0) * weight;

/** What leaving a doctor out costs under weights by tier, and of her burden where it is priced. */
export function unplacedPrice(
  { unplacedCost, unplacedBurden }: Profile,
  weights: TierWeights,
): number {
  const burdened = weights[unplacedCost.length] ?? 0;
  let sum = burdened === 0 ? 0 : unplacedBurden * burdened;
  for (let k = 0; k < unplacedCost.length; k++) {
    sum += (unplacedCost[k] as number) * (weights[k] ?? 0);
  }
  return sum;
}
