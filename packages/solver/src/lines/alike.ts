/**
 * Profiles that no price of seats tells apart: with every seat free the cheapest line of one is that of
 * all, so one pricing serves them. Doctors who differ in their wishes alone are alike in all other tiers.
 */
import { unplacedPrice } from "./bound.ts";
import type { TierWeights } from "./price-work.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";

/** By profile: the first one that it is alike under the weights. */
export function alikeUnder({ component, deleted }: SearchState, weights: TierWeights): Int32Array {
  const { profiles } = component;
  const byShape = new Map<Int32Array, Map<Float64Array | undefined, number[]>>();
  const last = weights.findLastIndex((weight) => weight !== 0);
  return Int32Array.from(profiles, (profile, at) => {
    const { arcTail, costs } = profile.graph;
    const byCosts = byShape.get(arcTail) ?? new Map<Float64Array | undefined, number[]>();
    byShape.set(arcTail, byCosts);
    const key = costs[last]?.option;
    const firsts = byCosts.get(key);
    const found = firsts?.find(
      (first: number) =>
        deleted[first] === deleted[at] && isAlike(profiles[first] as Profile, profile, weights),
    );
    if (found !== undefined) return found;
    if (firsts === undefined) byCosts.set(key, [at]);
    else firsts.push(at);
    return at;
  });
}

function isAlike(a: Profile, b: Profile, weights: TierWeights): boolean {
  return (
    weights.every((weight, k) => {
      if (weight === 0) return true;
      const [one, other] = [a.graph.costs[k], b.graph.costs[k]];
      return (
        one?.option === other?.option &&
        one?.arc === other?.arc &&
        one?.source === other?.source &&
        one?.sink === other?.sink
      );
    }) && unplacedPrice(a, weights) === unplacedPrice(b, weights)
  );
}
