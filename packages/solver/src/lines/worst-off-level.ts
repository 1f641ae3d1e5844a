/**
 * The worst-off doctor in a tier of her own: the least θ for which some plan, as good in the tiers
 * before, burdens nobody by more than θ. Lines remember what they burden (formulation/burden.ts), so
 * "how many are burdened by more than θ" adds up like any cost; θ is found by halving, and each
 * answer, 0 or at least 1, is bounded and searched for like a tier. Lines are told apart one by one,
 * so that doctors who are alike may stay together (docs/formulation.md 7).
 */
import { assign } from "./assignment.ts";
import type { Component } from "./component.ts";
import { eliminate } from "./eliminate.ts";
import { FreeBounds } from "./free-bounds.ts";
import type { Line } from "./line.ts";
import type { LineGraph } from "./line-graph.ts";
import { longestTo } from "./longest.ts";
import type { Deleted } from "./price.ts";
import type { Profile } from "./profile.ts";
import { offer, type SearchState, searchState } from "./search-state.ts";
import type { WorstOff } from "./worst-off.ts";

/** The search of a level as a tier. */
export interface LevelSearch {
  tier(
    tier: number,
  ): Promise<{ readonly bound: number; readonly closed?: { readonly nodes: number } | undefined }>;
  dispose(): void;
}

export interface Settled {
  /** Nobody can be spared more than so much. */
  readonly bound: number;
  readonly nodes: number;
  /** Without lines that burden more than the plan's worst-off doctor bears. */
  readonly deleted: readonly Deleted[];
}

/** Lowers the best plan's worst burden as far as can be; `open` begins the search of one level. */
export async function settleWorstOff(
  state: SearchState,
  worst: WorstOff,
  open: (level: SearchState) => LevelSearch,
): Promise<Settled> {
  const levels = burdensIn(state.component, worst);
  const atPresent = (): number => (state.best.value[worst.tier] ?? 0) / worst.weight;
  let nodes = 0;
  // Indices: every level below `low` is out of reach; the plan is at `high`.
  let low = 0;
  let high = levels.indexOf(atPresent());
  while (low < high && !state.watch.stopped()) {
    const middle = Math.floor((low + high) / 2);
    const level = levelOf(state, worst, levels[middle] ?? 0);
    const search = open(level);
    try {
      const { bound, closed } = await search.tier(worst.tier);
      nodes += closed?.nodes ?? 0;
      if ((level.best.value[worst.tier] ?? 1) === 0) {
        const lines = level.best.lines.map(({ line, count }) => ({
          line: withCost(line, worst.tier, 0),
          count,
        }));
        offer(state, assign(state.component, lines));
        high = levels.indexOf(atPresent());
      } else if (bound > 0) low = middle + 1;
      else break;
    } finally {
      search.dispose();
    }
  }
  const level = levelOf(state, worst, atPresent());
  const { deleted } = eliminate(level, new FreeBounds(level).of(worst.tier), 0);
  return { bound: worst.weight * (levels[low] ?? 0), nodes, deleted };
}

/** What some line, or leaving somebody out, burdens one doctor by; ascending. */
function burdensIn({ profiles }: Component, { channel }: WorstOff): number[] {
  const burdens = new Set<number>([0]);
  for (const { graph, unplacedBurden } of profiles) {
    burdens.add(unplacedBurden);
    for (const burden of sinkBurdens(graph, channel)) burdens.add(burden);
  }
  return [...burdens].sort((a, b) => a - b);
}

/** By sink: what every line that ends there burdens its doctor by. */
function sinkBurdens(graph: LineGraph, channel: number): Float64Array {
  const costs = graph.costs[channel];
  return costs === undefined ? new Float64Array(graph.sinks.length) : longestTo(graph, costs);
}

/** The same search with the tier counting doctors burdened by more than `theta`. */
function levelOf(state: SearchState, worst: WorstOff, theta: number): SearchState {
  const { tier, channel } = worst;
  const profiles = state.component.profiles.map(
    (profile): Profile => ({
      ...profile,
      graph: aboveTheta(profile.graph, worst, theta),
      unplacedCost: profile.unplacedCost.with(tier, profile.unplacedBurden > theta ? 1 : 0),
    }),
  );
  const component: Component = { ...state.component, profiles, worstOff: undefined };
  const lines = state.best.lines.map(({ line, count }) => ({
    line: withCost(line, tier, (line.costs[channel] ?? 0) > theta ? 1 : 0),
    count,
  }));
  const level = searchState(
    component,
    state.limits,
    assign(component, lines),
    state.random,
    state.watch,
  );
  state.deleted.forEach((each, at) => {
    level.deleted[at] = each;
  });
  return level;
}

function aboveTheta(graph: LineGraph, { tier, channel }: WorstOff, theta: number): LineGraph {
  const costs = [...graph.costs];
  costs[tier] = {
    source: new Float64Array(graph.sources.length),
    sink: sinkBurdens(graph, channel).map((burden) => (burden > theta ? 1 : 0)),
    arc: new Float64Array(graph.arcTail.length),
    option: new Float64Array(graph.optionUnit.length),
  };
  return { ...graph, costs };
}

const withCost = (line: Line, tier: number, cost: number): Line => ({
  ...line,
  costs: line.costs.with(tier, cost),
});
