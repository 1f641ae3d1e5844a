/** A path through a profile's graph → the line it is. */
import type { Line } from "./line.ts";
import type { LineGraph } from "./line-graph.ts";
import type { Profile } from "./profile.ts";

/** A line from the arcs and options of its path. */
export function makeLine(
  { index, graph }: Profile,
  source: number,
  sink: number,
  arcs: readonly number[],
  options: readonly number[],
): Line {
  const from = graph.sources.indexOf(source);
  const to = graph.sinks.indexOf(sink);
  return new PathLine(index, graph, { source: from, sink: to, arcs, options });
}

interface Path {
  /** Among the graph's sources and its sinks. */
  readonly source: number;
  readonly sink: number;
  readonly arcs: readonly number[];
  readonly options: readonly number[];
}

/** Most lines are looked at once and never told apart from others: what that takes is made when asked for. */
class PathLine implements Line {
  readonly profile: number;
  readonly start: number;
  readonly slots: Int32Array;
  readonly arcs: Int32Array;
  readonly options: Int32Array;
  private readonly graph: LineGraph;
  private readonly source: number;
  private readonly sink: number;
  private ownCosts: readonly number[] | undefined;
  private ownKey: string | undefined;

  constructor(profile: number, graph: LineGraph, { source, sink, arcs, options }: Path) {
    this.profile = profile;
    this.graph = graph;
    this.source = source;
    this.sink = sink;
    this.start = graph.sourceStart[source] ?? 0;
    this.arcs = new Int32Array(arcs);
    this.options = new Int32Array(options);
    this.slots = new Int32Array(arcs.length);
    for (let i = 0; i < arcs.length; i++) this.slots[i] = graph.arcSlot[arcs[i] as number] ?? -1;
  }

  get costs(): readonly number[] {
    this.ownCosts ??= this.graph.costs.map((tier) => {
      let cost = (tier.source[this.source] ?? 0) + (tier.sink[this.sink] ?? 0);
      for (const a of this.arcs) cost += tier.arc[a] ?? 0;
      for (const o of this.options) cost += tier.option[o] ?? 0;
      return cost;
    });
    return this.ownCosts;
  }

  get key(): string {
    const { profile, graph, source, arcs, options } = this;
    this.ownKey ??= `${profile}:${graph.sources[source]}:${arcs.join(",")}:${options.join(",")}`;
    return this.ownKey;
  }
}
