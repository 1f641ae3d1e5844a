/** What sequences of stays cost a doctor, seats aside, as fast as can be: for searches that try millions. */
import { LineMemory, type LineMemoryParams } from "./line-memory.ts";
import type { Profile } from "./profile.ts";
import { weightedCosts } from "./weighted-costs.ts";

export class StayCosts {
  /** By option: requirement, the periods [from, to), and what is remembered of its place. */
  readonly requirement: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly key: Int32Array;
  readonly keys: number;
  /** What the last sequence measured costs, and what of it the worst-off doctor would bear. */
  cost = 0;
  burden = 0;
  private readonly memory: LineMemory;
  private readonly optionCost: Float64Array;
  private readonly optionBurden: Float64Array;
  private readonly opened: ArrayLike<number>;
  private readonly before: Int32Array;
  private readonly start: number;
  private readonly source: number;
  private readonly sourceBurden: number;
  private readonly idle: number;
  private readonly idleBurden: number;

  private constructor(
    profile: Profile,
    relaxed: NonNullable<Profile["graph"]["relaxed"]>,
    params: LineMemoryParams,
  ) {
    const { graph } = profile;
    const [shape] = relaxed.subsets;
    const { weights, burden } = params;
    const weighted = weightedCosts(graph, weights);
    const borne = graph.costs[burden];
    const none = new Float64Array(graph.optionUnit.length);
    this.memory = new LineMemory(graph, relaxed, params);
    this.requirement = graph.optionRequirement;
    this.from = relaxed.optionSlot.map((slot) => graph.slotFrom[slot] as number);
    this.to = relaxed.optionSlot.map((slot) => graph.slotTo[slot] as number);
    this.key = this.memory.optionKey;
    this.keys = this.memory.keys;
    this.optionCost = weighted.option;
    this.optionBurden = borne?.option ?? none;
    this.opened = relaxed.facts.periods.opened;
    this.before = Int32Array.from(shape?.before ?? []);
    this.start = graph.sourceStart[0] as number;
    this.source = weighted.source[0] as number;
    this.sourceBurden = borne?.source[0] ?? 0;
    const idle = shape?.idle ?? -1;
    this.idle = idle < 0 ? Number.POSITIVE_INFINITY : (weighted.arc[idle] as number);
    this.idleBurden = idle < 0 ? 0 : (borne?.arc[idle] ?? 0);
  }

  /** Undefined where a rule asks more of a line than its places, its order and its gaps. */
  static of(profile: Profile, params: LineMemoryParams): StayCosts | undefined {
    const { relaxed, sources } = profile.graph;
    if (relaxed === undefined || relaxed.subsets.length === 0 || sources.length !== 1) {
      return undefined;
    }
    return new StayCosts(profile, relaxed, params);
  }

  /** Measures `stays` in order of time; false where a rule forbids them or two of them overlap. */
  measure(stays: Int32Array): boolean {
    const { from, to, key, requirement, before, memory, opened, optionCost, optionBurden } = this;
    let cost = this.source;
    let burden = this.sourceBurden;
    let at = this.start;
    let state = 0;
    let done = 0;
    for (let i = 0; i < stays.length; i++) {
      const option = stays[i] as number;
      const begin = from[option] as number;
      if (begin < at) return false;
      const own = requirement[option] as number;
      if (((before[own] as number) & ~done) !== 0 || (done & (1 << own)) !== 0) return false;
      const gap = (opened[begin] as number) - (opened[at] as number);
      if (gap > 0) {
        cost += gap * this.idle;
        burden += gap * this.idleBurden;
      }
      const k = key[option] as number;
      const next = memory.after(state, k);
      if (next < 0) return false;
      cost += (optionCost[option] as number) + memory.costOf(state, k);
      burden += (optionBurden[option] as number) + memory.burdenOf(state, k);
      state = next;
      done |= 1 << own;
      at = to[option] as number;
    }
    cost += memory.endCost(state, at);
    if (!(cost < Number.POSITIVE_INFINITY)) return false;
    this.cost = cost;
    this.burden = burden + memory.endBurden(state, at);
    return true;
  }
}
