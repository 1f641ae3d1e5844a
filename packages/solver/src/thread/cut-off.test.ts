import { createPlanDocument, parseProblem, SolveParams } from "@placera/domain";
import { smallProblem } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import { makers } from "../makers.ts";
import { solve } from "../solve.ts";
import { verifyDocument } from "../verify/verify-document.ts";
import { cutOff } from "./cut-off.ts";

/** Doctors who must be at Medicin and Kirurgi in the same six months; two fit, with one seat each. */
async function cutOffWith(doctors: number, wish: "first" | "both" | "none") {
  const parsed = parseProblem(
    smallProblem({
      doctors: Array.from({ length: doctors }, (_, at) => ({
        id: `lakare-${at}`,
        region: "lanet",
        intake: "januari",
        wishes:
          wish === "both" || (wish === "first" && at === 0)
            ? [{ kind: "order", first: "medicin", then: "kirurgi", weight: 1 }]
            : [],
      })),
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { problem } = parsed;
  const params = SolveParams.parse({});
  const watch = { now: () => 0, stopped: () => undefined, report() {}, incumbent() {} };
  const { plan } = await solve(problem, params, watch);
  if (plan === undefined) throw new Error("no plan");
  const times = { elapsedMs: 1, firstPlanMs: 1, bestPlanMs: 1 };
  const outcome = cutOff(plan, times, params);
  const document = createPlanDocument(problem, outcome, params, makers("highs"));
  return { outcome, verification: verifyDocument(problem, document) };
}

describe("a solve that is cut off", () => {
  it.each([
    // Nothing unwanted is left in the plan, and less than nothing there cannot be.
    [2, "first", "optimal", [true, true]],
    // Only one of the two can be at Medicin first: what is left could be less, for all that is known.
    [2, "both", "feasible", [true, false]],
    [3, "none", "no-plan-found", [false, true]],
  ] as const)("with %i doctors, wishes of %s, is %s", async (doctors, wish, status, proven) => {
    const { outcome, verification } = await cutOffWith(doctors, wish);
    expect(outcome.status).toBe(status);
    expect(outcome.tiers.map((tier) => tier.proven)).toEqual(proven);
    expect(verification.ok ? [] : verification.faults).toEqual([]);
  });
});
