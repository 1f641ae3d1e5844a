/**
 * Every line that a plan could take which costs no more than a cutoff: one whose cost under a proof's
 * prices is within the gap of the cheapest of its profile. What `eliminate` says of arcs, of whole lines.
 */
import { unplacedPrice } from "./bound.ts";
import type { BoundProof } from "./generate.ts";
import type { Line } from "./line.ts";
import { makeLine } from "./make-line.ts";
import { type PriceWork, price, priceBackward, type TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { unitPrices } from "./unit-prices.ts";
import { weightedCosts } from "./weighted-costs.ts";
import { weightsOf } from "./worst-off.ts";

/** Undefined where they are more than `most`, or cannot be listed. */
export function linesWithin(
  state: SearchState,
  proof: BoundProof,
  gap: number,
  most: number,
): Line[] | undefined {
  const { component, works, limits, deleted } = state;
  const spread = unitPrices(limits, proof.rows);
  const lines: Line[] = [];
  for (const [at, profile] of component.profiles.entries()) {
    const work = works[at];
    if (work === undefined) return undefined;
    const weights = weightsOf(proof.weights, proof.burdens, at);
    const cost = price(profile, work, spread, weights, deleted[at], 0);
    if (cost === Number.POSITIVE_INFINITY) continue;
    const upTo = Math.min(cost, unplacedPrice(profile, weights)) + gap;
    const left = most - lines.length;
    let found: readonly Line[] | undefined;
    if (work.relaxed !== undefined) found = work.relaxed.subset?.within(work.relaxed, upTo, left);
    else {
      priceBackward(profile, work, weights, deleted[at]);
      found = pathsWithin(profile, work, weights, { upTo, most: left });
    }
    if (found === undefined) return undefined;
    lines.push(...found);
  }
  return lines;
}

/** Depth first over the graph, onward costs telling what cannot end in time; after `priceBackward`. */
function pathsWithin(
  profile: Profile,
  { onward, optionCost, sinkCost }: PriceWork,
  weights: TierWeights,
  { upTo, most }: { readonly upTo: number; readonly most: number },
): Line[] | undefined {
  const { graph } = profile;
  const { arc: arcCost, source: sources } = weightedCosts(graph, weights);
  const out = new Map<number, number[]>();
  graph.arcTail.forEach((tail, a) => {
    const own = out.get(tail);
    if (own === undefined) out.set(tail, [a]);
    else own.push(a);
  });
  const lines: Line[] = [];
  const arcs: number[] = [];
  const options: number[] = [];
  const extend = (source: number, node: number, cost: number): boolean => {
    if (cost + (sinkCost[node] as number) <= upTo) {
      if (lines.length >= most) return false;
      lines.push(makeLine(profile, source, node, arcs, options));
    }
    for (const a of out.get(node) ?? []) {
      const slot = graph.arcSlot[a] as number;
      const head = graph.arcHead[a] as number;
      for (
        let o = graph.optionStart[slot] as number;
        o < (graph.optionStart[slot + 1] as number);
        o++
      ) {
        const there = cost + (arcCost[a] as number) + (optionCost[o] as number);
        if (!(there + (onward[head] as number) <= upTo)) continue;
        arcs.push(a);
        options.push(o);
        const listed = extend(source, head, there);
        arcs.pop();
        options.pop();
        if (!listed) return false;
      }
    }
    return true;
  };
  for (const [at, node] of graph.sources.entries()) {
    if (!extend(node, node, sources[at] as number)) return undefined;
  }
  return lines;
}
