import { parseProblem } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { bruteForce } from "../testing/brute-force.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { nameSupervisors } from "./name-supervisors.ts";

describe("supervisors named in the best plans of random problems", () => {
  it("are such as the verifier accepts", () => {
    let names = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const parsed = parseProblem(randomProblem(seed));
      if (!parsed.ok || parsed.problem.supervisors.length === 0) continue;
      const found = bruteForce(parsed.problem, { maxRotations: 400, maxCombinations: 20_000 });
      if (found === undefined) continue;
      const plan = nameSupervisors(parsed.problem, found.plan);
      const verification = verifyPlan(parsed.problem, plan);
      expect(verification, `problem ${seed}`).toMatchObject({ ok: true });
      names += plan.supervision?.length ?? 0;
    }
    expect(names).toBeGreaterThan(20);
  });
});
