/** Plans that come of dives are plans, and no better than the optimum. */
import { openLinearProgram } from "@placera/milp";
import fc from "fast-check";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { roundUp } from "../tolerance.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { type Assignment, assign } from "./assignment.ts";
import { blendTo } from "./blend.ts";
import { decode } from "./decode.ts";
import { divePlan } from "./dive-plan.ts";
import { divide } from "./divide.ts";
import { generate } from "./generate.ts";
import { Master } from "./master.ts";
import { isRelaxed } from "./masters.ts";
import { pooledRows } from "./pooled-rows.ts";
import { createRandom } from "./random.ts";
import { type SearchState, searchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

const watch = { stopped: () => false, turn: () => {}, better: () => {}, step: () => true };
const NONE = Number.POSITIVE_INFINITY;

/** A plan dived for, and what no plan costs less than. */
async function dived(state: SearchState): Promise<{ plan: Assignment | undefined; bound: number }> {
  const { component, limits, tiers } = state;
  const blend = blendTo(state, tiers - 1);
  const { grid, weights } = blend;
  const rows = pooledRows(component, limits);
  const master = new Master(await openLinearProgram(), component, limits, rows);
  try {
    master.minimise(weights, 1);
    const generated = generate(state, master, { grid, cutoff: NONE, rounds: NONE, smoothing: 0.5 });
    if (generated === undefined) throw new Error("nothing stops it");
    const bound = roundUp(generated.proof.bound, grid);
    const asked = { blend, grid, cutoff: NONE, target: bound, seed: 1 };
    return { plan: await divePlan(state, master, asked), bound };
  } finally {
    master.dispose();
  }
}

it("dives to plans that keep every rule, and mostly to the best", {
  timeout: 120_000,
}, async () => {
  const seen = { plans: 0, best: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const { problem } = takeApart(seed);
      const { profiles, components, limits } = divide(problem);
      const plans: Assignment[] = [];
      for (const component of components) {
        const nobody = assign(component, []);
        const state = searchState(component, limits, nobody, createRandom(seed), watch);
        if (isRelaxed(state)) return;
        const { plan, bound } = await dived(state);
        if (plan === undefined) return;
        const cost = weighted(plan.value, blendTo(state, state.tiers - 1).weights);
        expect(cost).toBeGreaterThanOrEqual(bound);
        seen.plans++;
        if (cost === bound) seen.best++;
        plans.push(plan);
      }
      const verification = verifyPlan(problem, decode(problem, profiles, plans));
      if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
      const optimum = bruteForce(problem, { maxRotations: 2_000 });
      if (optimum === undefined) return;
      const { score } = verification.verified;
      const better = score.findIndex(({ value }, k) => value !== optimum.tiers[k]);
      if (better >= 0) {
        expect(score[better]?.value).toBeGreaterThan(optimum.tiers[better] as number);
      }
    }),
    { numRuns: 100 },
  );
  expect(seen.plans).toBeGreaterThan(100);
  expect(seen.best).toBeGreaterThan(0.7 * seen.plans);
});
