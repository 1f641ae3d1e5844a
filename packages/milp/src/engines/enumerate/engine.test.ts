import { describe, expect, it } from "vitest";
import { checkedEngine } from "../../checked-engine.ts";
import { UnsupportedModelError } from "../../engine.ts";
import { describeEngine, knapsack, marketSplit } from "../../testing/index.ts";
import { createEnumerateEngine } from "./engine.ts";

describeEngine("enumerate", () => checkedEngine(createEnumerateEngine()), {
  skip: [
    {
      reason: "it takes bounded integers only",
      tests: [
        "calls a continuous model unbounded",
        "calls an integer model unbounded, not infeasible",
        "solves a continuous model to a fraction",
        "takes negative and missing bounds",
      ],
    },
    {
      reason: "the model has more than 20 binaries",
      tests: [
        "returns at a limit of 1 ms and claims no more than it knows",
        "never calls a stopped search optimal",
        "never gives fractional values at the limit",
        "does not start when it is already stopped",
        "does not start when the signal is already aborted",
        "stops during the search and keeps what it has",
        "stops at a node limit",
        "is never worse than its start",
      ],
    },
  ],
});

describe("enumerate", () => {
  it("refuses more than 20 binaries", async () => {
    await expect(
      createEnumerateEngine().solve(marketSplit(1, 24), { seed: 0 }),
    ).rejects.toBeInstanceOf(UnsupportedModelError);
  });

  it("stops when asked, on a clock, and after a number of combinations", async () => {
    const engine = createEnumerateEngine();
    const statuses = await Promise.all([
      engine.solve(knapsack(), { seed: 0 }, { stopped: () => true }),
      engine.solve(knapsack(), { seed: 0, timeLimitMs: 0 }),
      engine.solve(knapsack(), { seed: 0, nodeLimit: 3 }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([
      "interrupted",
      "time-limit",
      "node-limit",
    ]);
  });
});
