import type { SolveOutcome } from "@placera/domain";
import { expect, it } from "vitest";
import { betterOutcome, isWorse } from "./best-plan.ts";

const score = (...values: number[]) => values.map((value, at) => ({ tier: `t${at}`, value }));

it("lets the first tier that differs decide", () => {
  expect(isWorse(score(1, 0), score(0, 9))).toBe(true);
  expect(isWorse(score(0, 9), score(1, 0))).toBe(false);
  expect(isWorse(score(0, 2), score(0, 1))).toBe(true);
  expect(isWorse(score(0, 1), score(0, 1))).toBe(false);
});

/** An outcome whose plan is only there or not. */
function outcome(stoppedBy: SolveOutcome["stoppedBy"], ...values: number[]): SolveOutcome {
  const plan = values.length === 0 ? {} : { plan: { certificate: {} } };
  const tiers = score(...values).map((tier) => ({ ...tier, bound: 0, proven: false }));
  return { stoppedBy, tiers, ...plan } as unknown as SolveOutcome;
}

it("keeps an earlier plan when a stopped run has none or a worse one", () => {
  const earlier = outcome("shutdown", 1);
  expect(betterOutcome(outcome("cancelled"), earlier)).toMatchObject({
    stoppedBy: "cancelled",
    tiers: [{ value: 1 }],
    plan: { certificate: { stoppedBy: "cancelled" } },
  });
  expect(betterOutcome(outcome("cancelled", 2), earlier).tiers[0]?.value).toBe(1);
  expect(betterOutcome(outcome("cancelled", 0), earlier).tiers[0]?.value).toBe(0);
});

it("takes a finished run at its word", () => {
  const finished = outcome("finished", 2);
  expect(betterOutcome(finished, outcome("shutdown", 1))).toBe(finished);
});
