import { describe, expect, it } from "vitest";
import { checkedEngine } from "../../checked-engine.ts";
import { UnsupportedModelError } from "../../engine.ts";
import { assignment, describeEngine, knapsack } from "../../testing/index.ts";
import { createJslpEngine } from "./engine.ts";
import { fromJslp } from "./from-jslp.ts";
import { toJslp } from "./to-jslp.ts";

describeEngine("jslp", () => checkedEngine(createJslpEngine()), {
  skip: [
    {
      reason:
        "its simplex cycles for ever on the market split; only the isolated engine can stop it",
      tests: [
        "never calls a stopped search optimal",
        "stops during the search and keeps what it has",
        "stops at a node limit",
        "is never worse than its start",
      ],
    },
  ],
});

describe("javascript-lp-solver at its time limit", () => {
  it("is never called optimal, and never hands on fractional values", () => {
    const model = knapsack();
    const translation = toJslp(model, 5);
    const sent = translation.kind === "request" ? translation.sent : [];
    const proven = { feasible: true, bounded: true, isIntegral: true, result: -220, v1: 1, v2: 1 };
    expect(fromJslp(model, sent, proven, false).status).toBe("optimal");
    // The very same answer at the limit is an incumbent, since the library does not tell the two apart.
    expect(fromJslp(model, sent, proven, true)).toEqual({
      status: "time-limit",
      values: Float64Array.of(0, 1, 1),
    });
    const fractional = { feasible: true, bounded: true, result: -240, v0: 1, v1: 1, v2: 2 / 3 };
    expect(fromJslp(model, sent, fractional, true)).toEqual({ status: "time-limit" });
    expect(fromJslp(model, sent, fractional, false)).toEqual({ status: "numerical-trouble" });
  });

  it("does not read values of an infeasible answer", () => {
    const translation = toJslp(knapsack(), undefined);
    const sent = translation.kind === "request" ? translation.sent : [];
    expect(fromJslp(knapsack(), sent, { feasible: false, v0: 3 }, false)).toEqual({
      status: "infeasible",
    });
  });
});

describe("the size limit of javascript-lp-solver", () => {
  it("refuses a model that it may never return from", async () => {
    const model = assignment(30, 10, 6);
    await expect(createJslpEngine().solve(model, { seed: 0 })).rejects.toBeInstanceOf(
      UnsupportedModelError,
    );
  });
});
