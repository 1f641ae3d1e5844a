/** The dearest line of a graph in one channel of costs. */
import type { LineGraph, TierCosts } from "./line-graph.ts";

/** What the dearest line costs; 0 where there is none. Arcs come in order of their tail, nodes in order of time. */
export function longest(graph: LineGraph, costs: TierCosts): number {
  const reach = new Float64Array(graph.nodes).fill(Number.NEGATIVE_INFINITY);
  graph.sources.forEach((node, at) => {
    reach[node] = Math.max(reach[node] as number, costs.source[at] as number);
  });
  const slots = new Float64Array(graph.slotFrom.length);
  for (let s = 0; s < slots.length; s++) {
    for (let o = graph.optionStart[s] as number; o < (graph.optionStart[s + 1] as number); o++) {
      slots[s] = Math.max(slots[s] as number, costs.option[o] as number);
    }
  }
  for (let a = 0; a < graph.arcTail.length; a++) {
    const there =
      (reach[graph.arcTail[a] as number] as number) +
      (costs.arc[a] as number) +
      (slots[graph.arcSlot[a] as number] as number);
    const head = graph.arcHead[a] as number;
    if (there > (reach[head] as number)) reach[head] = there;
  }
  let most = 0;
  graph.sinks.forEach((node, at) => {
    most = Math.max(most, (reach[node] as number) + (costs.sink[at] as number));
  });
  return most;
}
