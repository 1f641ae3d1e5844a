/** Bounds computed again from a plan file's prices: as claimed, and never above the optimum. */
import { readFileSync } from "node:fs";
import { type PartProof, type Problem, parseProblem, SolveParams } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifyBounds } from "../certify/certify-bounds.ts";
import { solve } from "../solve.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { FIRST, RUNS } from "./env.ts";
import { type Draw, drawnProof, tampered } from "./tampered-proof.ts";
import { withoutMeasures } from "./without-limits.ts";

const problemOf = (seed: number): Problem => withoutLoad(randomProblem(seed));

function withoutLoad(file: unknown): Problem {
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  // Prices of seats say nothing of load: such a plan's file has no proofs.
  return withoutMeasures(parsed.problem, "load");
}

const watch = { now: () => 0, stopped: () => undefined, report() {}, incumbent() {} };

async function solved(problem: Problem) {
  const { plan, proofs, tiers } = await solve(problem, SolveParams.parse({}), watch);
  if (plan === undefined || proofs === undefined) throw new Error("no plan with proofs");
  return { plan, proofs, tiers };
}

const seeds = fc.integer({ min: 1, max: 10_000_000 });
/** Whole numbers below a limit, one after another. */
const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })).map(
  (stream): Draw =>
    (below) =>
      Math.floor((stream.next().value ?? 0) * below),
);

const names = (proofs: readonly PartProof[]) =>
  proofs.flatMap(({ tiers }) => tiers.flatMap(({ seats, bases }) => [...seats, ...bases]));

describe("the bounds of a plan, computed again", () => {
  it("are those the solver claims, and the plan's value where no engine was asked", {
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
        for (const [k, tier] of certified.tiers.entries()) {
          closed ||= tier.closed !== undefined;
          const claimed = tiers[k] ?? { bound: Number.NaN, proven: false };
          expect(tier.withEngine).toBeLessThanOrEqual(tier.value);
          expect(tier.withEngine).toBeGreaterThanOrEqual(claimed.bound);
          if (!closed && claimed.proven) expect(tier.byPrices).toBe(tier.value);
        }
        if (names(proofs).length > 0) priced++;
      }),
      { numRuns: RUNS },
    );
    expect(priced).toBeGreaterThan(RUNS / 20);
  });

  it.each([
    // After a tier of the worst-off doctor alone no prices show what the engine ruled out there.
    "after-the-worst-off",
    // Eight tiers blended weigh more than the checker counts in.
    "weights-far-apart",
    // A local pack prefers of section-minima what the law does not demand: its breaks cost nothing.
    "demanded-and-preferred",
    // A price of burdens that the best prices so far have none of was not smoothed as theirs of 0.
    "burdens-unpriced-before",
    // Where each stay of a doctor holds a place, she pays a price more than once: too much for the checker.
    "places-held-by-each-stay",
    // Units pay for doctors too many where these can never be too many, in steps the checker took for the least.
    "never-too-many",
  ])("are those the solver claims where they were not once: %s", async (name) => {
    const url = new URL(`./counterexamples/${name}.problem.json`, import.meta.url);
    const problem = withoutLoad(JSON.parse(readFileSync(url, "utf8")));
    const { plan, proofs } = await solved(problem);
    expect(certifyBounds(problem, plan, proofs)).toMatchObject({ ok: true });
  });

  it("are never above the optimum, whatever the file says", { timeout: 3_600_000 }, async () => {
    let refused = 0;
    let lower = 0;
    await fc.assert(
      fc.asyncProperty(seeds, draws, async (at, draw) => {
        const problem = problemOf(at + FIRST);
        const oracle = bruteForce(problem, { maxRotations: 2_000 });
        if (oracle === undefined) return;
        const { plan, proofs } = await solved(problem);
        for (let i = 0; i < 8; i++) {
          const changed = i < 5 ? tampered(problem, proofs, draw) : drawnProof(problem, draw);
          const certified = certifyBounds(problem, plan, changed);
          if (!certified.ok) refused++;
          else {
            const bounds = certified.tiers.map(({ byPrices }) => byPrices);
            bounds.forEach((bound, k) => expect(bound).toBeLessThanOrEqual(oracle.tiers[k] ?? 0));
            if (bounds.some((bound, k) => bound < (oracle.tiers[k] ?? 0))) lower++;
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(RUNS / 20);
    expect(lower).toBeGreaterThan(RUNS / 20);
  });
});
