/** Whether a tier has a plan at its bound, by branching: there is one, or the bound is one step higher. */
import { blendTo, gridOf } from "./blend.ts";
import { type Branched, branch } from "./branch.ts";
import type { BoundProof } from "./generate.ts";
import { isRelaxed, type Masters } from "./masters.ts";
import type { PlanSearch } from "./plan-search.ts";
import type { SearchState } from "./search-state.ts";

/** Linear programs that may be solved at first, by how many doctors they are of. */
const NODES = { least: 40, most: 200, doctors: 80_000 };

export interface BranchTierParams {
  readonly tier: number;
  /** Only plans that cost at most this in the tier are wanted. */
  readonly target: number;
  /** So many times the linear programs allowed at first. */
  readonly more: number;
}

/** The pooled master must minimise the tier. Undefined where branching cannot tell. */
export async function branchTier(
  state: SearchState,
  { masters, plans }: { readonly masters: Masters; readonly plans: PlanSearch },
  proof: BoundProof,
  { tier, target, more }: BranchTierParams,
): Promise<Branched | undefined> {
  const { doctors, worstOff } = state.component;
  // Arcs of relaxed graphs are not a line's, and whoever is worst off adds up to nothing.
  if (isRelaxed(state) || worstOff !== undefined) return undefined;
  const nodes = Math.max(NODES.least, Math.min(NODES.most, Math.round(NODES.doctors / doctors)));
  const blend = blendTo(state, tier);
  const done = (): boolean => (state.best.value[tier] ?? 0) <= target;
  return branch(state, await masters.pooled(), proof, {
    grid: gridOf(state, tier),
    target,
    nodeLimit: more * nodes,
    settle: (point) => plans.settle(point, { blend, done }),
  });
}
