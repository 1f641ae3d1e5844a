/** What is reached in a relaxed graph → typed arrays. */
import type { Encoding } from "../formulation/encodings.ts";
import type { DoctorFacts } from "../formulation/facts.ts";
import type { LineGraph, SubsetShape } from "./line-graph.ts";
import type { CostTable } from "./relaxed-costs.ts";
import type { RelaxedSlot } from "./relaxed-slots.ts";

/** Everything reached from one start. Nodes have ids in order of time, two levels a period; arcs are in order of their tails. */
export interface Reached {
  readonly start: { readonly period: number; readonly cost: number };
  readonly source: number;
  /** Ids of a level. */
  readonly width: number;
  /** By id: 1 where it leads to an end. */
  readonly alive: Uint8Array;
  /** Ids of ends → what ending there costs. */
  readonly sinks: ReadonlyMap<number, number>;
  readonly tails: readonly number[];
  readonly heads: readonly number[];
  readonly slots: readonly number[];
  readonly arcCosts: readonly number[];
}

export interface RelaxedParts {
  readonly facts: DoctorFacts;
  readonly encodings: readonly Encoding[];
  /** Those whose steps only labels can follow. */
  readonly late: readonly Encoding[];
  readonly slots: readonly RelaxedSlot[];
  /** By start. */
  readonly reached: readonly Reached[];
  readonly subsets: readonly SubsetShape[];
  readonly costs: CostTable;
}

export function packRelaxed(parts: RelaxedParts): LineGraph {
  const { facts, encodings, late, slots, subsets, costs } = parts;
  const { sources, sinks, ...nodes } = layOutNodes(parts.reached);
  const { options, optionSlot, ...places } = layOutOptions(slots);
  return {
    nodes: nodes.time.length,
    nodeTime: Int32Array.from(nodes.time),
    nodeDone: new Int32Array(0),
    sources: Int32Array.from(sources, ({ node }) => node),
    sourceStart: Int32Array.from(sources, ({ start }) => start),
    sinks: Int32Array.from(sinks, ({ node }) => node),
    arcTail: new Int32Array(0),
    arcHead: Int32Array.from(nodes.arcHead),
    arcSlot: Int32Array.from(nodes.arcSlot),
    slotRequirement: new Int32Array(slots.length).fill(-1),
    slotFrom: Int32Array.from(slots, ({ from }) => from),
    slotTo: Int32Array.from(slots, ({ to }) => to),
    ...places,
    costs: costs.byChannel({
      source: sources.map(({ cost }) => cost),
      sink: sinks.map(({ cost }) => cost),
      option: options.map((option) => option.costs),
    }),
    relaxed: {
      facts,
      encodings,
      late,
      arcStart: Int32Array.from(nodes.arcStart),
      arcCost: Int32Array.from(nodes.arcCost),
      sinkAt: Int32Array.from(nodes.sinkAt),
      optionSlot,
      subsets,
      optional: Uint8Array.from(facts.programme.requirements, ({ group }) =>
        group === undefined ? 0 : 1,
      ),
    },
  };
}

/** Nodes that lead to an end, start by start, and the arcs between them. */
function layOutNodes(reached: readonly Reached[]) {
  const time: number[] = [];
  const sinkAt: number[] = [];
  const sources: { node: number; start: number; cost: number }[] = [];
  const sinks: { node: number; cost: number }[] = [];
  const arcStart: number[] = [];
  const arcHead: number[] = [];
  const arcSlot: number[] = [];
  const arcCost: number[] = [];
  for (const part of reached) {
    const number = new Int32Array(part.alive.length).fill(-1);
    let count = time.length;
    for (let id = 0; id < part.alive.length; id++) if (part.alive[id] === 1) number[id] = count++;
    let a = 0;
    for (let id = 0; id < part.alive.length; id++) {
      if (part.alive[id] === 0) continue;
      const level = Math.floor(id / part.width);
      const node = number[id] as number;
      time.push(level >> 1);
      arcStart.push(arcHead.length);
      const sink = part.sinks.get(id);
      sinkAt.push(sink === undefined ? -1 : sinks.length);
      if (sink !== undefined) sinks.push({ node, cost: sink });
      while (a < part.tails.length && (part.tails[a] as number) < id) a++;
      for (; a < part.tails.length && part.tails[a] === id; a++) {
        const head = number[part.heads[a] as number] as number;
        if (head < 0) continue;
        arcHead.push(head);
        arcSlot.push(part.slots[a] as number);
        arcCost.push(part.arcCosts[a] as number);
      }
    }
    const node = number[part.source] as number;
    if (node >= 0) sources.push({ node, start: part.start.period, cost: part.start.cost });
  }
  arcStart.push(arcHead.length);
  return { time, sinkAt, sources, sinks, arcStart, arcHead, arcSlot, arcCost };
}

/** The options of slots, one after another. */
function layOutOptions(slots: readonly RelaxedSlot[]) {
  const options = slots.flatMap((slot) => slot.options);
  const sections = [...new Set(options.map(({ section }) => section))];
  const optionStart = new Int32Array(slots.length + 1);
  const optionSlot = new Int32Array(options.length);
  slots.forEach((slot, s) => {
    const first = optionStart[s] as number;
    optionStart[s + 1] = first + slot.options.length;
    optionSlot.fill(s, first, first + slot.options.length);
  });
  return {
    options,
    optionSlot,
    optionStart,
    optionRequirement: Int32Array.from(options, ({ requirement }) => requirement),
    optionUnit: Int32Array.from(options, ({ unit }) => unit.index),
    optionSection: Int32Array.from(options, ({ section }) => sections.indexOf(section)),
    sections,
  };
}
