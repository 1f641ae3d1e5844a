/** Same problem, seed and limits: the same plan, whatever the clock says and however often it is asked. */
import { type Problem, parseProblemText, planHash, SolveParams } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { solve } from "./solve.ts";

function problemOf(folder: "tiny" | "typical", name: string): Problem {
  const parsed = parseProblemText(fixtureText(folder, name));
  if (!parsed.ok) throw new Error(`${name} is not valid`);
  return parsed.problem;
}

/** Solves with a clock that runs `pace` milliseconds each time it is looked at. */
async function hashOf(problem: Problem, pace: number, seed: number): Promise<string> {
  let clock = 0;
  const watch = {
    now: () => {
      clock += pace;
      return clock;
    },
    stopped: () => undefined,
    report: () => {},
    incumbent: () => {},
  };
  const params = SolveParams.parse({ seed, timeLimitMs: 86_400_000 });
  const { plan } = await solve(problem, params, watch);
  return plan === undefined ? "none" : planHash(plan.plan);
}

describe("a solve", () => {
  it("gives the same plan twice, on a slow clock and a fast one", {
    timeout: 120_000,
  }, async () => {
    for (const [folder, name] of [
      ["tiny", "swap-for-a-wish"],
      ["typical", "vasternorrland-bt"],
      ["typical", "mixed-at-bt"],
    ] as const) {
      const problem = problemOf(folder, name);
      const first = await hashOf(problem, 1, 7);
      expect(await hashOf(problem, 0.001, 7)).toBe(first);
    }
  });
});
