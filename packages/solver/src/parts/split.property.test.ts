/** The cheap split separates only what the exact one does, and the parts' optima add up to the whole's. */
import { type Problem, parseProblem, SolveParams, type SolveWatch } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST, RUNS } from "../agreement/env.ts";
import { divide } from "../lines/divide.ts";
import { solve } from "../solve.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { independent, sideBySide } from "../testing/side-by-side.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { restrict } from "./restrict.ts";
import { splitProblem } from "./split.ts";

/** One is coupled as it happens to be; copies of it are so only within themselves. */
function problemOf(seed: number, copies: number): Problem {
  const file = randomProblem(seed);
  const parsed = parseProblem(copies === 1 ? file : sideBySide(independent(file), copies));
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  return parsed.problem;
}

const quiet = (): SolveWatch => {
  let clock = 0;
  const now = (): number => {
    clock += 0.001;
    return clock;
  };
  return { now, stopped: () => undefined, report: () => {}, incumbent: () => {} };
};

const seeds = fc.integer({ min: 1, max: 10_000_000 });

describe("the parts of a problem", () => {
  it("hold every component whole, and every doctor once", { timeout: 600_000 }, () => {
    let split = 0;
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, copies) => {
        const problem = problemOf(seed + FIRST, copies);
        const parts = splitProblem(problem, 1);
        if (parts.length > 1) split++;
        const everyone = parts.flat().sort((a, b) => a - b);
        expect(everyone).toEqual(problem.doctors.map(({ index }) => index));
        const partOf = new Map(parts.flatMap((part, at) => part.map((doctor) => [doctor, at])));
        for (const { profiles, rows } of divide(problem).components) {
          // Doctors without a row in common are one component only by being alike.
          if (rows.length === 0) continue;
          const met = new Set(
            profiles.flatMap(({ doctors }) => doctors.map((at) => partOf.get(at))),
          );
          expect(met.size).toBe(1);
        }
      }),
      { numRuns: RUNS },
    );
    expect(split).toBeGreaterThan(RUNS / 10);
  });

  it("solved apart come to the optimum, tier by tier", { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = problemOf(seed + FIRST, 2);
        const whole = await solve(problem, SolveParams.parse({ engine: "highs" }), quiet());
        const sums = whole.tiers.map(() => 0);
        const rotations = [];
        for (const doctors of splitProblem(problem, 1)) {
          const part = restrict(problem, doctors);
          expect(part.doctors.map(({ id }) => id)).toEqual(
            doctors.map((at) => problem.doctors[at]?.id),
          );
          const { tiers, plan } = await solve(
            part,
            SolveParams.parse({ engine: "highs" }),
            quiet(),
          );
          for (const [k, { value, proven }] of tiers.entries()) {
            sums[k] = (sums[k] ?? 0) + value;
            expect(proven).toBe(true);
          }
          rotations.push(...(plan?.plan.rotations ?? []));
        }
        expect(sums).toEqual(whole.tiers.map(({ value }) => value));
        const order = new Map(problem.doctors.map(({ id, index }) => [id, index]));
        rotations.sort((a, b) => (order.get(a.doctor) ?? 0) - (order.get(b.doctor) ?? 0));
        expect(verifyPlan(problem, { rotations }).ok).toBe(true);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
