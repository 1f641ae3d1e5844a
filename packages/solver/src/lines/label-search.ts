/**
 * The search for the cheapest line of a relaxed graph by labels that know which stays are done and what
 * every rule remembers, best first, each bounded by the way on through the graph:
 *
 *   label (node, done, memory) with cost g:   g + onward_μ(node) − Σ_{r not done} μ_r
 *
 * The first finished label is the cheapest line. Where labels run out the bound is the least that is
 * left of them and the line the best one known.
 */
import { LabelQueue } from "./label-queue.ts";
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import type { LineGraph, Relaxed, TierCosts } from "./line-graph.ts";
import type { PriceWork, RelaxedWork, TierWeights } from "./price-work.ts";
import type { Profile } from "./profile.ts";

/** Labels past which the bound is taken as it is. */
const LABELS = 400;
/** As many while no line is known at all. */
const FIRST_LABELS = 8_000;
/** Labels of one length that go on in the search for a first good line. */
const BEAM = 8;

export interface LabelSearchParams {
  readonly profile: Profile;
  /** Holds what slots cost and what is left to pay from each node, under the prices of the moment. */
  readonly work: PriceWork;
  readonly own: RelaxedWork;
  readonly relaxed: Relaxed;
  readonly weights: TierWeights;
  /** The graph's costs under the weights. */
  readonly costs: TierCosts;
  /** Told of every line found. */
  readonly keep: (line: Line) => void;
}

/** What a label becomes with one more stay. */
interface Arrival {
  readonly head: number;
  readonly option: number;
  readonly slot: number;
  readonly since: number;
  readonly cost: number;
  readonly extra: number;
  readonly least: number;
  readonly rest: number;
  readonly done: number;
}

/** One search: made anew for each. */
export class LabelSearch {
  private readonly profile: Profile;
  private readonly graph: LineGraph;
  private readonly relaxed: Relaxed;
  private readonly work: PriceWork;
  private readonly own: RelaxedWork;
  private readonly weights: TierWeights;
  private readonly costs: TierCosts;
  private readonly keep: (line: Line) => void;
  private readonly queue: LabelQueue;

  constructor({ profile, work, own, relaxed, weights, costs, keep }: LabelSearchParams) {
    this.profile = profile;
    this.graph = profile.graph;
    this.relaxed = relaxed;
    this.work = work;
    this.own = own;
    this.weights = weights;
    this.costs = costs;
    this.keep = keep;
    this.queue = this.begin();
  }

  /** The labels that lines begin with. */
  private begin(): LabelQueue {
    const { graph, relaxed, own } = this;
    const { late } = relaxed;
    const { source } = this.costs;
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
  beam(): void {
    const { queue } = this;
    for (let best = queue.drain(BEAM); best.length > 0; best = queue.drain(BEAM)) {
      for (const label of best) {
        if (queue.leastOf(label) >= this.own.lineCost) break;
        if (queue.nodeOf(label) < 0) this.take(label);
        else this.expand(label);
      }
    }
  }

  private take(label: number): void {
    const { queue } = this;
    const line = lineAlong(this.profile, queue.startOf(label), queue.optionsOf(label));
    if (line !== undefined) this.keep(line);
  }

  /** Labels, best first, until the first that is finished: a bound on the cheapest line, as a rule its cost. */
  cheapest(): number {
    const { own, queue } = this;
    for (;;) {
      const label = queue.pop();
      if (label < 0 || queue.leastOf(label) >= own.lineCost) return own.lineCost;
      const most = own.line === undefined ? FIRST_LABELS : LABELS;
      if (queue.size > most) return Math.min(own.lineCost, queue.leastOf(label));
      if (queue.nodeOf(label) < 0) {
        this.take(label);
        return Math.min(own.lineCost, queue.leastOf(label));
      }
      this.expand(label);
    }
  }

  private expand(label: number): void {
    const { graph, relaxed, own, queue } = this;
    const { slotCost } = this.work;
    const { arc: arcCost } = this.costs;
    const { arcStart, arcCost: costOf, sinkAt } = relaxed;
    const done = queue.doneOf(label);
    const rest = queue.restOf(label);
    const extra = queue.extraOf(label);
    let cost = queue.costOf(label);
    let v = queue.nodeOf(label);
    const since = graph.nodeTime[v] as number;
    if ((sinkAt[v] as number) >= 0) this.finish(label);
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
        if (paid + extra + (slotCost[slot] as number) + onward - rest >= own.lineCost) continue;
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
          this.arrive(label, {
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

  private arrive(label: number, to: Arrival): void {
    const { graph, relaxed, queue } = this;
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

  private finish(label: number): void {
    const { graph, relaxed, own, queue } = this;
    const { sink: sinkCost } = this.costs;
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
