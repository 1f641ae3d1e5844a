/**
 * What rules remember of places along a line, met as it is needed: a state for each memory that some
 * line has come to, so that none has to be listed beforehand. For relaxed graphs, whose rules remember
 * stays by their places alone.
 */
import type { Encoding } from "../formulation/encodings.ts";
import type { Stay } from "../formulation/facts.ts";
import type { LineGraph, Relaxed } from "./line-graph.ts";
import type { TierWeights } from "./tier-costs.ts";

/** What a step or an end costs: under the weights, and in the channel that the worst-off doctor bears. */
interface Paid {
  readonly cost: number;
  readonly burden: number;
}

export interface PlaceMemoryParams {
  readonly weights: TierWeights;
  /** The channel of burdens; −1 where nobody's counts. */
  readonly burden: number;
}

const UNKNOWN = -2;

export class PlaceMemory {
  /** By option: what is remembered of its place. */
  readonly optionKey: Int32Array;
  readonly keys: number;
  private readonly params: PlaceMemoryParams;
  private readonly placed: readonly Encoding[];
  private readonly periods: number;
  private readonly samples: Stay[] = [];
  /** At most so many stays at a site, and the site of each key. */
  private readonly mostAtSite: number;
  private readonly siteOf: readonly number[];
  private readonly states: (readonly number[])[] = [];
  private readonly known = new Map<string, number>();
  /** By state and key: the state after, −1 where that is forbidden, and what it costs. */
  private next = new Int32Array(0);
  private stepCost = new Float64Array(0);
  private stepBurden = new Float64Array(0);
  /** By state and boundary: what ending there costs; NaN where not yet known. */
  private ends = new Float64Array(0);
  private endBurdens = new Float64Array(0);
  private readonly encodings: readonly Encoding[];
  private readonly start: number;

  constructor(graph: LineGraph, relaxed: Relaxed, params: PlaceMemoryParams) {
    const { facts, encodings, optionSlot } = relaxed;
    this.params = params;
    this.encodings = encodings;
    this.placed = encodings.filter(({ encoding }) => encoding.automaton?.steady !== undefined);
    this.periods = facts.periods.count;
    this.start = graph.sourceStart[0] ?? 0;
    const keys = new Map<string, number>();
    this.optionKey = Int32Array.from(optionSlot, (slot, option) => {
      const stay = stayOf(graph, relaxed, slot, option);
      const text = this.placed
        .map(
          ({ encoding }) => encoding.remembers?.(stay.requirement, stay.unit, stay.section) ?? "",
        )
        .join("|");
      const known = keys.get(text) ?? this.samples.push(stay) - 1;
      keys.set(text, known);
      return known;
    });
    this.keys = Math.max(1, this.samples.length);
    this.mostAtSite = this.placed.reduce(
      (most, { encoding, price }) =>
        price === "must" ? Math.min(most, encoding.mostAtSite ?? most) : most,
      Number.POSITIVE_INFINITY,
    );
    const sites = [...new Set(this.samples.map(({ unit }) => unit.site))];
    this.siteOf = this.samples.map(({ unit }) => sites.indexOf(unit.site));
    const counts = Number.isFinite(this.mostAtSite) ? sites.map(() => 0) : [];
    this.intern([
      ...this.placed.map(({ encoding }) => encoding.automaton?.initial ?? 0),
      ...counts,
    ]);
  }

  /** The state after a stay with the key, or −1 where that is forbidden. */
  after(state: number, key: number): number {
    const at = state * this.keys + key;
    const next = this.next[at] as number;
    return next === UNKNOWN ? this.step(state, key) : next;
  }

  afterOption(state: number, option: number): number {
    return this.after(state, this.optionKey[option] as number);
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
    const from = this.states[state] as readonly number[];
    const states: number[] = [];
    const stay = this.samples[key] as Stay;
    const paid = this.pay(this.placed, ({ encoding }, part) => {
      const after = encoding.automaton?.step(from[part] ?? 0, {
        stay,
        done: 0,
        gap: false,
        idle: 0,
      });
      states.push(after?.state ?? 0);
      return after?.broken ?? 0;
    });
    // A limit at each site is broken with the stay that is one too many: its automaton tells at the end.
    const counts = from.slice(this.placed.length);
    const site = this.siteOf[key] as number;
    if (counts.length > 0) counts[site] = (counts[site] as number) + 1;
    const isFull = (counts[site] ?? 0) > this.mostAtSite;
    const next = paid === undefined || isFull ? -1 : this.intern([...states, ...counts]);
    const at = state * this.keys + key;
    this.next[at] = next;
    this.stepCost[at] = paid?.cost ?? 0;
    this.stepBurden[at] = paid?.burden ?? 0;
    return next;
  }

  private finish(state: number, end: number): number {
    const states = this.states[state] as readonly number[];
    const blocks = this.pay(
      this.encodings,
      ({ encoding }) => encoding.block?.(this.start, end) ?? 0,
    );
    const places = this.pay(
      this.placed,
      ({ encoding }, part) => encoding.automaton?.finish?.(states[part] ?? 0) ?? 0,
    );
    const at = state * (this.periods + 1) + end;
    const isForbidden = blocks === undefined || places === undefined;
    const cost = isForbidden ? Number.POSITIVE_INFINITY : blocks.cost + places.cost;
    this.ends[at] = cost;
    this.endBurdens[at] = isForbidden ? 0 : blocks.burden + places.burden;
    return cost;
  }

  /** Undefined where a rule that must hold is broken. */
  private pay(
    encodings: readonly Encoding[],
    broken: (encoding: Encoding, part: number) => number,
  ): Paid | undefined {
    const { weights, burden } = this.params;
    let cost = 0;
    let borne = 0;
    for (const [part, encoding] of encodings.entries()) {
      const magnitude = broken(encoding, part);
      if (magnitude === 0) continue;
      if (encoding.price === "must") return undefined;
      for (const { channel, weight } of encoding.price) {
        cost += (weights[channel] ?? 0) * weight * magnitude;
        if (channel === burden) borne += weight * magnitude;
      }
    }
    return { cost, burden: borne };
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
      this.next = grown(this.next, new Int32Array(room * keys).fill(UNKNOWN));
      this.stepCost = grown(this.stepCost, new Float64Array(room * keys));
      this.stepBurden = grown(this.stepBurden, new Float64Array(room * keys));
      const width = periods + 1;
      this.ends = grown(this.ends, new Float64Array(room * width).fill(Number.NaN));
      this.endBurdens = grown(this.endBurdens, new Float64Array(room * width));
    }
    return at;
  }
}

function grown<A extends Int32Array | Float64Array>(old: A, fresh: A): A {
  fresh.set(old);
  return fresh;
}

function stayOf(graph: LineGraph, { facts }: Relaxed, slot: number, option: number): Stay {
  const requirement = facts.programme.requirements[graph.optionRequirement[option] as number];
  const unit = facts.problem.units[graph.optionUnit[option] as number];
  const section = graph.sections[graph.optionSection[option] as number];
  if (requirement === undefined || unit === undefined || section === undefined) {
    throw new Error("A graph names something that its problem does not have.");
  }
  return {
    requirement,
    unit,
    section,
    from: graph.slotFrom[slot] as number,
    to: graph.slotTo[slot] as number,
  };
}
