/** A first plan is there even where negotiating for one finds nothing. */
import { openLinearProgram } from "@placera/milp";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { greedy } from "./greedy.ts";
import { Masters } from "./masters.ts";
import { PlanSearch } from "./plan-search.ts";

it.each([1, 2, 3])("places doctors one by one when stopped before it is found (%i)", (seed) => {
  const { state } = takeApart(seed);
  const stopped = { ...state, watch: { ...state.watch, stopped: () => true } };
  const program = { seed, open: () => openLinearProgram({ seed }) };
  const masters = new Masters(stopped, program);
  const search = new PlanSearch(stopped, { ...program, masters, outside: () => 0 });
  search.first();
  expect(stopped.best.lines.length).toBeGreaterThan(0);
  expect(stopped.best.value).toEqual(greedy(takeApart(seed).state).value);
});
