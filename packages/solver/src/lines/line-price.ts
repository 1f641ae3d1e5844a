/** What a line costs under prices: O(1) a stay, by the same prefix sums that pricing uses. */

import type { Line } from "./line.ts";
import type { TierWeights, UnitPrices } from "./price.ts";
import type { Profile } from "./profile.ts";

export function linePrice(
  line: Line,
  { graph, track, optionBase }: Profile,
  prices: UnitPrices,
  weights: TierWeights,
): number {
  let cost = 0;
  weights.forEach((weight, k) => {
    if (weight !== 0) cost += weight * (line.costs[k] ?? 0);
  });
  const sums = prices[track];
  const ends = prices.ends[track];
  const { short } = prices;
  line.options.forEach((option, at) => {
    const slot = line.slots[at] as number;
    const unit = graph.optionUnit[option] as number;
    const row = prices.at[unit] as number;
    const from = graph.slotFrom[slot] as number;
    const to = graph.slotTo[slot] as number;
    cost += (ends[row + to] as number) - (sums[row + from] as number);
    if (short !== undefined && to - from < short.below) cost += short.amend(track, unit, from, to);
    const base = optionBase[option] as number;
    if (base >= 0) cost += prices.rows[base] as number;
  });
  return cost;
}
