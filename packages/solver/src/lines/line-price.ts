/** What a line costs under prices: O(1) a stay, by the same prefix sums that pricing uses. */

import type { Limits } from "./limits.ts";
import type { Line } from "./line.ts";
import type { TierWeights, UnitPrices } from "./price.ts";
import type { Profile } from "./profile.ts";

export function linePrice(
  line: Line,
  { graph, track, optionBase }: Profile,
  prices: UnitPrices,
  weights: TierWeights,
  limits: Limits,
): number {
  let cost = 0;
  weights.forEach((weight, k) => {
    if (weight !== 0) cost += weight * (line.costs[k] ?? 0);
  });
  const width = limits.periods + 1;
  const sums = prices[track];
  const ends = prices.ends[track];
  line.options.forEach((option, at) => {
    const slot = line.slots[at] as number;
    const row = (graph.optionUnit[option] as number) * width;
    cost +=
      (ends[row + (graph.slotTo[slot] as number)] as number) -
      (sums[row + (graph.slotFrom[slot] as number)] as number);
    const base = optionBase[option] as number;
    if (base >= 0) cost += prices.rows[base] as number;
  });
  return cost;
}
