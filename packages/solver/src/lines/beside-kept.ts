/**
 * The search of a component in which most doctors keep their earlier plan (kept.ts): who has one line
 * has that one, and only the others are searched for, in the seats that remain. What is proven of them
 * is counted again over all, so that it stands as a proof of the whole component.
 */
import { roundUp } from "../tolerance.ts";
import { type Assignment, assign } from "./assignment.ts";
import { gridOf } from "./blend.ts";
import { priceAll, unplacedPrice } from "./bound.ts";
import type { ComponentParams, ComponentResult, TierProof } from "./component-result.ts";
import { ComponentSearch } from "./component-search.ts";
import type { BoundProof } from "./generate.ts";
import { eachRow } from "./line.ts";
import type { Profile } from "./profile.ts";
import { costIn, join, remainder } from "./remainder.ts";
import { offer, type SearchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

/** `whole` is the component's own search, which holds what is proven tier by tier. */
export async function searchBesideKept(
  state: SearchState,
  whole: ComponentSearch,
  params: ComponentParams,
): Promise<ComponentResult> {
  const settled = settledLines(state);
  const rest = settled && remainder(state, settled);
  if (rest === undefined || rest.component.profiles.length === 0) return whole.run();
  const taken = new Set(settled?.map(({ line }) => line.key));
  const own = state.best.lines.filter(({ line }) => !taken.has(line.key));
  const watch = {
    ...state.watch,
    better: ({ lines }: Assignment) => {
      offer(state, assign(state.component, join(settled ?? [], lines)));
    },
  };
  const best = assign(rest.component, own);
  const search = new ComponentSearch({ ...rest, best, watch }, { ...params, watch });
  try {
    const found = await search.run();
    const tiers = found.tiers.map((tier, k) => restate(state, whole, [k, tier, settled ?? []]));
    return { ...found, best: state.best, tiers };
  } finally {
    search.dispose();
  }
}

/** A tier's proof, with those who are settled. */
function restate(
  state: SearchState,
  whole: ComponentSearch,
  [k, { proof, bound, closed }, settled]: readonly [number, TierProof, Assignment["lines"]],
): TierProof {
  const value = state.best.value[k] ?? 0;
  // Nobody is left out who is settled: leaving is held at a price at which nobody would.
  const toLeave = k === 0 ? 0 : priceToLeave(state, settled, proof);
  const weights = proof.weights.map((weight, j) => (j === 0 ? weight + toLeave : weight));
  const held = state.best.value
    .slice(0, k)
    .reduce((sum, each, j) => sum + each * (weights[j] ?? 0), 0);
  const priced = { ...proof, weights, held };
  const restated = { ...priced, bound: priceAll(state, priced).bound };
  const shown = roundUp(restated.bound, gridOf(state, k));
  whole.bounds[k] = closed === undefined ? shown : Math.max(shown, bound + costIn(settled, k));
  if (k + 1 < state.tiers) whole.hold(k, restated);
  return { value, bound: whole.bounds[k] ?? shown, proof: restated, closed };
}

/** The most, in whole steps, that somebody settled would save under a proof's prices by leaving. */
function priceToLeave(
  { component, limits }: SearchState,
  settled: Assignment["lines"],
  { rows, weights }: BoundProof,
): number {
  const profiles = new Map(component.profiles.map((profile) => [profile.index, profile]));
  let most = 0;
  for (const { line } of settled) {
    const profile = profiles.get(line.profile);
    if (profile === undefined) continue;
    let saved = weighted(line.costs, weights) - unplacedPrice(profile, weights);
    eachRow(line, profile, limits, (row, places) => {
      saved += places * (rows[row] as number);
    });
    most = Math.max(most, saved);
  }
  return Math.ceil(most);
}

/** The lines of those kept who have one alone; undefined where there is none, or not room for all. */
function settledLines({ component, best }: SearchState): Assignment["lines"] | undefined {
  const settled = new Map(
    component.profiles.flatMap((profile) =>
      profile.isKept === true && hasOneLine(profile)
        ? [[profile.index, profile.doctors.length] as const]
        : [],
    ),
  );
  const lines = best.lines.filter(({ line: { profile }, count }) => settled.get(profile) === count);
  return lines.length === 0 || lines.length < settled.size ? undefined : lines;
}

/** All nodes lie on a path from a source to a sink: with one arc fewer than nodes there is one path. */
function hasOneLine({ graph }: Profile): boolean {
  return (
    graph.sources.length === 1 &&
    graph.sinks.length === 1 &&
    graph.arcTail.length === graph.nodes - 1 &&
    graph.optionUnit.length === graph.slotFrom.length
  );
}
