/** The cheapest line of a graph with every seat free. */
import type { LineGraph } from "./line-graph.ts";
import type { TierWeights } from "./tier-costs.ts";
import { weightedCosts } from "./weighted-costs.ts";

/** Infinity where there is no line. Arcs come in order of their tail, nodes in order of time. */
export function shortest(graph: LineGraph, weights: TierWeights): number {
  const { source, sink, arc, option } = weightedCosts(graph, weights);
  const reach = new Float64Array(graph.nodes).fill(Number.POSITIVE_INFINITY);
  graph.sources.forEach((node, at) => {
    reach[node] = Math.min(reach[node] as number, source[at] as number);
  });
  const slots = Float64Array.from(graph.slotFrom, (_, s) => {
    const own = option.subarray(graph.optionStart[s], graph.optionStart[s + 1]);
    return own.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  });
  graph.arcTail.forEach((tail, a) => {
    const head = graph.arcHead[a] as number;
    const there =
      (reach[tail] as number) + (arc[a] as number) + (slots[graph.arcSlot[a] as number] as number);
    reach[head] = Math.min(reach[head] as number, there);
  });
  return graph.sinks.reduce(
    (least, node, at) => Math.min(least, (reach[node] as number) + (sink[at] as number)),
    Number.POSITIVE_INFINITY,
  );
}
