/** Lines, the compact model, all lines listed, and brute force find the same optimum, tier by tier. */
import { readFileSync } from "node:fs";
import { type Problem, parseProblem, SolveParams, type SolveWatch } from "@placera/domain";
import { UnsupportedModelError } from "@placera/milp";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifyBounds } from "../certify/certify-bounds.ts";
import { solve } from "../solve.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { COMPACT_EACH, FIRST, RUNS } from "./env.ts";

const quiet = (): SolveWatch => {
  let clock = 0;
  return { now: () => clock++, stopped: () => undefined, report: () => {}, incumbent: () => {} };
};

function problemOf(seed: number): Problem {
  const parsed = parseProblem(randomProblem(seed));
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  return parsed.problem;
}

describe("the optimum", () => {
  it("is the same whoever looks for it, and its plan is verified", {
    timeout: 3_600_000,
  }, async () => {
    let compared = 0;
    const seed = fc.integer({ min: 1, max: 10_000_000 });
    await fc.assert(
      fc.asyncProperty(seed, async (at) => {
        const problem = problemOf(at + FIRST);
        const oracle = bruteForce(problem, { maxRotations: 600 });
        if (oracle === undefined) return;
        const asked =
          compared++ % COMPACT_EACH === 0 ? (["lines", "compact"] as const) : (["lines"] as const);
        for (const formulation of asked) {
          const outcome = await solve(
            problem,
            SolveParams.parse({ formulation, engine: "highs" }),
            quiet(),
          );
          expect(
            outcome.tiers.map(({ value }) => value),
            formulation,
          ).toEqual(oracle.tiers);
          expect(
            outcome.tiers.every(({ proven }) => proven),
            formulation,
          ).toBe(true);
          expect(outcome.plan && verifyPlan(problem, outcome.plan.plan).ok).toBe(true);
          if (outcome.plan !== undefined && outcome.proofs !== undefined) {
            expect(certifyBounds(problem, outcome.plan, outcome.proofs).ok).toBe(true);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 2);
  });

  it.each([
    // HiGHS' dual simplex fails on a linear program on the way.
    ["dual-simplex-fails", "lines"],
    // Two sittings of the exam on one day had one name in the compact model.
    ["two-sittings-on-a-day", "compact"],
    // One who keeps her plan costs less in wishes left out, which the prices of wishes alone allowed.
    ["kept-who-would-rather-leave", "lines"],
    // Two on-call lines of one unit were pooled as if they were of two.
    ["two-lines-at-one-unit", "lines"],
  ] as const)("is found where it was not once: %s", async (name, formulation) => {
    const url = new URL(`./counterexamples/${name}.problem.json`, import.meta.url);
    const parsed = parseProblem(JSON.parse(readFileSync(url, "utf8")));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const oracle = bruteForce(parsed.problem, { maxRotations: 2_000 });
    const params = SolveParams.parse({ formulation, engine: "highs" });
    const { tiers } = await solve(parsed.problem, params, quiet());
    expect(tiers.map(({ value }) => value)).toEqual(oracle?.tiers);
    expect(tiers.every(({ proven }) => proven)).toBe(true);
  });

  it("is the same with javascript-lp-solver over all lines, where it takes them", {
    timeout: 3_600_000,
  }, async () => {
    let compared = 0;
    // Each of its solves starts a thread of its own, which costs more than the solving.
    for (let at = 1; at <= 40 && compared < 8; at++) {
      const problem = problemOf(at);
      const oracle = bruteForce(problem, { maxRotations: 40 });
      if (oracle === undefined || oracle.rotationsPerDoctor.reduce((a, b) => a + b, 0) > 40)
        continue;
      try {
        const outcome = await solve(
          problem,
          SolveParams.parse({ engine: "jslp", timeLimitMs: 1_000 }),
          quiet(),
        );
        // It may not return in time; what it proves must be true, and its plan is never better.
        if (outcome.status !== "optimal" && outcome.status !== "infeasible") continue;
        expect(outcome.tiers.map(({ value }) => value)).toEqual(oracle.tiers);
        compared++;
      } catch (error) {
        if (!(error instanceof UnsupportedModelError)) throw error;
      }
    }
    expect(compared).toBeGreaterThan(5);
  });
});
