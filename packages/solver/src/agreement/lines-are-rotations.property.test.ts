/** The most valuable test: the lines that the encodings allow are the rotations that the checks pass. */
import { type Problem, parseProblem, type Rotation, writePlan } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../lines/decode.ts";
import { limitsOf } from "../lines/limits.ts";
import type { Line } from "../lines/line.ts";
import { linesOf, listLines } from "../lines/list-lines.ts";
import { type Profile, profilesOf } from "../lines/profile.ts";
import { rotationsOf } from "../testing/brute-force-rotations.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { withoutLimits, withoutMeasures } from "./without-limits.ts";

/** Rotations of a doctor past which a problem is left out: the oracle is slow. */
const MOST = 2_000;

function problemOf(seed: number): Problem {
  const parsed = parseProblem(randomProblem(seed));
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  return parsed.problem;
}

const textOf = (rotation: Rotation): string =>
  JSON.stringify(writePlan({ rotations: [rotation] })[0]);

/** A line's rotation, of the profile's first doctor. */
function rotationOf(problem: Problem, profiles: readonly Profile[], line: Line): Rotation {
  const unplaced = profiles.map(() => 0);
  const plan = decode(problem, profiles, [{ lines: [{ line, count: 1 }], unplaced, value: [] }]);
  const [rotation] = plan.rotations;
  if (rotation === undefined) throw new Error("a line without a rotation");
  return rotation;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("lines and rotations", () => {
  it("are the same sets, for all rules together", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = problemOf(seed);
        const profiles = profilesOf(problem, limitsOf(problem));
        for (const profile of profiles) {
          const doctor = problem.doctors[profile.doctors[0] ?? -1];
          if (doctor === undefined) throw new Error("a profile without doctors");
          const rotations = new Set<string>();
          for (const rotation of rotationsOf(problem, doctor)) {
            rotations.add(textOf(rotation));
            if (rotations.size > MOST) return;
          }
          const lines = listLines(profile).map((line) =>
            textOf(rotationOf(problem, profiles, line)),
          );
          expect(new Set(lines).size, "each line once").toBe(lines.length);
          expect([...lines].sort()).toEqual([...rotations].sort());
        }
      }),
      { numRuns: 150 },
    );
  });

  it("cost the same in every tier", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        // The worst-off doctor and load do not add up: left to the optimum's own test.
        const problem = withoutMeasures(withoutLimits(problemOf(seed)), "worst-off", "load");
        const profiles = profilesOf(problem, limitsOf(problem));
        const nobody = verifyPlan(problem, { rotations: [] });
        if (!nobody.ok) throw new Error("the empty plan is always valid");
        for (const profile of profiles) {
          let left = 40;
          for (const line of linesOf(profile)) {
            if (--left < 0) break;
            const rotation = rotationOf(problem, profiles, line);
            const alone = verifyPlan(problem, { rotations: [rotation] });
            if (!alone.ok) throw new Error(`${JSON.stringify(alone.violations[0])}`);
            // With her placed, she is no longer unplaced and her line's costs are there instead.
            const change = alone.verified.score.map(
              ({ value }, k) => value - (nobody.verified.score[k]?.value ?? 0),
            );
            const expected = profile.unplacedCost.map((cost, k) => (line.costs[k] ?? 0) - cost);
            expect(change).toEqual(expected);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
