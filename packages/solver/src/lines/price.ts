/**
 * Pricing: the cheapest line of a profile under prices of rows, exact by dynamic programming over
 * its graph. Stays are intervals, so with prefix sums of the prices a stay costs O(1) (3.2).
 */
import type { Line } from "./line.ts";
import { makeLine } from "./make-line.ts";
import type { PriceWork, TierWeights, UnitPrices } from "./price-work.ts";
import type { Profile } from "./profile.ts";
import { priceRelaxed, relaxedWork } from "./relaxed-price.ts";
import { type Scaled, scaledCosts } from "./weighted-costs.ts";

export type { PriceWork, TierWeights, UnitPrices } from "./price-work.ts";

export function priceWork({ graph }: Profile): PriceWork {
  return {
    slotBest: new Int32Array(graph.slotFrom.length),
    slotCost: new Float64Array(graph.slotFrom.length),
    optionCost: new Float64Array(graph.optionUnit.length),
    reach: new Float64Array(graph.relaxed === undefined ? graph.nodes : 0),
    via: new Int32Array(graph.relaxed === undefined ? graph.nodes : 0),
    onward: new Float64Array(graph.relaxed === undefined ? graph.nodes : 0),
    sinkCost: new Float64Array(graph.relaxed === undefined ? graph.nodes : 0),
    relaxed: graph.relaxed && relaxedWork(graph, graph.relaxed),
  };
}

/** What is left of a graph after elimination: 1 where deleted. */
export interface Deleted {
  readonly arcs: Uint8Array;
  readonly options: Uint8Array;
}

/**
 * The cheapest line's cost (Infinity where there is none) with the prices and tier weights given.
 * `turn` shifts which of equally cheap options comes first, so that ties spread over units. Where
 * graphs are relaxed it may be a bound on that cost when a line is known that costs less than `enough`.
 */
export function price(
  profile: Profile,
  work: PriceWork,
  prices: UnitPrices,
  weights: TierWeights,
  deleted: Deleted | undefined,
  turn: number,
  enough = Number.POSITIVE_INFINITY,
): number {
  const { graph } = profile;
  if (graph.relaxed !== undefined) {
    return priceRelaxed(profile, work, { prices, weights, enough });
  }
  const { source, sink, arc, option } = scaledCosts(graph, weights);
  priceSlots(profile, work, prices, option, deleted, turn);
  const { reach, via, sinkCost, slotCost } = work;
  const { arcTail, arcHead, arcSlot, sources, sinks } = graph;
  reach.fill(Infinity);
  via.fill(-1);
  sinkCost.fill(Infinity);
  for (let at = 0; at < sources.length; at++) {
    const node = sources[at] as number;
    const cost = source.by * (source.of[at] as number);
    if (cost < (reach[node] as number)) reach[node] = cost;
  }
  const { of: arcCost, by } = arc;
  for (let a = 0; a < arcTail.length; a++) {
    if (deleted !== undefined && deleted.arcs[a] === 1) continue;
    const there =
      (reach[arcTail[a] as number] as number) +
      by * (arcCost[a] as number) +
      (slotCost[arcSlot[a] as number] as number);
    const head = arcHead[a] as number;
    if (there < (reach[head] as number)) {
      reach[head] = there;
      via[head] = a;
    }
  }
  let best = Infinity;
  for (let at = 0; at < sinks.length; at++) {
    const node = sinks[at] as number;
    const cost = sink.by * (sink.of[at] as number);
    sinkCost[node] = cost;
    best = Math.min(best, (reach[node] as number) + cost);
  }
  return best;
}

function priceSlots(
  profile: Profile,
  work: PriceWork,
  prices: UnitPrices,
  { of: costs, by }: Scaled,
  deleted: Deleted | undefined,
  turn: number,
): void {
  const { graph, optionBase } = profile;
  const sums = prices[profile.track];
  const ends = prices.ends[profile.track];
  const { at, short } = prices;
  const { optionStart, optionUnit, slotFrom, slotTo } = graph;
  const { slotBest, slotCost, optionCost } = work;
  for (let s = 0; s < slotFrom.length; s++) {
    const first = optionStart[s] as number;
    const count = (optionStart[s + 1] as number) - first;
    const from = slotFrom[s] as number;
    const to = slotTo[s] as number;
    let best = Infinity;
    let bestOption = -1;
    const shift = count > 1 ? turn % count : 0;
    const isShort = short !== undefined && to - from < short.below;
    for (let i = 0; i < count; i++) {
      const o = first + (i + shift < count ? i + shift : i + shift - count);
      if (deleted !== undefined && deleted.options[o] === 1) {
        optionCost[o] = Infinity;
        continue;
      }
      const row = at[optionUnit[o] as number] as number;
      let cost =
        (ends[row + to] as number) - (sums[row + from] as number) + by * (costs[o] as number);
      if (isShort) cost += short.amend(profile.track, optionUnit[o] as number, from, to);
      const base = optionBase[o] as number;
      if (base >= 0) cost += prices.rows[base] as number;
      optionCost[o] = cost;
      if (cost < best) {
        best = cost;
        bestOption = o;
      }
    }
    slotCost[s] = best;
    slotBest[s] = bestOption;
  }
}

/** Costs of the best way from each node to a sink, for arc elimination; after `price`. */
export function priceBackward(
  profile: Profile,
  work: PriceWork,
  weights: TierWeights,
  deleted: Deleted | undefined,
): void {
  const { graph } = profile;
  const { onward, sinkCost, slotCost } = work;
  const { of: arcCost, by } = scaledCosts(graph, weights).arc;
  onward.set(sinkCost);
  for (let a = graph.arcTail.length - 1; a >= 0; a--) {
    if (deleted !== undefined && deleted.arcs[a] === 1) continue;
    const tail = graph.arcTail[a] as number;
    const cost =
      (onward[graph.arcHead[a] as number] as number) +
      by * (arcCost[a] as number) +
      (slotCost[graph.arcSlot[a] as number] as number);
    if (cost < (onward[tail] as number)) onward[tail] = cost;
  }
}

/** Lines that may be cheap, the cheapest among them; after `price`. */
export function cheapLines(profile: Profile, work: PriceWork): readonly Line[] {
  if (work.relaxed !== undefined) return work.relaxed.pool;
  const line = cheapestLine(profile, work);
  return line === undefined ? [] : [line];
}

/** The line that ends in the cheapest sink; after `price`. */
export function cheapestLine(profile: Profile, work: PriceWork): Line | undefined {
  if (work.relaxed !== undefined) return work.relaxed.line;
  const { graph } = profile;
  let best = Infinity;
  let end = -1;
  for (let at = 0; at < graph.sinks.length; at++) {
    const node = graph.sinks[at] as number;
    const cost = (work.reach[node] ?? Infinity) + (work.sinkCost[node] ?? Infinity);
    if (cost < best) {
      best = cost;
      end = node;
    }
  }
  return end < 0 ? undefined : lineTo(profile, work, end);
}

function lineTo(profile: Profile, work: PriceWork, end: number): Line {
  const { arcTail, arcSlot } = profile.graph;
  const arcs: number[] = [];
  const options: number[] = [];
  let node = end;
  for (let a = work.via[node] as number; a >= 0; a = work.via[node] as number) {
    arcs.push(a);
    options.push(work.slotBest[arcSlot[a] as number] as number);
    node = arcTail[a] as number;
  }
  return makeLine(profile, node, end, arcs.reverse(), options.reverse());
}
