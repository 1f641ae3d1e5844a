/**
 * The cheapest path by dynamic programming over the sets of stays done, without a graph: states are
 * (period, set, what rules remember), and what a set leads to is shared by all periods. For profiles
 * with a relaxed graph whose rules a set can judge.
 *
 *   W(t, S, m) = min( idle + W(t + 1, S, m), min over stays of r ∉ S from t: cost + V(to, S + r, m') )
 *   V(t, S, m) = what ending costs where S is complete, else W(t, S, m)
 *
 * Where the sets track every requirement a path is a line.
 */
import type { Relaxed, SubsetShape } from "./line-graph.ts";
import type { MemoryLayer } from "./set-memories.ts";
import type { SubsetStates } from "./subset-states.ts";

/** Costs under the weights of the moment. */
export interface CostTables {
  readonly source: Float64Array;
  readonly arc: Float64Array;
}

/** Values of states; used by one pricing at a time, so all share them. */
let scratch = new Float64Array(0);

export class SubsetPricer {
  readonly states: SubsetStates;
  readonly shape: SubsetShape;
  readonly periods: Relaxed["facts"]["periods"];
  private readonly layers: readonly MemoryLayer[];
  private readonly keys: number;
  private readonly cellCost: Float64Array;
  private readonly cellBest: Int32Array;
  /** By stay: where the states begin that it leads to, for the size at hand; −1 where there are none. */
  private readonly cellBase: Int32Array;
  /** Costs of the last run. */
  tables: CostTables = { source: new Float64Array(0), arc: new Float64Array(0) };

  constructor({ facts }: Relaxed, shape: SubsetShape, states: SubsetStates) {
    this.states = states;
    this.shape = shape;
    this.periods = facts.periods;
    this.layers = shape.memories.layers;
    this.keys = shape.memories.keys;
    const cells = states.cellTo.length;
    this.cellCost = new Float64Array(cells);
    this.cellBest = new Int32Array(cells);
    this.cellBase = new Int32Array(cells);
  }

  canWait(later: number): boolean {
    return this.shape.idle >= 0 && later < this.periods.count;
  }

  /** What the cheapest path costs when options cost this; Infinity where there is none. */
  price(cost: Float64Array, tables: CostTables): number {
    const { periods, layers } = this;
    const { sets, base, first, count } = this.states;
    const { stays } = sets;
    this.tables = tables;
    const begin = base[first * (stays + 1)] as number;
    if (begin < 0 || layers[0]?.count === 0) return Number.POSITIVE_INFINITY;
    this.priceCells(cost);
    if (scratch.length < count) scratch = new Float64Array(count);
    this.priceEnds(tables);
    for (let t = periods.count - 1; t >= 0; t--) {
      for (let n = 0; n < stays; n++) {
        if ((base[t * (stays + 1) + n] as number) >= 0) this.priceStates(t, n, tables.arc);
      }
    }
    return (scratch[begin] as number) + (tables.source[0] as number);
  }

  /** What is left to pay from a state of size n, at the costs of the last run. */
  onward(t: number, n: number, set: number, memory: number): number {
    const at = this.states.base[t * (this.states.sets.stays + 1) + n] as number;
    if (at < 0) return Number.POSITIVE_INFINITY;
    return scratch[at + set * (this.layers[n] as MemoryLayer).count + memory] as number;
  }

  private priceCells(cost: Float64Array): void {
    const { cellCost, cellBest } = this;
    const { cellFrom, cellOptions } = this.states;
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
    const { periods, shape } = this;
    const { sets, base } = this.states;
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
    const { cellBase, periods } = this;
    const { cellStart, cellTo, base, sets } = this.states;
    const { stays, classes } = sets;
    const end = cellStart[(t + 1) * classes] as number;
    for (let c = cellStart[t * classes] as number; c < end; c++) {
      const to = cellTo[c] as number;
      const at = n + 1 === stays ? to : (periods.nextOpen[to] ?? periods.count);
      cellBase[c] = base[at * (stays + 1) + n + 1] as number;
    }
  }

  /** W of all sets of a size in a period, for every memory. */
  private priceStates(t: number, n: number, arc: Float64Array): void {
    const { layers, periods, keys, shape } = this;
    const { sets, base } = this.states;
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
    const { cellCost, cellBase, keys, layers } = this;
    const { cellStart, cellKey, sets } = this.states;
    const { stepFrom, stepClass, stepTo } = sets;
    const { after, members, classStart } = layer;
    const row = (members[classStart[of] as number] as number) * keys;
    const width = layers[n + 1]?.count ?? 0;
    const base = t * sets.classes;
    for (let key = 0; key < keys; key++) byKey[key] = Number.POSITIVE_INFINITY;
    const last = stepFrom[s + 1] as number;
    for (let i = stepFrom[s] as number; i < last; i++) {
      const from = base + (stepClass[i] as number);
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

  /** The options of the cheapest path. */
  walk(): number[] {
    const { layers, periods, keys } = this;
    const { sets, base, first, cellTo } = this.states;
    const { stays, sizeStart } = sets;
    const { arc } = this.tables;
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
      t = periods.nextOpen[cellTo[cell] as number] ?? periods.count;
    }
    return options;
  }
}

const byKey = new Float64Array(1024);
const byKeyCell = new Int32Array(1024);
const byKeyStep = new Int32Array(1024);
