/**
 * What rules remember of places along a line, met as it is needed: a state for each memory that some
 * line has come to, so that none has to be listed beforehand. For relaxed graphs, whose rules remember
 * stays by their places alone.
 */
import type { Encoding } from "../formulation/encodings.ts";
import type { Stay } from "../formulation/facts.ts";
import type { LineGraph, Relaxed } from "./line-graph.ts";
import { noneRemembered, rememberStay } from "./place-memories.ts";
import { CostTable } from "./relaxed-costs.ts";
import { stayAt } from "./stay-at.ts";
import type { TierWeights } from "./tier-costs.ts";
import { weighted } from "./tier-costs.ts";

export interface LineMemoryParams {
  readonly weights: TierWeights;
  /** The channel of burdens; −1 where nobody's counts. */
  readonly burden: number;
}

/** Neither a state nor forbidden: not yet asked for. */
const UNKNOWN = -2;

export class LineMemory {
  /** By option: what is remembered of its place. */
  readonly optionKey: Int32Array;
  readonly keys: number;
  private readonly params: LineMemoryParams;
  private readonly encodings: readonly Encoding[];
  private readonly placed: readonly Encoding[];
  private readonly costs: CostTable;
  private readonly start: number;
  private readonly periods: number;
  /** By key, a stay that stands for all of it, and its site's number. */
  private readonly samples: readonly Stay[];
  private readonly siteOf: readonly number[];
  private readonly mostAtSite: number;
  /** By state: those of the rules, then how many stays there are at each site where that is limited. */
  private readonly states: (readonly number[])[] = [];
  private readonly known = new Map<string, number>();
  /** By state and key: the state after, −1 where that is forbidden, and what it costs. */
  private next = new Int32Array(0);
  private stepCost = new Float64Array(0);
  private stepBurden = new Float64Array(0);
  /** By state and boundary: what ending there costs; NaN where not yet asked for. */
  private ends = new Float64Array(0);
  private endBurdens = new Float64Array(0);

  constructor(graph: LineGraph, relaxed: Relaxed, params: LineMemoryParams) {
    const { facts, encodings } = relaxed;
    this.params = params;
    this.encodings = encodings;
    this.placed = encodings.filter(({ encoding }) => encoding.automaton?.steady !== undefined);
    this.costs = new CostTable(graph.costs.length);
    this.periods = facts.periods.count;
    this.start = graph.sourceStart[0] ?? 0;
    const { optionKey, samples } = keysOf(graph, relaxed, this.placed);
    this.optionKey = optionKey;
    this.samples = samples;
    this.keys = Math.max(1, samples.length);
    const sites = [...new Set(samples.map(({ unit }) => unit.site))];
    this.siteOf = samples.map(({ unit }) => sites.indexOf(unit.site));
    this.mostAtSite = this.placed.reduce(
      (most, { encoding, price }) =>
        price === "must" ? Math.min(most, encoding.mostAtSite ?? most) : most,
      Number.POSITIVE_INFINITY,
    );
    const counts = Number.isFinite(this.mostAtSite) ? sites.map(() => 0) : [];
    this.intern([...noneRemembered(this.placed), ...counts]);
  }

  /** The state after a stay with the key, or −1 where that is forbidden. */
  after(state: number, key: number): number {
    const next = this.next[state * this.keys + key] as number;
    return next === UNKNOWN ? this.step(state, key) : next;
  }

  costOf(state: number, key: number): number {
    return this.stepCost[state * this.keys + key] as number;
  }

  burdenOf(state: number, key: number): number {
    return this.stepBurden[state * this.keys + key] as number;
  }

  /** What ending at a boundary costs; Infinity where that is forbidden. */
  endCost(state: number, end: number): number {
    const at = state * (this.periods + 1) + end;
    const cost = this.ends[at] as number;
    return Number.isNaN(cost) ? this.finish(state, end) : cost;
  }

  endBurden(state: number, end: number): number {
    return this.endBurdens[state * (this.periods + 1) + end] as number;
  }

  private step(state: number, key: number): number {
    const { placed, costs } = this;
    const from = this.states[state] as readonly number[];
    const rules = from.slice(0, placed.length);
    const { states, cost } = rememberStay(placed, rules, this.samples[key] as Stay, costs);
    // A limit at each site is broken with the stay that is one too many; its automaton tells at the end.
    const counts = from.slice(placed.length);
    const site = this.siteOf[key] as number;
    if (counts.length > 0) counts[site] = (counts[site] as number) + 1;
    const isFull = (counts[site] ?? 0) > this.mostAtSite;
    const next = cost < 0 || isFull ? -1 : this.intern([...states, ...counts]);
    const at = state * this.keys + key;
    this.next[at] = next;
    this.stepCost[at] = this.weigh(cost);
    this.stepBurden[at] = this.borne(cost);
    return next;
  }

  private finish(state: number, end: number): number {
    const { encodings, placed, costs, start } = this;
    const states = this.states[state] as readonly number[];
    const ended = costs.of(encodings, ({ encoding }) => encoding.block?.(start, end));
    const all =
      ended < 0
        ? ended
        : costs.plus(ended, placed, ({ encoding }) => {
            const part = placed.findIndex((each) => each.encoding === encoding);
            return encoding.automaton?.finish?.(states[part] ?? 0);
          });
    const at = state * (this.periods + 1) + end;
    const cost = all < 0 ? Number.POSITIVE_INFINITY : this.weigh(all);
    this.ends[at] = cost;
    this.endBurdens[at] = this.borne(all);
    return cost;
  }

  private weigh(cost: number): number {
    return weighted(this.costs.vector(cost), this.params.weights);
  }

  private borne(cost: number): number {
    return this.costs.vector(cost)[this.params.burden] ?? 0;
  }

  private intern(states: readonly number[]): number {
    const text = states.join();
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const at = this.states.push(states) - 1;
    this.known.set(text, at);
    const { keys, periods } = this;
    if (at * keys >= this.next.length) {
      const room = Math.max(16, 2 * at);
      const width = periods + 1;
      this.next = grown(this.next, new Int32Array(room * keys).fill(UNKNOWN));
      this.stepCost = grown(this.stepCost, new Float64Array(room * keys));
      this.stepBurden = grown(this.stepBurden, new Float64Array(room * keys));
      this.ends = grown(this.ends, new Float64Array(room * width).fill(Number.NaN));
      this.endBurdens = grown(this.endBurdens, new Float64Array(room * width));
    }
    return at;
  }
}

/** Places that all rules remember alike have a key in common. */
function keysOf(graph: LineGraph, { facts, optionSlot }: Relaxed, placed: readonly Encoding[]) {
  const keys = new Map<string, number>();
  const samples: Stay[] = [];
  const optionKey = Int32Array.from(optionSlot, (slot, option) => {
    const stay = stayAt(graph, facts, slot, option);
    const { requirement, unit, section } = stay;
    const text = placed
      .map(({ encoding }) => encoding.remembers?.(requirement, unit, section) ?? "")
      .join("|");
    const known = keys.get(text) ?? samples.push(stay) - 1;
    keys.set(text, known);
    return known;
  });
  return { optionKey, samples };
}

function grown<A extends Int32Array | Float64Array>(old: A, fresh: A): A {
  fresh.set(old);
  return fresh;
}
