/**
 * The cheapest line of a profile whose graph is relaxed. First a price μ on each requirement that the
 * cheapest path repeats (a Lagrangian of "at most once", improved by subgradients), which bounds every
 * line from below: path − Σ μ. Then labels, best first, that know what the graph does not
 * (label-search.ts). The bound holds, and every line is a line. Where sets of stays tell all that
 * rules ask, they price instead (tracked-price.ts).
 */
import { keepLine, weighKnown } from "./known-lines.ts";
import { LabelSearch } from "./label-search.ts";
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import type { LineGraph, Relaxed, TierCosts } from "./line-graph.ts";
import type { PriceWork, RelaxedWork, TierWeights, UnitPrices } from "./price-work.ts";
import type { Profile } from "./profile.ts";
import { SidePrices } from "./side-prices.ts";
import { TrackedPricer } from "./tracked-price.ts";
import { weightedCosts } from "./weighted-costs.ts";

/** Steps of the prices on requirements before labels are asked. */
const STEPS = 24;
/** The step before which a good line is looked for, and steps in vain before they grow shorter. */
const BEAM_AT = 3;
const PATIENCE = 4;
/** Lines kept per profile, to know early what a good line costs. */
const POOL = 24;

export function relaxedWork(graph: LineGraph, relaxed: Relaxed): RelaxedWork {
  return {
    side: new SidePrices(graph, relaxed),
    onward: new Float64Array(graph.nodes),
    via: new Int32Array(graph.nodes),
    cost: new Float64Array(graph.optionUnit.length),
    adjusted: new Float64Array(graph.optionUnit.length),
    pool: [],
    subset: undefined,
    scale: "",
    thorough: false,
    line: undefined,
    lineCost: Number.POSITIVE_INFINITY,
  };
}

export interface RelaxedPrices {
  readonly prices: UnitPrices;
  readonly weights: TierWeights;
  /** A line that costs less will do: then the bound need not be good. */
  readonly enough: number;
}

/** A bound on the cheapest line's cost, as a rule that cost itself; the line is in the work. */
export function priceRelaxed(
  profile: Profile,
  work: PriceWork,
  { prices, weights, enough }: RelaxedPrices,
): number {
  const { graph } = profile;
  const own = work.relaxed;
  const { relaxed } = graph;
  if (own === undefined || relaxed === undefined) return Number.POSITIVE_INFINITY;
  return new RelaxedPricing(profile, work, own, relaxed, weights).run(prices, enough);
}

class RelaxedPricing {
  private readonly profile: Profile;
  private readonly graph: LineGraph;
  private readonly relaxed: Relaxed;
  private readonly work: PriceWork;
  private readonly own: RelaxedWork;
  private readonly weights: TierWeights;
  private readonly costs: TierCosts;

  constructor(
    profile: Profile,
    work: PriceWork,
    own: RelaxedWork,
    relaxed: Relaxed,
    weights: TierWeights,
  ) {
    this.profile = profile;
    this.graph = profile.graph;
    this.relaxed = relaxed;
    this.work = work;
    this.own = own;
    this.weights = weights;
    this.costs = weightedCosts(profile.graph, weights);
  }

  run(prices: UnitPrices, enough: number): number {
    const { own } = this;
    if (this.graph.sources.length === 0) return Number.POSITIVE_INFINITY;
    this.priceOptions(prices);
    this.settleScale();
    if (own.subset === undefined) own.subset = TrackedPricer.of(this.profile) ?? null;
    if (own.subset !== null) {
      const { source, arc } = this.costs;
      const costOf = (line: Line): number => this.costOf(line);
      return own.subset.run(own, { source, arc, costOf }, enough);
    }
    weighKnown(own, this);
    own.side.keep();
    let best = this.bound();
    let bound = best;
    let reach = 1;
    let stuck = 0;
    for (let step = 0; step < STEPS && best < own.lineCost; step++) {
      if (step === BEAM_AT) this.labels().beam();
      if (best >= own.lineCost || !this.step(bound, reach)) break;
      bound = this.bound();
      if (bound > best) {
        best = bound;
        own.side.keep();
        stuck = 0;
      } else if (++stuck >= PATIENCE) {
        stuck = 0;
        reach *= 0.6;
        own.side.restore();
        bound = this.bound();
      }
    }
    if (best >= own.lineCost) return own.lineCost;
    own.side.restore();
    this.bound();
    return this.labels().cheapest();
  }

  /** Under other weights prices on requirements mean nothing. */
  private settleScale(): void {
    const { own, profile, weights } = this;
    const scale = weights.slice(0, profile.unplacedCost.length).join();
    if (own.scale === scale) return;
    own.scale = scale;
    own.side.reset();
  }

  private priceOptions(prices: UnitPrices): void {
    const { graph, profile, own } = this;
    const { optionStart, optionUnit, slotFrom, slotTo } = graph;
    const sums = prices[profile.track];
    const ends = prices.ends[profile.track];
    const { at, short } = prices;
    const { option } = this.costs;
    for (let s = 0; s < slotFrom.length; s++) {
      const from = slotFrom[s] as number;
      const to = slotTo[s] as number;
      const isShort = short !== undefined && to - from < short.below;
      for (let o = optionStart[s] as number; o < (optionStart[s + 1] as number); o++) {
        const row = at[optionUnit[o] as number] as number;
        let cost =
          (option[o] as number) + (ends[row + to] as number) - (sums[row + from] as number);
        if (isShort) cost += short.amend(profile.track, optionUnit[o] as number, from, to);
        const base = profile.optionBase[o] as number;
        if (base >= 0) cost += prices.rows[base] as number;
        own.cost[o] = cost;
      }
    }
  }

  /** What a line costs under the prices of the moment. */
  costOf(line: Line): number {
    let cost = 0;
    this.weights.forEach((weight, k) => {
      if (weight !== 0) cost += weight * (line.costs[k] ?? 0);
    });
    const { option } = this.costs;
    for (const o of line.options) cost += (this.own.cost[o] as number) - (option[o] as number);
    return cost;
  }

  /** Backward over the relaxed graph under μ: what every line costs at the least. */
  private bound(): number {
    const { graph, relaxed, own, work } = this;
    const { arc: arcCost, sink: sinkCost } = this.costs;
    const { optionStart, optionRequirement, slotFrom, arcHead, arcSlot } = graph;
    const { slotBest, slotCost } = work;
    const { cost, adjusted, onward, via, side } = own;
    side.settle();
    for (let s = 0; s < slotCost.length; s++) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let o = optionStart[s] as number; o < (optionStart[s + 1] as number); o++) {
        const requirement = optionRequirement[o] as number;
        const plain = (cost[o] as number) + side.of(requirement, slotFrom[s] as number, o);
        adjusted[o] = plain;
        const priced = plain + (side.mu[requirement] as number);
        if (priced < best) {
          best = priced;
          at = o;
        }
      }
      slotCost[s] = best;
      slotBest[s] = at;
    }
    const { arcStart, arcCost: costOf, sinkAt } = relaxed;
    for (let v = graph.nodes - 1; v >= 0; v--) {
      const sink = sinkAt[v] as number;
      let best = sink < 0 ? Number.POSITIVE_INFINITY : (sinkCost[sink] as number);
      let by = -1;
      const end = arcStart[v + 1] as number;
      for (let a = arcStart[v] as number; a < end; a++) {
        const slot = arcSlot[a] as number;
        let there =
          (onward[arcHead[a] as number] as number) + (arcCost[costOf[a] as number] as number);
        if (slot >= 0) there += slotCost[slot] as number;
        if (there < best) {
          best = there;
          by = a;
        }
      }
      onward[v] = best;
      via[v] = by;
    }
    return this.cheapestSource().cost - side.constant;
  }

  private cheapestSource(): { readonly at: number; readonly cost: number } {
    const { graph, own } = this;
    const { source } = this.costs;
    let best = { at: 0, cost: Number.POSITIVE_INFINITY };
    graph.sources.forEach((node, at) => {
      const cost = (own.onward[node] as number) + (source[at] as number);
      if (cost < best.cost) best = { at, cost };
    });
    return best;
  }

  /** Takes the cheapest path as a line where it is one; else moves μ. False when there is nothing to move. */
  private step(bound: number, reach: number): boolean {
    const { graph, own, work } = this;
    const { at } = this.cheapestSource();
    const taken: { requirement: number; from: number; option: number }[] = [];
    let repeats = false;
    let done = 0;
    for (let v = graph.sources[at] as number; (own.via[v] as number) >= 0; ) {
      const a = own.via[v] as number;
      const slot = graph.arcSlot[a] as number;
      if (slot >= 0) {
        const option = work.slotBest[slot] as number;
        const requirement = graph.optionRequirement[option] as number;
        repeats ||= (done & (1 << requirement)) !== 0;
        done |= 1 << requirement;
        taken.push({ requirement, from: graph.slotFrom[slot] as number, option });
      }
      v = graph.arcHead[a] as number;
    }
    if (!repeats) {
      const options = taken.map(({ option }) => option);
      const line = lineAlong(this.profile, graph.sourceStart[at] as number, options);
      if (line !== undefined) this.keep(line);
    }
    // As far as the best line known is away (Polyak); a guess where none is.
    const gap = Number.isFinite(own.lineCost) ? own.lineCost - bound : 4;
    return own.side.move(taken, (size) => (reach * gap) / size);
  }

  private keep(line: Line): void {
    keepLine(this.own, line, this, POOL);
  }

  private labels(): LabelSearch {
    const { profile, work, own, relaxed, weights, costs } = this;
    const keep = (line: Line): void => this.keep(line);
    return new LabelSearch({ profile, work, own, relaxed, weights, costs, keep });
  }
}
