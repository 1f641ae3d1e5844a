/**
 * Components of doctors who have more sets of stays than pricing can tell apart (tracked-price.ts). Their
 * linear programs take long, so the first is solved as far as is soon done, about the prices of free seats.
 */
import { roundUp } from "../tolerance.ts";
import type { Blend } from "./blend.ts";
import { type BoundProof, generate } from "./generate.ts";
import type { Master } from "./master.ts";
import type { PlanSearch } from "./plan-search.ts";
import type { SearchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

/** Rounds of the first column generation, and those in a row that bring little after which it ends. */
const ROUNDS = 60;
const PATIENCE = 8;
/** Share of the best prices in those tried: the first prices of so large programs mean nothing. */
const SMOOTHING = 0.8;

/**
 * Bounds the tiers blended and looks for a plan that is good in all. Undefined when stopped before the
 * first solution; `free` bounds the blend with every seat free.
 */
export async function searchVast(
  state: SearchState,
  { master, plans }: { readonly master: Master; readonly plans: PlanSearch },
  blend: Blend,
  free: BoundProof,
): Promise<BoundProof | undefined> {
  const { weights, grid } = blend;
  const cost = (): number => weighted(state.best.value, weights);
  // Prices of so large a program take long; a plan need not wait for them.
  plans.anneal(free, blend);
  master.minimise(weights, 1);
  const generated = generate(state, master, {
    grid,
    cutoff: cost(),
    rounds: ROUNDS,
    smoothing: SMOOTHING,
    patience: PATIENCE,
    proof: free,
  });
  if (generated === undefined) return undefined;
  const { proof } = generated;
  await plans.improveUntil(proof, blend, () => cost() <= roundUp(proof.bound, grid));
  return proof;
}
