/** Parts solved apart, written as outcomes and put together again: the whole's own outcome. */
import {
  createPlanDocument,
  type Problem,
  parseProblem,
  SolveOutcome,
  SolveParams,
  type SolveWatch,
  writeSolveOutcome,
} from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST, RUNS } from "../agreement/env.ts";
import { makers } from "../makers.ts";
import { solve } from "../solve.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { independent, sideBySide } from "../testing/side-by-side.ts";
import { verifyDocument } from "../verify/verify-document.ts";
import { divideParts } from "./divide-parts.ts";
import { mergeOutcomes } from "./merge-outcomes.ts";
import { restrict } from "./restrict.ts";
import { splitProblem } from "./split.ts";

function problemOf(seed: number, copies: number): Problem {
  const parsed = parseProblem(sideBySide(independent(randomProblem(seed)), copies));
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  return parsed.problem;
}

const quiet = (stopped = false): SolveWatch => {
  let clock = 0;
  return {
    now: () => {
      clock += 0.001;
      return clock;
    },
    stopped: () => (stopped ? "cancelled" : undefined),
    report: () => {},
    incumbent: () => {},
  };
};

const params = SolveParams.parse({ engine: "highs" });

async function outcomeOf(problem: Problem, doctors: readonly number[], stopped = false) {
  const part = restrict(problem, doctors);
  const outcome = await solve(part, params, quiet(stopped));
  const written = writeSolveOutcome(part, outcome, params, makers("highs"));
  return SolveOutcome.parse(JSON.parse(JSON.stringify(written)));
}

describe("outcomes of parts", () => {
  it("put together are the whole's, verified from the files alone", {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10_000_000 }), async (seed) => {
        const problem = problemOf(seed + FIRST, 3);
        const parts = splitProblem(problem, 1);
        const outcomes = [];
        for (const doctors of parts) outcomes.push(await outcomeOf(problem, doctors));
        const merged = mergeOutcomes(problem, outcomes);
        const whole = await solve(problem, params, quiet());
        expect(merged.tiers).toEqual(whole.tiers);
        expect(merged.status).toBe(whole.status);
        expect(merged.unplaced.map(({ doctor }) => doctor)).toHaveLength(whole.unplaced.length);
        const document = createPlanDocument(problem, merged, params, makers("highs"));
        const verification = verifyDocument(problem, document);
        expect(verification.ok ? [] : verification.faults).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it("claim nothing of later tiers while one of them is not proven", async () => {
    const problem = problemOf(7, 2);
    const [first = [], ...rest] = splitProblem(problem, 1);
    const outcomes = [await outcomeOf(problem, first, true)];
    for (const doctors of rest) outcomes.push(await outcomeOf(problem, doctors));
    const merged = mergeOutcomes(problem, outcomes);
    expect(merged.stoppedBy).toBe("cancelled");
    const whole = await solve(problem, params, quiet());
    for (const [k, { bound }] of merged.tiers.entries()) {
      const isHeld = merged.tiers
        .slice(0, k)
        .every(({ value }, at) => value === whole.tiers[at]?.value);
      if (isHeld) expect(bound).toBeLessThanOrEqual(whole.tiers[k]?.value ?? 0);
    }
  });
});

describe("batches", () => {
  it("are of about equal work, and hold everyone once", () => {
    const problem = problemOf(11, 200);
    const batches = divideParts(problem, 3);
    const sizes = batches.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2 * 64);
    expect(batches.flat().sort((a, b) => a - b)).toEqual(problem.doctors.map(({ index }) => index));
    expect(divideParts(problem, 1000).length).toBeLessThanOrEqual(splitProblem(problem, 64).length);
  });
});
