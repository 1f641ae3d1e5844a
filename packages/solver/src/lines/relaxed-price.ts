/**
 * The cheapest line of a profile whose graph is relaxed. First a price μ on each requirement that the
 * cheapest path repeats (a Lagrangian of "at most once", improved by subgradients), which bounds every
 * line from below: path − Σ μ. Then labels that know which stays are done and what every rule
 * remembers, best first, each bounded by the way on through the relaxed graph:
 *
 *   label (node, done, memory) with cost g:   g + onward_μ(node) − Σ_{r not done} μ_r
 *
 * The first finished label is the cheapest line. Where labels run out the bound is the least that is
 * left of them and the line the best one known: the bound holds, and every line is a line.
 */
import { LabelQueue } from "./label-queue.ts";
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import type { LineGraph, Relaxed } from "./line-graph.ts";
import type { PriceWork, RelaxedWork, TierWeights, UnitPrices } from "./price-work.ts";
import type { Profile } from "./profile.ts";
import { SidePrices } from "./side-prices.ts";
import { TrackedPricer } from "./tracked-price.ts";

/** Steps of the prices on requirements before labels are asked. */
const STEPS = 24;
/** The step before which a good line is looked for, and steps in vain before they grow shorter. */
const BEAM_AT = 3;
const PATIENCE = 4;
/** Labels past which the bound is taken as it is. */
const LABELS = 400;
/** As many while no line is known at all. */
const FIRST_LABELS = 8_000;
/** Labels of one length that go on in the search for a first good line. */
const BEAM = 8;
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
  readonly width: number;
  /** A line that costs less will do: then the bound need not be good. */
  readonly enough: number;
}

/** A bound on the cheapest line's cost, as a rule that cost itself; the line is in the work. */
export function priceRelaxed(
  profile: Profile,
  work: PriceWork,
  { prices, weights, width, enough }: RelaxedPrices,
): number {
  const { graph } = profile;
  const own = work.relaxed;
  const { relaxed } = graph;
  if (own === undefined || relaxed === undefined) return Number.POSITIVE_INFINITY;
  return new RelaxedPricing(profile, work, own, relaxed, weights).run(prices, width, enough);
}

class RelaxedPricing {
  private readonly profile: Profile;
  private readonly graph: LineGraph;
  private readonly relaxed: Relaxed;
  private readonly work: PriceWork;
  private readonly own: RelaxedWork;
  private readonly weights: TierWeights;
  private readonly arcCost: Float64Array;
  private readonly sinkCost: Float64Array;

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
    this.arcCost = this.weigh((costs) => costs.arc);
    this.sinkCost = this.weigh((costs) => costs.sink);
  }

  private weigh(of: (costs: LineGraph["costs"][number]) => Float64Array): Float64Array {
    const { costs } = this.graph;
    const sum = new Float64Array(costs[0] === undefined ? 0 : of(costs[0]).length);
    this.weights.forEach((weight, k) => {
      const channel = costs[k];
      if (weight === 0 || channel === undefined) return;
      const own = of(channel);
      for (let i = 0; i < sum.length; i++)
        sum[i] = (sum[i] as number) + weight * (own[i] as number);
    });
    return sum;
  }

  run(prices: UnitPrices, width: number, enough: number): number {
    const { own } = this;
    own.line = undefined;
    own.lineCost = Number.POSITIVE_INFINITY;
    if (this.graph.sources.length === 0) return Number.POSITIVE_INFINITY;
    this.priceOptions(prices, width);
    this.settleScale();
    if (own.subset === undefined) own.subset = TrackedPricer.of(this.profile) ?? null;
    if (own.subset !== null) {
      const source = this.weigh((costs) => costs.source);
      const costOf = (line: Line): number => this.costOf(line);
      return own.subset.run(own, { source, arc: this.arcCost, costOf }, enough);
    }
    for (const line of own.pool) this.offer(line);
    own.side.keep();
    let best = this.bound();
    let bound = best;
    let reach = 1;
    let stuck = 0;
    for (let step = 0; step < STEPS && best < own.lineCost; step++) {
      if (step === BEAM_AT) this.beam();
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
    return this.search();
  }

  /** Under other weights prices on requirements mean nothing. */
  private settleScale(): void {
    const { own, profile, weights } = this;
    const scale = weights.slice(0, profile.unplacedCost.length).join();
    if (own.scale === scale) return;
    own.scale = scale;
    own.side.reset();
  }

  private priceOptions(prices: UnitPrices, width: number): void {
    const { graph, profile, own } = this;
    const { optionStart, optionUnit, slotFrom, slotTo } = graph;
    const sums = prices[profile.track];
    const ends = prices.ends[profile.track];
    const { short } = prices;
    const option = this.weigh((costs) => costs.option);
    for (let s = 0; s < slotFrom.length; s++) {
      const from = slotFrom[s] as number;
      const to = slotTo[s] as number;
      const isShort = short !== undefined && to - from < short.below;
      for (let o = optionStart[s] as number; o < (optionStart[s + 1] as number); o++) {
        const row = (optionUnit[o] as number) * width;
        let cost =
          (option[o] as number) + (ends[row + to] as number) - (sums[row + from] as number);
        if (isShort) cost += short.amend(profile.track, optionUnit[o] as number, from, to);
        const base = profile.optionBase[o] as number;
        if (base >= 0) cost += prices.rows[base] as number;
        own.cost[o] = cost;
      }
    }
  }

  /** A known line is as good as it costs now. */
  private offer(line: Line): void {
    const cost = this.costOf(line);
    if (cost >= this.own.lineCost) return;
    this.own.lineCost = cost;
    this.own.line = line;
  }

  private costOf(line: Line): number {
    let cost = 0;
    this.weights.forEach((weight, k) => {
      if (weight !== 0) cost += weight * (line.costs[k] ?? 0);
    });
    const option = this.optionWeights();
    for (const o of line.options) cost += (this.own.cost[o] as number) - (option[o] as number);
    return cost;
  }

  private weighedOptions: Float64Array | undefined;
  /** What options cost without seats, under the weights. */
  private optionWeights(): Float64Array {
    this.weighedOptions ??= this.weigh((costs) => costs.option);
    return this.weighedOptions;
  }

  /** Backward over the relaxed graph under μ: what every line costs at the least. */
  private bound(): number {
    const { graph, relaxed, own, work, arcCost, sinkCost } = this;
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
    const source = this.weigh((costs) => costs.source);
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
    const { own } = this;
    if (!own.pool.some(({ key }) => key === line.key)) {
      own.pool.push(line);
      if (own.pool.length > POOL) own.pool.shift();
    }
    this.offer(line);
  }

  /** The labels that lines begin with. */
  private begin(): LabelQueue {
    const { graph, relaxed, own } = this;
    const { late } = relaxed;
    const source = this.weigh((costs) => costs.source);
    const queue = new LabelQueue(late.length);
    const all = own.side.constant;
    const initial = late.map(({ encoding }) => encoding.automaton?.initial ?? 0);
    graph.sources.forEach((node, at) => {
      const cost = source[at] as number;
      const least = cost + (own.onward[node] as number) - all;
      if (least < own.lineCost) {
        queue.push({
          node,
          done: 0,
          memory: queue.intern(initial),
          cost,
          extra: 0,
          least,
          rest: all,
          parent: -1,
          option: -1,
          start: graph.sourceStart[at] as number,
        });
      }
    });
    return queue;
  }

  /** A good line soon: of the labels with as many stays only the best few go on. */
  private beam(): void {
    const queue = this.begin();
    for (let best = queue.drain(BEAM); best.length > 0; best = queue.drain(BEAM)) {
      for (const label of best) {
        if (queue.leastOf(label) >= this.own.lineCost) break;
        if (queue.nodeOf(label) < 0) this.take(queue, label);
        else this.expand(queue, label);
      }
    }
  }

  private take(queue: LabelQueue, label: number): void {
    const line = lineAlong(this.profile, queue.startOf(label), queue.optionsOf(label));
    if (line !== undefined) this.keep(line);
  }

  /** Labels, best first, until the first that is finished. */
  private search(): number {
    const { own } = this;
    const queue = this.begin();
    for (;;) {
      const label = queue.pop();
      if (label < 0 || queue.leastOf(label) >= own.lineCost) return own.lineCost;
      const most = own.line === undefined ? FIRST_LABELS : LABELS;
      if (queue.size > most) return Math.min(own.lineCost, queue.leastOf(label));
      if (queue.nodeOf(label) < 0) {
        this.take(queue, label);
        return Math.min(own.lineCost, queue.leastOf(label));
      }
      this.expand(queue, label);
    }
  }

  private expand(queue: LabelQueue, label: number): void {
    const { graph, relaxed, own, arcCost } = this;
    const { arcStart, arcCost: costOf, sinkAt } = relaxed;
    const done = queue.doneOf(label);
    const rest = queue.restOf(label);
    const extra = queue.extraOf(label);
    let cost = queue.costOf(label);
    let v = queue.nodeOf(label);
    const since = graph.nodeTime[v] as number;
    if ((sinkAt[v] as number) >= 0) this.finish(queue, label);
    // From an arrival to waiting, and from one period of waiting to the next.
    while (v >= 0 && cost + extra + (own.onward[v] as number) - rest < own.lineCost) {
      let on = -1;
      let onCost = 0;
      for (let a = arcStart[v] as number; a < (arcStart[v + 1] as number); a++) {
        const slot = graph.arcSlot[a] as number;
        const paid = cost + (arcCost[costOf[a] as number] as number);
        if (slot < 0) {
          on = graph.arcHead[a] as number;
          onCost = paid;
          continue;
        }
        const head = graph.arcHead[a] as number;
        const onward = own.onward[head] as number;
        if (paid + extra + (this.work.slotCost[slot] as number) + onward - rest >= own.lineCost)
          continue;
        const end = graph.optionStart[slot + 1] as number;
        for (let o = graph.optionStart[slot] as number; o < end; o++) {
          const requirement = graph.optionRequirement[o] as number;
          const bit = 1 << requirement;
          if ((done & bit) !== 0) continue;
          const there = paid + (own.cost[o] as number);
          const left = rest - (own.side.mu[requirement] as number);
          const more = extra + (own.adjusted[o] as number) - (own.cost[o] as number);
          const least = there + more + onward - left;
          if (least >= own.lineCost) continue;
          this.arrive(queue, label, {
            head,
            option: o,
            slot,
            since,
            cost: there,
            extra: more,
            least,
            rest: left,
            done: done | bit,
          });
        }
      }
      v = on;
      cost = onCost;
    }
  }

  private arrive(
    queue: LabelQueue,
    label: number,
    to: {
      readonly head: number;
      readonly option: number;
      readonly slot: number;
      readonly since: number;
      readonly cost: number;
      readonly extra: number;
      readonly least: number;
      readonly rest: number;
      readonly done: number;
    },
  ): void {
    const { graph, relaxed } = this;
    let memory = queue.memoryOf(label);
    let { cost, least } = to;
    if (relaxed.late.length > 0) {
      const { facts, late } = relaxed;
      const requirement =
        facts.programme.requirements[graph.optionRequirement[to.option] as number];
      const unit = facts.problem.units[graph.optionUnit[to.option] as number];
      const section = graph.sections[graph.optionSection[to.option] as number];
      if (requirement === undefined || unit === undefined || section === undefined) return;
      const from = graph.slotFrom[to.slot] as number;
      const idle = (facts.periods.opened[from] ?? 0) - (facts.periods.opened[to.since] ?? 0);
      const stay = { requirement, unit, section, from, to: graph.slotTo[to.slot] as number };
      const step = { stay, done: queue.doneOf(label), gap: idle > 0, idle };
      const states = [...queue.statesOf(memory)];
      for (const [at, { encoding, price }] of late.entries()) {
        let broken = encoding.step?.(step) ?? 0;
        if (encoding.automaton !== undefined) {
          const next = encoding.automaton.step(states[at] ?? 0, step);
          states[at] = next.state;
          broken += next.broken;
        }
        if (broken === 0) continue;
        if (price === "must") return;
        for (const { channel, weight } of price) {
          const more = broken * weight * (this.weights[channel] ?? 0);
          cost += more;
          least += more;
        }
      }
      memory = queue.intern(states);
      if (least >= this.own.lineCost) return;
    }
    queue.push({
      node: to.head,
      done: to.done,
      memory,
      cost,
      extra: to.extra,
      least,
      rest: to.rest,
      parent: label,
      option: to.option,
      start: queue.startOf(label),
    });
  }

  private finish(queue: LabelQueue, label: number): void {
    const { graph, relaxed, own, sinkCost } = this;
    const done = queue.doneOf(label);
    const states = queue.statesOf(queue.memoryOf(label));
    const node = queue.nodeOf(label);
    const ended = { start: queue.startOf(label), end: graph.nodeTime[node] as number, done };
    let cost = queue.costOf(label) + (sinkCost[relaxed.sinkAt[node] as number] as number);
    for (const [at, { encoding, price }] of relaxed.late.entries()) {
      const broken =
        (encoding.whole?.(done) ?? 0) + (encoding.automaton?.finish?.(states[at] ?? 0, ended) ?? 0);
      if (broken === 0) continue;
      if (price === "must") return;
      for (const { channel, weight } of price)
        cost += broken * weight * (this.weights[channel] ?? 0);
    }
    if (cost >= own.lineCost) return;
    queue.push({
      node: -1,
      done,
      memory: -1,
      cost,
      extra: 0,
      least: cost,
      rest: 0,
      parent: label,
      option: -1,
      start: queue.startOf(label),
    });
  }
}
