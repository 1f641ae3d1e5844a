/** Lines known already that a smaller program can begin with: those that fit, the cheapest of each profile. */
import type { Line } from "./line.ts";
import { eachRow } from "./line.ts";
import { linePrice } from "./line-price.ts";
import type { TierWeights } from "./price.ts";
import type { SearchState } from "./search-state.ts";
import { unitPrices } from "./unit-prices.ts";

/** Lines of a profile that are taken over. */
const TAKEN_OVER = 8;

/** Of the lines given those that fit the seats of `rest`, the cheapest under the prices, a few a profile. */
export function fittingLines(
  lines: readonly Line[],
  { component, limits }: SearchState,
  prices: { readonly rows: Float64Array; readonly weights: TierWeights },
): Line[] {
  const spread = unitPrices(limits, prices.rows);
  const wanted = new Map(
    component.profiles.map((profile) => [
      profile.index,
      { profile, found: [] as { readonly line: Line; readonly cost: number }[] },
    ]),
  );
  for (const line of lines) {
    const own = wanted.get(line.profile);
    if (own === undefined) continue;
    let fits = true;
    eachRow(line, own.profile, limits, (row, places) => {
      if ((limits.capacity[row] as number) < places) fits = false;
    });
    if (!fits) continue;
    own.found.push({ line, cost: linePrice(line, own.profile, spread, prices.weights) });
  }
  return [...wanted.values()].flatMap(({ found }) =>
    found
      .sort((a, b) => a.cost - b.cost)
      .slice(0, TAKEN_OVER)
      .map(({ line }) => line),
  );
}
