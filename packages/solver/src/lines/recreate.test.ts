/** Plans that are ruined and recreated stay plans, and become no worse. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { assign } from "./assignment.ts";
import { blendTo } from "./blend.ts";
import { decode } from "./decode.ts";
import { divide } from "./divide.ts";
import { createRandom } from "./random.ts";
import { recreate } from "./recreate.ts";
import { searchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

const watch = { stopped: () => false, turn: () => {}, better: () => {}, step: () => true };

describe("ruin and recreation", () => {
  it("ends in a better plan that keeps every limit, or in none", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { problem } = takeApart(seed);
        const { profiles, components, limits } = divide(problem);
        const plans = components.map((component) => {
          const nobody = assign(component, []);
          const state = searchState(component, limits, nobody, createRandom(seed), watch);
          const { weights } = blendTo(state, state.tiers - 1);
          const guide = new Float64Array(limits.rows);
          const better = recreate(state, { weights, guide, steps: 40, target: 0 });
          if (better === undefined) return nobody;
          expect(weighted(better.value, weights)).toBeLessThan(weighted(nobody.value, weights));
          return better;
        });
        if (plans.some(({ lines }) => lines.length > 0)) found++;
        const verification = verifyPlan(problem, decode(problem, profiles, plans));
        if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
        verification.verified.score.forEach(({ value }, k) => {
          const own = plans.reduce((sum, plan) => sum + (plan.value[k] ?? 0), 0);
          if (k === 0) expect(value).toBe(own);
          else expect(value).toBeGreaterThanOrEqual(own);
        });
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(30);
  });
});
