/** The dearest line of a graph in one channel of costs. */
import type { LineGraph, Relaxed, TierCosts } from "./line-graph.ts";

/** What the dearest line costs; 0 where there is none. */
export function longest(graph: LineGraph, costs: TierCosts): number {
  if (graph.relaxed !== undefined) return longestRelaxed(graph, graph.relaxed, costs);
  return longestTo(graph, costs).reduce((most, each) => Math.max(most, each), 0);
}

/** By sink: what the dearest line there costs. Arcs come in order of their tail, nodes in order of time. */
export function longestTo(graph: LineGraph, costs: TierCosts): Float64Array {
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
  return Float64Array.from(
    graph.sinks,
    (node, at) => (reach[node] as number) + (costs.sink[at] as number),
  );
}

/** At least what the dearest line costs: paths of a relaxed graph, and all that labels could add. */
function longestRelaxed(
  graph: LineGraph,
  { arcStart, arcCost, sinkAt, late }: Relaxed,
  costs: TierCosts,
): number {
  if (late.some(({ price }) => price !== "must")) return DEAR;
  const reach = new Float64Array(graph.nodes).fill(Number.NEGATIVE_INFINITY);
  const slots = new Float64Array(graph.slotFrom.length);
  for (let s = 0; s < slots.length; s++) {
    for (let o = graph.optionStart[s] as number; o < (graph.optionStart[s + 1] as number); o++) {
      slots[s] = Math.max(slots[s] as number, costs.option[o] as number);
    }
  }
  for (let v = graph.nodes - 1; v >= 0; v--) {
    const sink = sinkAt[v] as number;
    let most = sink < 0 ? Number.NEGATIVE_INFINITY : (costs.sink[sink] as number);
    for (let a = arcStart[v] as number; a < (arcStart[v + 1] as number); a++) {
      const slot = graph.arcSlot[a] as number;
      const own = slot < 0 ? 0 : (slots[slot] as number);
      const cost = costs.arc[arcCost[a] as number] as number;
      most = Math.max(most, (reach[graph.arcHead[a] as number] as number) + own + cost);
    }
    reach[v] = most;
  }
  let most = 0;
  graph.sources.forEach((node, at) => {
    most = Math.max(most, (reach[node] as number) + (costs.source[at] as number));
  });
  return most;
}

/** More than a line costs, where nothing better is known. */
const DEAR = 2 ** 20;
