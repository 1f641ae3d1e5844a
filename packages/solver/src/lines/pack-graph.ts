/** Parts of a graph → typed arrays. */
import type { Node } from "./graph-parts.ts";
import type { LineGraph } from "./line-graph.ts";

/** Keeps what lies on a path from a source to a sink and lays it out in typed arrays. */
export function pack(
  order: readonly Node[],
  sources: readonly { node: Node; costs: readonly number[] }[],
  sinks: ReadonlyMap<Node, readonly number[]>,
  tiers: number,
): LineGraph {
  const alive = new Set<Node>(sinks.keys());
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    if (node === undefined) continue;
    node.arcs = node.arcs.filter(({ head }) => alive.has(head));
    if (node.arcs.length > 0) alive.add(node);
  }
  const kept = order.filter((node) => alive.has(node));
  const index = new Map(kept.map((node, at) => [node, at]));
  const arcs = kept.flatMap((node) => node.arcs.map((arc) => ({ tail: node, ...arc })));
  const slots = [...new Set(arcs.map(({ slot }) => slot))];
  const slotIndex = new Map(slots.map((slot, at) => [slot, at]));
  const options = slots.flatMap((slot) => slot.options);
  const sections = [...new Set(options.map(({ section }) => section))];
  const begun = sources.filter(({ node }) => alive.has(node));
  const ended = kept.filter((node) => sinks.has(node));
  const optionStart = new Int32Array(slots.length + 1);
  slots.forEach((slot, at) => {
    optionStart[at + 1] = (optionStart[at] ?? 0) + slot.options.length;
  });
  const at = (node: Node): number => index.get(node) ?? -1;
  return {
    nodes: kept.length,
    nodeTime: Int32Array.from(kept, ({ time }) => time),
    nodeDone: Int32Array.from(kept, ({ done }) => done),
    sources: Int32Array.from(begun, ({ node }) => at(node)),
    sourceStart: Int32Array.from(begun, ({ node }) => node.start),
    sinks: Int32Array.from(ended, at),
    arcTail: Int32Array.from(arcs, ({ tail }) => at(tail)),
    arcHead: Int32Array.from(arcs, ({ head }) => at(head)),
    arcSlot: Int32Array.from(arcs, ({ slot }) => slotIndex.get(slot) ?? -1),
    slotRequirement: Int32Array.from(slots, ({ requirement }) => requirement),
    slotFrom: Int32Array.from(slots, ({ from }) => from),
    slotTo: Int32Array.from(slots, ({ to }) => to),
    optionStart,
    optionRequirement: Int32Array.from(
      slots.flatMap(({ requirement, options: own }) => own.map(() => requirement)),
    ),
    optionUnit: Int32Array.from(options, ({ unit }) => unit.index),
    optionSection: Int32Array.from(options, ({ section }) => sections.indexOf(section)),
    sections,
    costs: Array.from({ length: tiers }, (_, k) => ({
      source: Float64Array.from(begun, ({ costs }) => costs[k] ?? 0),
      sink: Float64Array.from(ended, (node) => sinks.get(node)?.[k] ?? 0),
      arc: Float64Array.from(arcs, ({ costs }) => costs[k] ?? 0),
      option: Float64Array.from(options, ({ costs }) => costs[k] ?? 0),
    })),
  };
}
