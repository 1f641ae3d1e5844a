/** A first plan is there even where negotiating for one finds nothing, and one of times first keeps every rule. */
import { openLinearProgram } from "@placera/milp";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { twinUnits } from "../testing/twin-units.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { blendTo } from "./blend.ts";
import { decode } from "./decode.ts";
import { greedy } from "./greedy.ts";
import { isPooled } from "./master-rows.ts";
import { Masters } from "./masters.ts";
import { PlanSearch } from "./plan-search.ts";
import { pooledRows } from "./pooled-rows.ts";
import type { SearchState } from "./search-state.ts";

function searchOf(state: SearchState, seed: number): PlanSearch {
  const program = { seed, open: () => openLinearProgram({ seed }) };
  return new PlanSearch(state, {
    ...program,
    masters: new Masters(state, program),
    outside: () => 0,
  });
}

it.each([1, 2, 3])("places doctors one by one when stopped before it is found (%i)", (seed) => {
  const { state } = takeApart(seed);
  const stopped = { ...state, watch: { ...state.watch, stopped: () => true } };
  searchOf(stopped, seed).first();
  expect(stopped.best.lines.length).toBeGreaterThan(0);
  expect(stopped.best.value).toEqual(greedy(takeApart(seed).state).value);
});

it("places everybody by times first and units after, as the verifier agrees", async () => {
  let everybody = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { problem, profiles, limits, state } = takeApart(seed, twinUnits);
    const pools = pooledRows(state.component, limits);
    if (!isPooled(pools)) continue;
    const nobody = state.best;
    const found = await searchOf(state, seed).firstTimes(pools, blendTo(state, state.tiers - 1));
    expect(found).toBe(state.best !== nobody);
    if (!found) continue;
    const verification = verifyPlan(problem, decode(problem, profiles, [state.best]));
    if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
    expect(verification.verified.score[0]?.value).toBe(state.best.value[0]);
    if (state.best.value[0] === 0) everybody++;
  }
  expect(everybody).toBeGreaterThan(5);
});
