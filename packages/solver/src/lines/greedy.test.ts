/** A greedy assignment keeps every limit, whatever units pay for doctors they want. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { usage } from "./assignment.ts";
import { greedy } from "./greedy.ts";

const fitsIn = (seed: number): void => {
  const { state, limits } = takeApart(seed);
  const { component } = state;
  const used = usage(component, limits, greedy(state).lines);
  for (const row of component.rows) {
    expect(used[row]).toBeLessThanOrEqual(limits.capacity[row] as number);
  }
};

it("takes no seat that is not there", { timeout: 60_000 }, () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000_000 }), fitsIn), { numRuns: 300 });
});

it("takes no seat that is not there when a unit beside it wants doctors", () => {
  fitsIn(73_289_490);
});
