/** Where pricing by sets of stays keeps what, and the stays that lead from one state to another. */
import type { LineGraph, Relaxed, SubsetShape } from "./line-graph.ts";
import type { Profile } from "./profile.ts";
import type { StaySets } from "./stay-sets.ts";

/**
 * States are (period, set, memory), of sizes that lead somewhere from the period, with the memories
 * there are at that size. Stays of a class that begin and end together and are remembered alike are a cell.
 */
export interface SubsetStates {
  readonly sets: StaySets;
  /** The first open period of a block. */
  readonly first: number;
  /** Cells from a period of a class: [cellStart[t · classes + class], …). */
  readonly cellStart: Int32Array;
  readonly cellTo: Int32Array;
  readonly cellKey: Int32Array;
  /** Options of a cell: [cellFrom[c], cellFrom[c + 1]) of `cellOptions`. */
  readonly cellFrom: Int32Array;
  readonly cellOptions: Int32Array;
  /** By period and size: where its states begin, or −1. A line's end is of the last size. */
  readonly base: Int32Array;
  /** How many states there are. */
  readonly count: number;
}

export function subsetStates(
  { graph }: Profile,
  { facts }: Relaxed,
  shape: SubsetShape,
  sets: StaySets,
): SubsetStates {
  const { periods } = facts;
  const cells = cellsOf(graph, shape, sets, periods.count);
  const cellTo = Int32Array.from(cells.all, ({ to }) => to);
  const from = [0];
  for (const { options } of cells.all) from.push((from.at(-1) ?? 0) + options.length);
  const first = periods.nextOpen[graph.sourceStart[0] as number] ?? periods.count;
  return {
    sets,
    first,
    cellStart: cells.start,
    cellTo,
    cellKey: Int32Array.from(cells.all, ({ key }) => key),
    cellFrom: Int32Array.from(from),
    cellOptions: Int32Array.from(cells.all.flatMap(({ options }) => options)),
    ...layOut({ sets, first, cellStart: cells.start, cellTo }, shape, periods),
  };
}

interface Cell {
  readonly to: number;
  readonly key: number;
  readonly options: number[];
}

function cellsOf(graph: LineGraph, shape: SubsetShape, sets: StaySets, periods: number) {
  const { optionStart, optionRequirement, slotFrom, slotTo } = graph;
  const { classes, classOf } = sets;
  const byStart: Cell[][] = Array.from({ length: periods * classes }, () => []);
  for (let slot = 0; slot < slotFrom.length; slot++) {
    const to = slotTo[slot] as number;
    const key = shape.slotKey[slot] as number;
    const base = (slotFrom[slot] as number) * classes;
    const end = optionStart[slot + 1] as number;
    for (let option = optionStart[slot] as number; option < end; option++) {
      const own = classOf[optionRequirement[option] as number] as number;
      const cells = byStart[base + own] ?? [];
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
function layOut(
  { sets, first, cellStart, cellTo }: Pick<SubsetStates, "sets" | "first" | "cellStart" | "cellTo">,
  { memories, idle }: SubsetShape,
  { count, nextOpen }: Relaxed["facts"]["periods"],
): Pick<SubsetStates, "base" | "count"> {
  const { stays, sizeStart, classes } = sets;
  const { layers } = memories;
  const ends = Array.from({ length: count }, (_, t) => [
    ...new Set(cellTo.slice(cellStart[t * classes], cellStart[(t + 1) * classes])),
  ]);
  const on = (t: number): number => nextOpen[t] ?? count;
  const canWait = (later: number): boolean => idle >= 0 && later < count;
  const forward = new Int32Array(count + 1);
  const ended = new Uint8Array(count + 1);
  if (first < count) forward[first] = 1;
  for (let t = 0; t < count; t++) {
    const here = forward[t] as number;
    if (here === 0) continue;
    const waits = on(t + 1);
    if (canWait(waits)) forward[waits] = (forward[waits] as number) | here;
    for (const to of ends[t] ?? []) {
      if (((here << 1) & (1 << stays)) !== 0) ended[to] = 1;
      forward[on(to)] = (forward[on(to)] as number) | ((here << 1) & ~(1 << stays));
    }
  }
  const backward = new Int32Array(count + 1);
  for (let t = count - 1; t >= 0; t--) {
    const waits = on(t + 1);
    let sizes = canWait(waits) ? (backward[waits] as number) : 0;
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
  return { base, count: states };
}
