/**
 * Lines that cost about as little as the cheapest of their profile: each the cheapest under prices a
 * little off those of a proof. Where many lines cost the same, these are some unlike each other.
 */
import { PRICE_GRID } from "../tolerance.ts";
import type { BoundProof } from "./generate.ts";
import type { Line } from "./line.ts";
import { cheapestLine, price } from "./price.ts";
import type { SearchState } from "./search-state.ts";
import { unitPrices } from "./unit-prices.ts";
import { weightsOf } from "./worst-off.ts";

/** How often prices are drawn. */
const DRAWS = 12;

/** No line twice; how far off prices are is told by the gap, spread over a line's stays. */
export function linesNear(state: SearchState, proof: BoundProof, gap: number): Line[] {
  const { component, works, limits, deleted, random, watch } = state;
  const lines = new Map<string, Line>();
  for (let draw = 1; draw <= DRAWS && !watch.stopped(); draw++) {
    const off = (gap * draw) / DRAWS;
    const rows = proof.rows.map(
      (y) => y + Math.floor((random.next() * off) / PRICE_GRID) * PRICE_GRID,
    );
    const spread = unitPrices(limits, rows);
    component.profiles.forEach((profile, at) => {
      const work = works[at];
      if (work === undefined) return;
      const weights = weightsOf(proof.weights, proof.burdens, at);
      const cost = price(profile, work, spread, weights, deleted[at], draw + at);
      const line = cost === Number.POSITIVE_INFINITY ? undefined : cheapestLine(profile, work);
      if (line !== undefined) lines.set(line.key, line);
    });
  }
  return [...lines.values()];
}
