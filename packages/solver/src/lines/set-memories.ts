/**
 * What rules remember of places, by how many stays are done: after n stays only so many memories can
 * be, and of those that everything from there on treats alike one stands for all.
 */
import type { Encoding } from "../formulation/encodings.ts";
import type { Stay } from "../formulation/facts.ts";
import { noneRemembered, rememberStay } from "./place-memories.ts";
import type { CostTable } from "./relaxed-costs.ts";

/** Memories after so many stays; costs are numbers of the cost table. */
export interface MemoryLayer {
  readonly count: number;
  /** By memory and key: the memory after a stay there, in the next layer, or −1, and what it costs. */
  readonly after: Int32Array;
  readonly cost: Int32Array;
  /** Memories by what comes after them, whatever it costs: [classStart[c], classStart[c + 1]) of `members`. */
  readonly classStart: Int32Array;
  readonly members: Int32Array;
  readonly classOf: Int32Array;
}

export interface SetMemories {
  readonly keys: number;
  /** By how many stays are done; the last has no stays after it. None where no line is. */
  readonly layers: readonly MemoryLayer[];
  /** By end and memory of the last layer: what ending costs, or −1. */
  readonly end: Int32Array;
}

/** Past so many there is no use in it. */
const MOST_MEMORIES = 5_000;

export interface SetMemoriesParams {
  readonly steady: readonly Encoding[];
  /** By key, a stay that stands for all of it. */
  readonly samples: readonly Stay[];
  readonly stays: number;
  readonly periods: number;
  readonly costs: CostTable;
  /** What ending in a period costs, with what rules remember by then. */
  readonly finish: (end: number, states: readonly number[]) => number;
}

/** Undefined where there are too many. */
export function setMemories(params: SetMemoriesParams): SetMemories | undefined {
  const { steady, samples, stays, periods, costs, finish } = params;
  const keys = samples.length;
  const found: { states: (readonly number[])[]; after: number[]; cost: number[] }[] = [];
  let states = [noneRemembered(steady)];
  let total = 1;
  for (let n = 0; n < stays; n++) {
    const layer = { states, after: [] as number[], cost: [] as number[] };
    found.push(layer);
    const next = new Map<string, number>();
    const later: number[][] = [];
    for (const from of states) {
      for (const stay of samples) {
        const step = rememberStay(steady, from, stay, costs);
        layer.cost.push(step.cost);
        if (step.cost < 0) {
          layer.after.push(-1);
          continue;
        }
        const text = step.states.join();
        const at = next.get(text) ?? later.push(step.states) - 1;
        next.set(text, at);
        layer.after.push(at);
      }
    }
    states = later;
    total += later.length;
    if (total > MOST_MEMORIES) return undefined;
  }
  const ends = states.map((last) => Array.from({ length: periods + 1 }, (_, t) => finish(t, last)));
  let merged = merge(ends.map((row) => ({ text: row.join(), dead: row.every((at) => at < 0) })));
  const end = new Int32Array((periods + 1) * merged.firsts.length);
  merged.firsts.forEach((first, m) => {
    ends[first]?.forEach((at, t) => {
      end[t * merged.firsts.length + m] = at;
    });
  });
  const layers = [layerOf(merged.firsts, [], [], 0)];
  for (const { states: all, after, cost } of found.reverse()) {
    const { index } = merged;
    const then = after.map((at) => (at < 0 ? -1 : (index[at] ?? -1)));
    const rows = all.map((_, m) => {
      const own = then.slice(m * keys, (m + 1) * keys);
      const paid = cost.slice(m * keys, (m + 1) * keys);
      return { text: `${own}/${paid}`, dead: own.every((at) => at < 0) };
    });
    merged = merge(rows);
    layers.unshift(layerOf(merged.firsts, then, cost, keys));
  }
  return { keys, layers, end };
}

/** Those alike become one, those that lead nowhere none: the first of each, and by each its place or −1. */
function merge(rows: readonly { readonly text: string; readonly dead: boolean }[]) {
  const known = new Map<string, number>();
  const firsts: number[] = [];
  const index = rows.map(({ text, dead }, at) => {
    if (dead) return -1;
    const there = known.get(text) ?? firsts.push(at) - 1;
    known.set(text, there);
    return there;
  });
  return { firsts, index };
}

function layerOf(
  firsts: readonly number[],
  then: readonly number[],
  cost: readonly number[],
  keys: number,
): MemoryLayer {
  const rowOf = (all: readonly number[], first: number) =>
    all.slice(first * keys, (first + 1) * keys);
  const classes = new Map<string, number[]>();
  firsts.forEach((first, m) => {
    const text = rowOf(then, first).join();
    const alike = classes.get(text);
    if (alike === undefined) classes.set(text, [m]);
    else alike.push(m);
  });
  const classOf = new Int32Array(firsts.length);
  const classStart = [0];
  const members: number[] = [];
  for (const [at, alike] of [...classes.values()].entries()) {
    for (const m of alike) classOf[m] = at;
    members.push(...alike);
    classStart.push(members.length);
  }
  return {
    count: firsts.length,
    after: Int32Array.from(firsts.flatMap((first) => rowOf(then, first))),
    cost: Int32Array.from(firsts.flatMap((first) => rowOf(cost, first))),
    classStart: Int32Array.from(classStart),
    members: Int32Array.from(members),
    classOf,
  };
}
