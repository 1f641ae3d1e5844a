/**
 * The cheapest line by dynamic programming over the sets of stays done, without a graph: states are
 * (period, set, what rules remember), and what a set leads to is shared by all periods. For profiles
 * with a relaxed graph whose sets are not too many after all, and whose rules a set can judge.
 *
 *   W(t, S, m) = min( idle + W(t + 1, S, m), min over stays of r ∉ S from t: cost + V(to, S + r, m') )
 *   V(t, S, m) = what ending costs where S is complete, else W(t, S, m)
 *
 * Only sets of sizes that lead somewhere have states in a period, with the memories there are at that size.
 */
import type { Line } from "./line.ts";
import { lineAlong } from "./line-along.ts";
import type { LineGraph, Relaxed, SubsetShape } from "./line-graph.ts";
import type { RelaxedWork } from "./price-work.ts";
import type { Profile } from "./profile.ts";
import type { MemoryLayer } from "./set-memories.ts";
import type { StaySets } from "./stay-sets.ts";

/** States past which labels over the relaxed graph are asked instead. */
const MOST_STATES = 300_000;

/** Values of states; used by one pricing at a time, so all share them. */
let scratch = new Float64Array(0);

export class SubsetPricer {
  private readonly profile: Profile;
  private readonly graph: LineGraph;
  private readonly shape: SubsetShape;
  private readonly sets: StaySets;
  private readonly layers: readonly MemoryLayer[];
  private readonly keys: number;
  private readonly periods: Relaxed["facts"]["periods"];
  private readonly first: number;
  /** Stays from a period for a requirement: [cellStart[t · R + r], …). */
  private readonly requirements: number;
  private readonly cellStart: Int32Array;
  private readonly cellTo: Int32Array;
  private readonly cellKey: Int32Array;
  private readonly cellFrom: Int32Array;
  private readonly cellOptions: Int32Array;
  private readonly cellCost: Float64Array;
  private readonly cellBest: Int32Array;
  /** By stay: where the states begin that it leads to, for the size at hand; −1 where there are none. */
  private readonly cellBase: Int32Array;
  /** By period and size: where its states begin in `scratch`, or −1. A line's end is of the last size. */
  private readonly base: Int32Array;
  private readonly states: number;
  /** Costs of the last run. */
  private tables: CostTables = { source: new Float64Array(0), arc: new Float64Array(0) };

  private constructor(profile: Profile, { facts, optional }: Relaxed, shape: SubsetShape) {
    const { graph } = profile;
    this.profile = profile;
    this.graph = graph;
    this.shape = shape;
    this.sets = shape.sets;
    this.layers = shape.memories.layers;
    this.keys = shape.memories.keys;
    this.periods = facts.periods;
    this.first = facts.periods.nextOpen[graph.sourceStart[0] as number] ?? facts.periods.count;
    this.requirements = optional.length;
    const cells = this.cells();
    this.cellStart = cells.start;
    this.cellTo = Int32Array.from(cells.all, ({ to }) => to);
    this.cellKey = Int32Array.from(cells.all, ({ key }) => key);
    const from = [0];
    for (const { options } of cells.all) from.push((from.at(-1) ?? 0) + options.length);
    this.cellFrom = Int32Array.from(from);
    this.cellOptions = Int32Array.from(cells.all.flatMap(({ options }) => options));
    this.cellCost = new Float64Array(cells.all.length);
    this.cellBest = new Int32Array(cells.all.length);
    this.cellBase = new Int32Array(cells.all.length);
    const { base, states } = this.layOut();
    this.base = base;
    this.states = states;
  }

  /** Undefined where sets are too many, or a rule asks more than a set can tell. */
  static of(profile: Profile): SubsetPricer | undefined {
    const { relaxed, sources } = profile.graph;
    if (relaxed?.subset === undefined || sources.length !== 1) return undefined;
    const pricer = new SubsetPricer(profile, relaxed, relaxed.subset);
    return pricer.states <= MOST_STATES ? pricer : undefined;
  }

  private cells() {
    const { graph, requirements, shape, periods } = this;
    const byStart: { to: number; key: number; options: number[] }[][] = Array.from(
      { length: periods.count * requirements },
      () => [],
    );
    const { optionStart, optionRequirement, slotFrom, slotTo } = graph;
    for (let slot = 0; slot < slotFrom.length; slot++) {
      const to = slotTo[slot] as number;
      const key = shape.slotKey[slot] as number;
      const base = (slotFrom[slot] as number) * requirements;
      for (
        let option = optionStart[slot] as number;
        option < (optionStart[slot + 1] as number);
        option++
      ) {
        const cells = byStart[base + (optionRequirement[option] as number)] ?? [];
        const cell = cells.find((each) => each.to === to && each.key === key);
        if (cell === undefined) cells.push({ to, key, options: [option] });
        else cell.options.push(option);
      }
    }
    const start = new Int32Array(byStart.length + 1);
    byStart.forEach((cells, at) => {
      start[at + 1] = (start[at] as number) + cells.length;
    });
    return { start, all: byStart.flat() };
  }

  /** Which sizes there are in which period on the way from start to end, and so where states are. */
  private layOut(): { readonly base: Int32Array; readonly states: number } {
    const { periods, requirements, cellStart, cellTo, sets, layers } = this;
    const { count, nextOpen } = periods;
    const { stays, sizeStart } = sets;
    const ends = Array.from({ length: count }, (_, t) => [
      ...new Set(cellTo.slice(cellStart[t * requirements], cellStart[(t + 1) * requirements])),
    ]);
    const on = (t: number): number => nextOpen[t] ?? count;
    const forward = new Int32Array(count + 1);
    const ended = new Uint8Array(count + 1);
    if (this.first < count) forward[this.first] = 1;
    for (let t = 0; t < count; t++) {
      const here = forward[t] as number;
      if (here === 0) continue;
      const waits = on(t + 1);
      if (this.canWait(waits)) forward[waits] = (forward[waits] as number) | here;
      for (const to of ends[t] ?? []) {
        if (((here << 1) & (1 << stays)) !== 0) ended[to] = 1;
        forward[on(to)] = (forward[on(to)] as number) | ((here << 1) & ~(1 << stays));
      }
    }
    const backward = new Int32Array(count + 1);
    for (let t = count - 1; t >= 0; t--) {
      const waits = on(t + 1);
      let sizes = this.canWait(waits) ? (backward[waits] as number) : 0;
      for (const to of ends[t] ?? []) {
        const later = on(to) < count ? (backward[on(to)] as number) : 0;
        sizes |= (later | (1 << stays)) >> 1;
      }
      backward[t] = sizes;
    }
    const base = new Int32Array((count + 1) * (stays + 1)).fill(-1);
    let states = 0;
    for (let t = 0; t <= count; t++) {
      const sizes =
        t < count && forward[t] !== 0 ? (forward[t] as number) & (backward[t] as number) : 0;
      for (let n = 0; n <= stays; n++) {
        if (n < stays ? (sizes & (1 << n)) === 0 : ended[t] === 0) continue;
        base[t * (stays + 1) + n] = states;
        const size = (sizeStart[n + 1] as number) - (sizeStart[n] as number);
        states += size * (layers[n]?.count ?? 0);
      }
    }
    return { base, states };
  }

  private canWait(later: number): boolean {
    return this.shape.idle >= 0 && later < this.periods.count;
  }

  /** Prices with what options cost; the line is in the work. */
  run(own: RelaxedWork, tables: CostTables): number {
    const { periods, sets, base, layers, first } = this;
    const { stays } = sets;
    this.tables = tables;
    own.line = undefined;
    own.lineCost = Number.POSITIVE_INFINITY;
    const begin = base[first * (stays + 1)] as number;
    if (begin < 0 || layers[0]?.count === 0) return Number.POSITIVE_INFINITY;
    this.priceCells(own.cost);
    if (scratch.length < this.states) scratch = new Float64Array(this.states);
    this.priceEnds(tables);
    for (let t = periods.count - 1; t >= 0; t--) {
      for (let n = 0; n < stays; n++) {
        if ((base[t * (stays + 1) + n] as number) >= 0) this.priceStates(t, n, tables.arc);
      }
    }
    const value = (scratch[begin] as number) + (tables.source[0] as number);
    if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
    const start = this.graph.sourceStart[0] as number;
    own.line = lineAlong(this.profile, start, this.walk(tables.arc));
    if (own.line !== undefined) own.lineCost = value;
    return value;
  }

  private priceCells(cost: Float64Array): void {
    const { cellCost, cellBest, cellFrom, cellOptions } = this;
    for (let c = 0; c < cellCost.length; c++) {
      let best = Number.POSITIVE_INFINITY;
      for (let i = cellFrom[c] as number; i < (cellFrom[c + 1] as number); i++) {
        const option = cellOptions[i] as number;
        if ((cost[option] as number) >= best) continue;
        best = cost[option] as number;
        cellBest[c] = option;
      }
      cellCost[c] = best;
    }
  }

  private priceEnds(tables: CostTables): void {
    const { periods, sets, base, shape } = this;
    const { end, layers } = shape.memories;
    const count = layers[sets.stays]?.count ?? 0;
    for (let t = 0; t <= periods.count; t++) {
      const at = base[t * (sets.stays + 1) + sets.stays] as number;
      if (at < 0) continue;
      for (let m = 0; m < count; m++) {
        const cost = end[t * count + m] as number;
        scratch[at + m] = cost < 0 ? Number.POSITIVE_INFINITY : (tables.arc[cost] as number);
      }
    }
  }

  /** Where stays from t lead that are the n-th after none. */
  private aim(t: number, n: number): void {
    const { requirements, cellStart, cellTo, cellBase, base, periods, sets } = this;
    const { stays } = sets;
    const end = cellStart[(t + 1) * requirements] as number;
    for (let c = cellStart[t * requirements] as number; c < end; c++) {
      const to = cellTo[c] as number;
      const at = n + 1 === stays ? to : (periods.nextOpen[to] ?? periods.count);
      cellBase[c] = base[at * (stays + 1) + n + 1] as number;
    }
  }

  /** W of all sets of a size in a period, for every memory. */
  private priceStates(t: number, n: number, arc: Float64Array): void {
    const { sets, layers, periods, base, keys, shape } = this;
    const { stays, sizeStart } = sets;
    const layer = layers[n] as MemoryLayer;
    const { count, classStart, members, cost } = layer;
    this.aim(t, n);
    const later = periods.nextOpen[t + 1] ?? periods.count;
    const wait = this.canWait(later) ? (base[later * (stays + 1) + n] as number) : -1;
    const idle = wait < 0 ? 0 : (arc[shape.idle] as number);
    const stepCost = Float64Array.from(cost, (at) =>
      at < 0 ? Number.POSITIVE_INFINITY : (arc[at] as number),
    );
    const place = base[t * (stays + 1) + n] as number;
    const classes = classStart.length - 1;
    const end = sizeStart[n + 1] as number;
    for (let s = sizeStart[n] as number, at = 0; s < end; s++, at += count) {
      for (let c = 0; c < classes; c++) {
        this.byKey(t, s, n, layer, c);
        for (let i = classStart[c] as number; i < (classStart[c + 1] as number); i++) {
          const m = members[i] as number;
          let best =
            wait < 0 ? Number.POSITIVE_INFINITY : (scratch[wait + at + m] as number) + idle;
          for (let key = 0; key < keys; key++) {
            const through = (byKey[key] as number) + (stepCost[m * keys + key] as number);
            if (through < best) best = through;
          }
          scratch[place + at + m] = best;
        }
      }
    }
  }

  /** The cheapest ways on by a stay from t, by what is remembered of its place. */
  private byKey(t: number, s: number, n: number, layer: MemoryLayer, of: number): void {
    const { cellStart, cellKey, cellCost, cellBase, sets, keys, layers } = this;
    const { stepFrom, stepRequirement, stepTo } = sets;
    const { after, members, classStart } = layer;
    const row = (members[classStart[of] as number] as number) * keys;
    const width = layers[n + 1]?.count ?? 0;
    const base = t * this.requirements;
    for (let key = 0; key < keys; key++) byKey[key] = Number.POSITIVE_INFINITY;
    const last = stepFrom[s + 1] as number;
    for (let i = stepFrom[s] as number; i < last; i++) {
      const from = base + (stepRequirement[i] as number);
      const next = (stepTo[i] as number) * width;
      const end = cellStart[from + 1] as number;
      for (let c = cellStart[from] as number; c < end; c++) {
        const key = cellKey[c] as number;
        const then = after[row + key] as number;
        const there = cellBase[c] as number;
        if (then < 0 || there < 0) continue;
        const cost = (cellCost[c] as number) + (scratch[there + next + then] as number);
        if (cost < (byKey[key] as number)) {
          byKey[key] = cost;
          byKeyCell[key] = c;
          byKeyStep[key] = i;
        }
      }
    }
  }

  /** Depth first; what states cost from there on tells what cannot end in time. */
  within(own: RelaxedWork, upTo: number, most: number): Line[] | undefined {
    const { first, sets, base, layers, keys, periods, shape } = this;
    const { stays, sizeStart, stepFrom, stepRequirement, stepTo } = sets;
    const { arc, source } = this.tables;
    const start = this.graph.sourceStart[0] as number;
    const lines: Line[] = [];
    const options: number[] = [];
    const extend = (t: number, n: number, s: number, m: number, paid: number): boolean => {
      const layer = layers[n] as MemoryLayer;
      const width = layers[n + 1]?.count ?? 0;
      let cost = paid;
      for (let from = t; ; ) {
        const at = base[from * (stays + 1) + n] as number;
        const onward = at < 0 ? Number.POSITIVE_INFINITY : scratch[at + s * layer.count + m];
        if (!(cost + (onward as number) <= upTo)) return true;
        const set = (sizeStart[n] as number) + s;
        for (let i = stepFrom[set] as number; i < (stepFrom[set + 1] as number); i++) {
          const cell = from * this.requirements + (stepRequirement[i] as number);
          const end = this.cellStart[cell + 1] as number;
          for (let c = this.cellStart[cell] as number; c < end; c++) {
            const key = this.cellKey[c] as number;
            const then = layer.after[m * keys + key] as number;
            const to = this.cellTo[c] as number;
            const next = n + 1 === stays ? to : (periods.nextOpen[to] ?? periods.count);
            const there = base[next * (stays + 1) + n + 1] as number;
            if (then < 0 || there < 0) continue;
            const after = stepTo[i] as number;
            const left = scratch[there + after * width + then] as number;
            const step = cost + (arc[layer.cost[m * keys + key] as number] as number);
            for (let j = this.cellFrom[c] as number; j < (this.cellFrom[c + 1] as number); j++) {
              const option = this.cellOptions[j] as number;
              const reached = step + (own.cost[option] as number);
              if (!(reached + left <= upTo)) continue;
              options.push(option);
              let listed = true;
              if (n + 1 < stays) listed = extend(next, n + 1, after, then, reached);
              else {
                const line = lineAlong(this.profile, start, options);
                if (line !== undefined) lines.push(line);
                listed = lines.length <= most;
              }
              options.pop();
              if (!listed) return false;
            }
          }
        }
        const later = periods.nextOpen[from + 1] ?? periods.count;
        if (!this.canWait(later)) return true;
        cost += arc[shape.idle] as number;
        from = later;
      }
    };
    return extend(first, 0, 0, 0, source[0] as number) ? lines : undefined;
  }

  /** The options of the cheapest line. */
  private walk(arc: Float64Array): number[] {
    const { sets, layers, periods, base, keys, first } = this;
    const { stays, sizeStart } = sets;
    const options: number[] = [];
    let t = first;
    for (let n = 0, s = 0, m = 0; n < stays; ) {
      const layer = layers[n] as MemoryLayer;
      const place = base[t * (stays + 1) + n] as number;
      const at = (s - (sizeStart[n] as number)) * layer.count + m;
      const value = scratch[place + at] as number;
      this.aim(t, n);
      this.byKey(t, s, n, layer, layer.classOf[m] as number);
      let taken = -1;
      for (let key = 0; key < keys && taken < 0; key++) {
        const paid = layer.cost[m * keys + key] as number;
        if (paid >= 0 && (byKey[key] as number) + (arc[paid] as number) === value) taken = key;
      }
      if (taken < 0) {
        t = periods.nextOpen[t + 1] ?? periods.count;
        continue;
      }
      const cell = byKeyCell[taken] as number;
      options.push(this.cellBest[cell] as number);
      m = layer.after[m * keys + taken] as number;
      n++;
      s = (sizeStart[n] as number) + (sets.stepTo[byKeyStep[taken] as number] as number);
      const to = this.cellTo[cell] as number;
      t = periods.nextOpen[to] ?? periods.count;
    }
    return options;
  }
}

/** Costs under the weights of the moment. */
export interface CostTables {
  readonly source: Float64Array;
  readonly arc: Float64Array;
}

const byKey = new Float64Array(1024);
const byKeyCell = new Int32Array(1024);
const byKeyStep = new Int32Array(1024);
