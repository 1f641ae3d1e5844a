/**
 * Blended weights for the search: the tiers up to one, each a few doctors' worth of the next. Only
 * for finding plans; what is better is decided by the tiers' strict order, and bounds are by tier.
 */

import { costIn } from "../formulation/channels.ts";
import { EXACT_BELOW } from "../tolerance.ts";
import { costSizes, greatestCommonDivisor } from "./cost-sizes.ts";
import { crowdingAt, lackingAt, laneAt, mostOfOne } from "./limits.ts";
import type { LineGraph } from "./line-graph.ts";
import type { TierWeights } from "./price.ts";
import type { SearchState } from "./search-state.ts";

/** How many of the dearest lines of a tier one step of the tier before is worth. */
const WORTH = 4;
/** No tier weighs more, however many come after it: linear programs break down on costs wider apart. */
const HEAVIEST = 2 ** 30;

export interface Blend {
  readonly weights: TierWeights;
  /** Every plan's blended cost is a multiple of this. */
  readonly grid: number;
  /** The least by which a plan that is better in the last tier blended costs less. */
  readonly step: number;
}

/** The blend of the tiers 0 to `last`. */
export function blendTo(state: SearchState, last: number): Blend {
  const weights = new Array<number>(state.tiers).fill(0);
  let weight = 1;
  for (let k = last; k >= 0; k--) {
    weights[k] = weight;
    weight = Math.min(HEAVIEST, weight * (1 + WORTH * sizesOf(state, k).dearest));
  }
  let grid = 0;
  weights.forEach((each, k) => {
    if (each !== 0) grid = greatestCommonDivisor(grid, each * gridOf(state, k));
  });
  return { weights, grid, step: gridOf(state, last) * (weights[last] ?? 1) };
}

interface TierSizes {
  readonly dearest: number;
  readonly grid: number;
  /** Does no line cost anything? */
  readonly free: boolean;
}

const known = new WeakMap<SearchState["component"], Map<number, TierSizes>>();

/** The sizes of a component's costs in a tier, counted once. */
function sizesOf(state: SearchState, tier: number): TierSizes {
  let tiers = known.get(state.component);
  if (tiers === undefined) {
    tiers = new Map();
    known.set(state.component, tiers);
  }
  let sizes = tiers.get(tier);
  if (sizes === undefined) {
    sizes = {
      dearest: dearestLine(state, tier),
      grid: gridIn(state, tier),
      free: isFree(state, tier),
    };
    tiers.set(tier, sizes);
  }
  return sizes;
}

/** Every plan's cost in a tier is a multiple of this. */
export function gridOf(state: SearchState, tier: number): number {
  return sizesOf(state, tier).grid;
}

/** Does no line cost anything in a tier, but at most those who are left out? */
export function linesAreFree(state: SearchState, tier: number): boolean {
  return sizesOf(state, tier).free;
}

function isFree(state: SearchState, tier: number): boolean {
  const { component } = state;
  if (chargesIn(state, tier).beyond.size > 0) return false;
  return component.profiles.every(({ graph }) => {
    const costs = graph.costs[tier];
    if (costs === undefined) return true;
    return [costs.source, costs.sink, costs.arc, costs.option].every(
      (each) => costSizes(each).largest === 0,
    );
  });
}

/** At least what the dearest line, or leaving a doctor out, costs in a tier. */
function dearestLine(state: SearchState, tier: number): number {
  let most = 1;
  for (const weight of chargesIn(state, tier).missing) most = Math.max(most, weight);
  most += state.limits.periods * dearestCrowd(state, tier);
  for (const { graph, unplacedCost } of state.component.profiles) {
    const costs = graph.costs[tier];
    if (costs === undefined) continue;
    const [once, each] = [
      costSizes(costs.source).largest + costSizes(costs.sink).largest,
      costSizes(costs.arc).largest + costSizes(costs.option).largest,
    ];
    most = Math.max(most, once + (each === 0 ? 0 : staysIn(graph) * each));
    most = Math.max(most, unplacedCost[tier] ?? 0);
  }
  const { worstOff } = state.component;
  return worstOff?.tier === tier ? most + worstOff.weight * worstOff.top : most;
}

const staysKnown = new WeakMap<Int32Array, number>();

/** How many stays a line can have at most. */
function staysIn({ optionRequirement }: LineGraph): number {
  let stays = staysKnown.get(optionRequirement);
  if (stays === undefined) {
    stays = new Set(optionRequirement).size;
    staysKnown.set(optionRequirement, stays);
  }
  return stays;
}

function gridIn(state: SearchState, tier: number): number {
  const { missing, beyond } = chargesIn(state, tier);
  let divisor = 0;
  for (const weight of [...missing, ...beyond]) divisor = greatestCommonDivisor(divisor, weight);
  for (const { graph, unplacedCost } of state.component.profiles) {
    const costs = graph.costs[tier];
    if (costs === undefined) continue;
    for (const each of [costs.source, costs.sink, costs.arc, costs.option]) {
      divisor = greatestCommonDivisor(divisor, costSizes(each).divisor);
    }
    divisor = greatestCommonDivisor(divisor, unplacedCost[tier] ?? 0);
  }
  // What the worst-off doctor bears is some whole number.
  if (state.component.worstOff?.tier === tier)
    divisor = greatestCommonDivisor(divisor, state.component.worstOff.weight);
  return divisor === 0 ? 1 : divisor;
}

/** What a doctor missing, or one too many, costs in the tier, lane by lane. */
function chargesIn({ component, limits }: SearchState, tier: number) {
  const weights = (rows: Int32Array, at: typeof lackingAt): ReadonlySet<number> =>
    new Set([...rows].map((row) => costIn(at(limits, row), tier)).filter((cost) => cost > 0));
  return {
    missing: weights(component.wanting.rows, lackingAt),
    beyond: weights(component.crowded, crowdingAt),
  };
}

/** At least what one doctor adds in a period to what units pay for doctors too many. */
function dearestCrowd({ component, limits }: SearchState, tier: number): number {
  const lanes = new Set([...component.crowded].map((row) => laneAt(limits, row)));
  const byUnit = new Map<number, number>();
  for (const lane of lanes) {
    const cost = lane === undefined ? 0 : costIn(lane.crowding, tier) * lane.most;
    for (const unit of lane?.units ?? []) byUnit.set(unit, (byUnit.get(unit) ?? 0) + cost);
  }
  return Math.max(0, ...byUnit.values());
}

/** Dear enough that a held tier is given up for nothing that this tier could save. */
export function penaltyOf(state: SearchState, tier: number): number {
  return 8 * sizesOf(state, tier).dearest;
}

/** The weights that see one tier only. */
export function only(tier: number, tiers: number): number[] {
  return Array.from({ length: tiers }, (_, k) => (k === tier ? 1 : 0));
}

/** Can no rotation cost so much under a proof's prices and weights that a double would round it? */
export function staysExact(
  state: SearchState,
  { rows, weights }: { readonly rows: Float64Array; readonly weights: TierWeights },
): boolean {
  const prices = state.component.rows.reduce(
    (sum, row) => sum + mostOfOne(state.limits, row) * Math.abs(rows[row] as number),
    0,
  );
  const costs = weights.reduce(
    (sum, weight, k) => (weight === 0 ? sum : sum + weight * sizesOf(state, k).dearest),
    0,
  );
  return 2 * (prices + costs) < EXACT_BELOW;
}
