/** Doctors who are alike, solved as one profile and one by one: the same value, tier by tier. */
import {
  addHalfMonths,
  type Problem,
  parseProblem,
  SolveParams,
  type SolveWatch,
} from "@placera/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { divide } from "../lines/divide.ts";
import { solve } from "../solve.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { FIRST, RUNS } from "./env.ts";

const quiet = (): SolveWatch => {
  let clock = 0;
  const now = (): number => {
    clock += 0.001;
    return clock;
  };
  return { now, stopped: () => undefined, report: () => {}, incumbent: () => {} };
};

/** Each doctor twice: whoever she is, there is one like her. */
function doubled(seed: number): Problem {
  const file = randomProblem(seed);
  const doctors = file.doctors.flatMap((doctor) => [doctor, { ...doctor, id: `${doctor.id}-2` }]);
  const parsed = parseProblem({ ...file, doctors });
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  return parsed.problem;
}

/** No two doctors alike: each is barred from a time of her own after everything is over. */
function toldApart(problem: Problem): Problem {
  const doctors = problem.doctors.map((doctor) => {
    const from = addHalfMonths(problem.calendar.to, 2 * (doctor.index + 1));
    const never = { unit: undefined, site: undefined, requirement: undefined, from, to: from + 1 };
    return { ...doctor, forbidden: [...doctor.forbidden, never] };
  });
  return { ...problem, doctors };
}

it("costs nothing to put doctors who are alike together", { timeout: 3_600_000 }, async () => {
  let aggregated = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10_000_000 }), async (seed) => {
      const together = doubled(seed + FIRST);
      const apart = toldApart(together);
      expect(divide(apart).profiles).toHaveLength(apart.doctors.length);
      if (divide(together).profiles.length < together.doctors.length) aggregated++;
      const params = SolveParams.parse({ engine: "highs" });
      const [one, other] = [
        await solve(together, params, quiet()),
        await solve(apart, params, quiet()),
      ];
      expect(other.tiers).toEqual(one.tiers);
    }),
    { numRuns: Math.ceil(RUNS / 2) },
  );
  // Some measures tell all doctors apart.
  expect(aggregated).toBeGreaterThan(RUNS / 4);
});
