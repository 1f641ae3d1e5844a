/** A component with a first assignment, ready to be searched. */
import { type Assignment, assign } from "./assignment.ts";
import { searchBesideKept } from "./beside-kept.ts";
import type { Component } from "./component.ts";
import type { ComponentParams, ComponentResult } from "./component-result.ts";
import { ComponentSearch } from "./component-search.ts";
import { greedy } from "./greedy.ts";
import { keepPrevious } from "./keep-previous.ts";
import type { Limits } from "./limits.ts";
import { isRelaxed } from "./masters.ts";
import { createRandom } from "./random.ts";
import { offer, type SearchState, searchState } from "./search-state.ts";
import { findShortage, type Shortage } from "./shortage.ts";

/** A component's search before it runs: it has a first assignment already. */
export interface BegunComponent {
  /** By tier: the bound with every seat free, whatever the other tiers are. */
  readonly unconditional: readonly number[];
  best(): Assignment;
  /** By tier: what is proven so far. */
  bounds(): readonly number[];
  /** Shows a count, made before, that somebody must be left out? */
  readonly counted: boolean;
  /** Looks for a first good plan, as running would at first. */
  prepare(): void;
  /** Runs tier by tier until proven or stopped. */
  run(): Promise<ComponentResult>;
  /** Looks only for why some cannot be placed. */
  shortage(): Promise<Shortage | undefined>;
}

/** So many doctors are negotiated for so soon that placing them one by one before it gains nothing. */
const SOON = 200;

/** Is preparing it soon over? */
const isSoonPrepared = (state: SearchState): boolean =>
  state.component.doctors <= SOON && !isRelaxed(state);

/** Finds a first assignment, from the warm start or by placing one by one; leaves it to preparing where that is soon over. */
export function beginComponent(
  component: Component,
  limits: Limits,
  params: ComponentParams,
): BegunComponent {
  const { watch } = params;
  const state = searchState(component, limits, nobody(component), createRandom(params.seed), watch);
  if (params.previous !== undefined) offer(state, keepPrevious(state, params.previous.lines));
  for (const warm of params.warm) offer(state, warm);
  const isOut = (state.best.value[0] ?? 0) > 0;
  // Near the earlier plan there is nothing better than one with everybody in it.
  if (params.idealUpTo === undefined ? !isSoonPrepared(state) : isOut) offer(state, greedy(state));
  const search = new ComponentSearch(state, params);
  return {
    unconditional: search.unconditional,
    counted: search.counted,
    best: () => state.best,
    bounds: () => search.bounds,
    prepare: () => {
      // Beside those who keep their plans others are searched for: there is a good plan already.
      if (params.idealUpTo === undefined) search.prepare();
    },
    run: async () => {
      try {
        return await (params.idealUpTo === undefined
          ? search.run()
          : searchBesideKept(state, search, params));
      } finally {
        search.dispose();
      }
    },
    shortage: async () => {
      try {
        search.prepare();
        return findShortage(state, (await search.tier(0)).proof);
      } finally {
        search.dispose();
      }
    },
  };
}

function nobody(component: Component): Assignment {
  return assign(component, []);
}
