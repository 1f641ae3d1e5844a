/**
 * The cheapest line by dynamic programming over the sets of stays done, without a graph: states are
 * (period, set, what rules remember), and what a set leads to is shared by all periods. For profiles
 * with a relaxed graph whose sets are not too many after all, and whose rules a set can judge.
 *
 *   W(t, S, m) = min( idle + W(t + 1, S, m), min over stays of r ∉ S from t: cost + V(to, S + r, m') )
 *   V(t, S, m) = what ending costs where S is complete, else W(t, S, m)
 */
import { choicesOf } from "../formulation/choices.ts";
import { lineAlong } from "./line-along.ts";
import type { LineGraph, Relaxed, SteadySteps } from "./line-graph.ts";
import type { RelaxedWork } from "./price-work.ts";
import type { Profile } from "./profile.ts";

/** Sets past which labels over the relaxed graph are asked instead, and states. */
const MOST_SETS = 5_000;
const MOST_STATES = 1_500_000;

/** Values of states; used by one pricing at a time, so all share them. */
let scratch = new Float64Array(0);

export class SubsetPricer {
  private readonly profile: Profile;
  private readonly graph: LineGraph;
  private readonly steady: SteadySteps;
  private readonly periods: Relaxed["facts"]["periods"];
  private readonly start: number;
  /** Sets in order of size; those of n stays are [sizeStart[n], sizeStart[n + 1]). */
  private readonly complete: Uint8Array;
  private readonly sizeStart: readonly number[];
  /** From set s by requirement: [stepFrom[s], stepFrom[s + 1]) → requirement and set after. */
  private readonly stepFrom: Int32Array;
  private readonly stepRequirement: Int32Array;
  private readonly stepTo: Int32Array;
  /** Stays from a period for a requirement: [cellStart[t · R + r], …). */
  private readonly requirements: number;
  private readonly cellStart: Int32Array;
  private readonly cellTo: Int32Array;
  private readonly cellKey: Int32Array;
  private readonly cellOptions: readonly Int32Array[];
  private readonly cellCost: Float64Array;
  private readonly cellBest: Int32Array;
  /** By period: the sizes that sets can have there on the way to an end, as a bit mask. */
  private readonly sizes: Int32Array;

  private constructor(profile: Profile, relaxed: Relaxed, steady: SteadySteps, sets: Sets) {
    const { graph } = profile;
    this.profile = profile;
    this.graph = graph;
    this.steady = steady;
    this.periods = relaxed.facts.periods;
    this.start = graph.sourceStart[0] as number;
    this.complete = Uint8Array.from(sets.masks, (mask) => (sets.isComplete(mask) ? 1 : 0));
    this.sizeStart = sets.sizeStart;
    const from = [0];
    const requirement: number[] = [];
    const to: number[] = [];
    sets.masks.forEach((mask) => {
      for (const [r, after] of sets.steps(mask)) {
        requirement.push(r);
        to.push(after);
      }
      from.push(to.length);
    });
    this.stepFrom = Int32Array.from(from);
    this.stepRequirement = Int32Array.from(requirement);
    this.stepTo = Int32Array.from(to);
    this.requirements = relaxed.optional.length;
    const cells = this.cells(relaxed, steady);
    this.cellStart = cells.start;
    this.cellTo = Int32Array.from(cells.all, ({ to: end }) => end);
    this.cellKey = Int32Array.from(cells.all, ({ key }) => key);
    this.cellOptions = cells.all.map(({ options }) => Int32Array.from(options));
    this.cellCost = new Float64Array(cells.all.length);
    this.cellBest = new Int32Array(cells.all.length);
    this.sizes = this.possibleSizes();
  }

  /** Undefined where sets are too many, or a rule asks more than a set can tell. */
  static of(profile: Profile): SubsetPricer | undefined {
    const { relaxed, sources } = profile.graph;
    if (relaxed?.steady === undefined || sources.length !== 1) return undefined;
    const told = relaxed.late.every(
      ({ encoding, price }) => encoding.before !== undefined && price === "must",
    );
    const sets = told ? setsOf(relaxed) : undefined;
    if (sets === undefined) return undefined;
    const pricer = new SubsetPricer(profile, relaxed, relaxed.steady, sets);
    return pricer.states <= MOST_STATES ? pricer : undefined;
  }

  private get states(): number {
    const sets = this.complete.length;
    return (this.periods.count + 1) * sets * this.steady.memories * 2;
  }

  private cells(relaxed: Relaxed, { slotKey }: SteadySteps) {
    const { graph, requirements } = this;
    const byStart: Map<number, { to: number; key: number; options: number[] }>[] = Array.from(
      { length: this.periods.count * requirements },
      () => new Map(),
    );
    graph.optionRequirement.forEach((requirement, option) => {
      const slot = relaxed.optionSlot[option] as number;
      const cells = byStart[(graph.slotFrom[slot] as number) * requirements + requirement];
      const to = graph.slotTo[slot] as number;
      const key = slotKey[slot] as number;
      const id = to * 1024 + key;
      const cell = cells?.get(id);
      if (cell === undefined) cells?.set(id, { to, key, options: [option] });
      else cell.options.push(option);
    });
    const start = new Int32Array(byStart.length + 1);
    byStart.forEach((cells, at) => {
      start[at + 1] = (start[at] as number) + cells.size;
    });
    return { start, all: byStart.flatMap((cells) => [...cells.values()]) };
  }

  /** Forward and backward over (period, how many are done), whichever they are. */
  private possibleSizes(): Int32Array {
    const { periods, requirements, cellStart, cellTo } = this;
    const { count, nextOpen } = periods;
    const most = this.sizeStart.length - 2;
    const forward = new Int32Array(count + 2);
    forward[nextOpen[this.start] ?? count] = 1;
    const ends: number[][] = Array.from({ length: count }, (_, t) => [
      ...new Set(cellTo.slice(cellStart[t * requirements], cellStart[(t + 1) * requirements])),
    ]);
    for (let t = 0; t < count; t++) {
      const here = forward[t] as number;
      if (here === 0) continue;
      const later = nextOpen[t + 1] ?? count;
      forward[later] = (forward[later] as number) | here;
      for (const to of ends[t] ?? []) {
        const on = nextOpen[to] ?? count;
        forward[on] = (forward[on] as number) | (here << 1);
        forward[to] = (forward[to] as number) | (here << 1);
      }
    }
    const backward = new Int32Array(count + 2).fill(1 << most);
    for (let t = count - 1; t >= 0; t--) {
      let sizes = (1 << most) | (backward[t + 1] as number);
      for (const to of ends[t] ?? []) sizes |= (backward[to] as number) >> 1;
      backward[t] = sizes;
    }
    return forward.map((sizes, t) => sizes & (backward[t] as number));
  }

  /** Prices with what options cost; the line is in the work. */
  run(own: RelaxedWork, tables: CostTables): number {
    const { periods, complete, steady, sizeStart, cellCost, cellBest, cellOptions } = this;
    const { memories } = steady;
    for (let c = 0; c < cellCost.length; c++) {
      let best = Number.POSITIVE_INFINITY;
      for (const option of cellOptions[c] as Int32Array) {
        if ((own.cost[option] as number) >= best) continue;
        best = own.cost[option] as number;
        cellBest[c] = option;
      }
      cellCost[c] = best;
    }
    if (scratch.length < this.states) scratch = new Float64Array(this.states);
    const width = complete.length * memories;
    const half = (periods.count + 1) * width;
    for (let t = periods.count; t >= 0; t--) {
      const sizes = this.sizes[t] as number;
      scratch.fill(Number.POSITIVE_INFINITY, t * width, (t + 1) * width);
      scratch.fill(Number.POSITIVE_INFINITY, half + t * width, half + (t + 1) * width);
      const on = periods.nextOpen[t] ?? periods.count;
      for (let size = 0; size + 1 < sizeStart.length; size++) {
        if ((sizes & (1 << size)) === 0) continue;
        for (let s = sizeStart[size] as number; s < (sizeStart[size + 1] as number); s++) {
          const at = s * memories;
          if (complete[s] === 1) {
            for (let m = 0; m < memories; m++) {
              const sink = steady.sinkAt[t * memories + m] as number;
              if (sink >= 0) scratch[t * width + at + m] = tables.sink[sink] as number;
            }
            continue;
          }
          if (t < periods.count && periods.open[t] === true) this.wait(t, s, half, tables);
          for (let m = 0; m < memories; m++) {
            if (on < periods.count || on === t) {
              scratch[t * width + at + m] = scratch[half + on * width + at + m] as number;
            }
          }
        }
      }
    }
    const first = periods.nextOpen[this.start] ?? periods.count;
    const value = (scratch[half + first * width] as number) + (tables.source[0] as number);
    own.line = undefined;
    own.lineCost = Number.POSITIVE_INFINITY;
    if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
    own.line = lineAlong(this.profile, this.start, this.walk(first, half, tables));
    if (own.line !== undefined) own.lineCost = value;
    return value;
  }

  /** W of a set in a period, for every memory. */
  private wait(t: number, s: number, half: number, tables: CostTables): void {
    const { steady, periods, complete } = this;
    const { memories, keys, stepCost } = steady;
    const width = complete.length * memories;
    const place = half + t * width + s * memories;
    const later = periods.nextOpen[t + 1] ?? periods.count;
    const canWait = steady.idle >= 0 && later < periods.count;
    const { forgets } = steady;
    if (forgets) this.byKey(t, s, 0);
    for (let m = 0; m < memories; m++) {
      if (!forgets) this.byKey(t, s, m);
      let best = canWait
        ? (scratch[half + later * width + s * memories + m] as number) +
          (tables.arc[steady.idle] as number)
        : Number.POSITIVE_INFINITY;
      for (let key = 0; key < keys; key++) {
        const cost =
          (byKey[key] as number) + (tables.arc[stepCost[m * keys + key] as number] as number);
        if (cost < best) best = cost;
      }
      scratch[place + m] = best;
    }
  }

  /** The cheapest ways on by a stay from t, by what is remembered of its place. */
  private byKey(t: number, s: number, m: number): void {
    const { steady, cellStart, cellTo, cellKey, cellCost, stepFrom, stepRequirement, stepTo } =
      this;
    const { memories, keys, after } = steady;
    const width = this.complete.length * memories;
    for (let key = 0; key < keys; key++) byKey[key] = Number.POSITIVE_INFINITY;
    const base = t * this.requirements;
    for (let i = stepFrom[s] as number; i < (stepFrom[s + 1] as number); i++) {
      const cell = base + (stepRequirement[i] as number);
      const next = (stepTo[i] as number) * memories;
      for (let c = cellStart[cell] as number; c < (cellStart[cell + 1] as number); c++) {
        const key = cellKey[c] as number;
        const cost =
          (cellCost[c] as number) +
          (scratch[
            (cellTo[c] as number) * width + next + (after[m * keys + key] as number)
          ] as number);
        if (cost < (byKey[key] as number)) {
          byKey[key] = cost;
          byKeyCell[key] = c;
          byKeySet[key] = stepTo[i] as number;
        }
      }
    }
  }

  /** The options of the cheapest line. */
  private walk(first: number, half: number, tables: CostTables): number[] {
    const { steady, periods, complete } = this;
    const { memories, keys, stepCost, after } = steady;
    const width = complete.length * memories;
    const options: number[] = [];
    let t = first;
    let s = 0;
    let m = 0;
    while (complete[s] === 0) {
      const value = scratch[half + t * width + s * memories + m] as number;
      this.byKey(t, s, m);
      let taken = -1;
      for (let key = 0; key < keys && taken < 0; key++) {
        const cost =
          (byKey[key] as number) + (tables.arc[stepCost[m * keys + key] as number] as number);
        if (cost === value) taken = key;
      }
      if (taken < 0) {
        t = periods.nextOpen[t + 1] ?? periods.count;
        continue;
      }
      const cell = byKeyCell[taken] as number;
      options.push(this.cellBest[cell] as number);
      s = byKeySet[taken] as number;
      m = after[m * keys + taken] as number;
      t = this.cellTo[cell] as number;
      if (complete[s] === 0) t = periods.nextOpen[t] ?? periods.count;
    }
    return options;
  }
}

/** Costs under the weights of the moment. */
export interface CostTables {
  readonly source: Float64Array;
  readonly sink: Float64Array;
  readonly arc: Float64Array;
}

const byKey = new Float64Array(1024);
const byKeyCell = new Int32Array(1024);
const byKeySet = new Int32Array(1024);

interface Sets {
  readonly masks: readonly number[];
  readonly sizeStart: readonly number[];
  isComplete(mask: number): boolean;
  /** Requirements that may come next, each with the index of the set after. */
  steps(mask: number): [number, number][];
}

/** The sets of stays that can be done at some time; undefined where they are too many. */
function setsOf({ facts, late }: Relaxed): Sets | undefined {
  const { programme } = facts;
  const choices = choicesOf(programme);
  const before = programme.requirements.map(({ index }) =>
    late.reduce((mask, { encoding }) => mask | (encoding.before?.[index] ?? 0), 0),
  );
  const next = (mask: number) =>
    programme.requirements
      .filter((each) => choices.open(mask, each) && ((before[each.index] ?? 0) & ~mask) === 0)
      .map(({ index }) => index);
  const index = new Map([[0, 0]]);
  const masks = [0];
  const sizeStart = [0];
  for (let from = 0; from < masks.length; ) {
    const to = masks.length;
    sizeStart.push(to);
    for (; from < to; from++) {
      const mask = masks[from] as number;
      for (const r of next(mask)) {
        const after = mask | (1 << r);
        if (index.has(after)) continue;
        index.set(after, masks.length);
        masks.push(after);
        if (masks.length > MOST_SETS) return undefined;
      }
    }
  }
  return {
    masks,
    sizeStart,
    isComplete: (mask) => choices.complete(mask),
    steps: (mask) => next(mask).map((r) => [r, index.get(mask | (1 << r)) ?? -1]),
  };
}
