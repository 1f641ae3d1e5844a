/** A graph's costs as one number each under weights by tier, kept until the weights change. */
import { costSizes, noCosts } from "./cost-sizes.ts";
import type { LineGraph, TierCosts } from "./line-graph.ts";
import type { TierWeights } from "./tier-costs.ts";

interface WeightedCosts extends TierCosts {
  readonly weights: TierWeights;
}

const known = new WeakMap<LineGraph, WeightedCosts>();

/** Not to be changed: where one tier alone weighs, and weighs 1, its own arrays. */
export function weightedCosts(graph: LineGraph, weights: TierWeights): TierCosts {
  const last = known.get(graph);
  if (last !== undefined && isSame(last.weights, weights)) return last;
  const sum = (of: keyof TierCosts): Float64Array => sumOf(graph, weights, of);
  const fresh = {
    weights: [...weights],
    source: sum("source"),
    sink: sum("sink"),
    arc: sum("arc"),
    option: sum("option"),
  };
  known.set(graph, fresh);
  return fresh;
}

function sumOf({ costs }: LineGraph, weights: TierWeights, of: keyof TierCosts): Float64Array {
  let only: Float64Array | undefined;
  let sums: Float64Array | undefined;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k] as number;
    const each = costs[k]?.[of];
    if (weight === 0 || each === undefined || costSizes(each).largest === 0) continue;
    if (weight === 1 && only === undefined && sums === undefined) {
      only = each;
      continue;
    }
    sums ??= only === undefined ? new Float64Array(each.length) : only.slice();
    for (let i = 0; i < each.length; i++) {
      sums[i] = (sums[i] as number) + weight * (each[i] as number);
    }
  }
  return sums ?? only ?? noCosts(costs[0]?.[of].length ?? 0);
}

function isSame(a: TierWeights, b: TierWeights): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
