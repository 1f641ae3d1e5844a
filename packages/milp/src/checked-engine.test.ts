import { describe, expect, it } from "vitest";
import { checkedEngine } from "./checked-engine.ts";
import { autoEngineName, chooseEngine } from "./choose-engine.ts";
import { type Engine, type EngineResult, UnsupportedModelError } from "./engine.ts";
import { createEnumerateEngine } from "./engines/enumerate/engine.ts";
import { firstOf } from "./engines/first-of.ts";
import { assignment, knapsack, twoProducts } from "./testing/index.ts";

const stats = { elapsedMs: 0, nodes: 0, iterations: 0, rows: 1, columns: 2, nonzeros: 2 };

function saying(result: Partial<EngineResult>): Engine {
  return {
    name: "highs",
    solve: () =>
      Promise.resolve({
        engine: "highs",
        status: "optimal",
        stats,
        raw: "",
        ...result,
      } as EngineResult),
  };
}

describe("checkedEngine", () => {
  it("lets an honest result through", async () => {
    const result = { values: Float64Array.of(3, 1), objective: 9, bound: 9 };
    await expect(
      checkedEngine(saying(result)).solve(twoProducts(), { seed: 0 }),
    ).resolves.toMatchObject(result);
  });

  const lies: readonly [lie: string, result: Partial<EngineResult>][] = [
    ["values that break a row", { values: Float64Array.of(0, 0), objective: 0 }],
    ["fractional values", { values: Float64Array.of(2.5, 1.5), objective: 9.5 }],
    [
      "an objective that is not that of the values",
      { values: Float64Array.of(3, 1), objective: 8 },
    ],
    ["a bound above its own value", { values: Float64Array.of(3, 1), objective: 9, bound: 10 }],
    ["an optimum without values", {}],
    ["infeasible, though the start satisfies the model", { status: "infeasible" }],
    [
      "a bound above the start's value",
      { values: Float64Array.of(0, 10), objective: 30, bound: 30 },
    ],
  ];
  it.each(lies)("catches %s", async (_, result) => {
    const solve = checkedEngine(saying(result)).solve(twoProducts(), {
      seed: 0,
      start: Float64Array.of(3, 1),
    });
    await expect(solve).rejects.toMatchObject({ name: "Defect", code: "engine-lied" });
  });
});

describe("firstOf", () => {
  const refusing: Engine = {
    name: "jslp",
    solve: () => Promise.reject(new UnsupportedModelError("jslp", "it says so")),
  };

  it("moves on when an engine cannot take the model", async () => {
    expect(
      (await firstOf([refusing, createEnumerateEngine()]).solve(knapsack(), { seed: 0 })).engine,
    ).toBe("enumerate");
  });

  it("passes on the last refusal", async () => {
    await expect(firstOf([refusing]).solve(knapsack(), { seed: 0 })).rejects.toBeInstanceOf(
      UnsupportedModelError,
    );
  });

  it("does not hide another failure", async () => {
    const broken: Engine = { name: "highs", solve: () => Promise.reject(new Error("broken")) };
    await expect(
      firstOf([broken, createEnumerateEngine()]).solve(knapsack(), { seed: 0 }),
    ).rejects.toThrow("broken");
  });
});

describe("chooseEngine", () => {
  it("takes javascript-lp-solver for the smallest models and HiGHS for the others", () => {
    expect(autoEngineName(knapsack())).toBe("jslp");
    expect(autoEngineName(assignment(6, 6, 6))).toBe("highs");
    expect(chooseEngine(knapsack(), "highs").name).toBe("highs");
  });
});
