/** Bounds computed again from the plan file's prices: as claimed, never above the optimum. */
import { addsUp, type Problem, parseProblem, SolveParams } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifyBounds } from "../certify/certify-bounds.ts";
import { solve } from "../solve.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { FIRST, RUNS } from "./env.ts";

function problemOf(seed: number): Problem {
  const parsed = parseProblem(randomProblem(seed));
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  return parsed.problem;
}

const watch = { now: () => 0, stopped: () => undefined, report() {}, incumbent() {} };

async function solved(problem: Problem, nodeLimit = 1000) {
  const outcome = await solve(problem, SolveParams.parse({ nodeLimit }), watch);
  const { plan, proofs, tiers } = outcome;
  if (plan === undefined || proofs === undefined) throw new Error("no plan with proofs");
  return { plan, proofs, tiers };
}

const seeds = fc.integer({ min: 1, max: 10_000_000 });

describe("the bounds of a plan, computed again", () => {
  it("are those the solver claims, and the optimum where it is proven without an engine", {
    timeout: 3_600_000,
  }, async () => {
    let priced = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (at) => {
        const problem = problemOf(at + FIRST);
        const { plan, proofs, tiers } = await solved(problem);
        const certified = certifyBounds(problem, plan, proofs);
        if (!certified.ok) throw new Error(JSON.stringify(certified.fault));
        let closed = false;
        for (const [
          k,
          { value, byPrices, withEngine, closed: engine },
        ] of certified.tiers.entries()) {
          closed ||= engine !== undefined;
          expect(withEngine).toBeLessThanOrEqual(value);
          // Prices of seats say nothing of what does not add up over doctors, nor of what comes after.
          if (!problem.objective.tiers.slice(0, k + 1).every(addsUp)) continue;
          expect(withEngine).toBeGreaterThanOrEqual(tiers[k]?.bound ?? 0);
          if (!closed && tiers[k]?.proven === true) expect(byPrices).toBe(value);
        }
        if (proofs.some((part) => part.tiers.some(({ seats }) => seats.length > 0))) priced++;
      }),
      { numRuns: RUNS },
    );
    expect(priced).toBeGreaterThan(RUNS / 10);
  });
});
