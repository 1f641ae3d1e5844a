/** Cases of the engine suite about models: shapes, names and values that have misled an engine before. */

import * as fc from "fast-check";
import { expect } from "vitest";
import type { Engine } from "../engine.ts";
import { createEnumerateEngine } from "../engines/enumerate/engine.ts";
import { createModelBuilder } from "../model-builder.ts";
import { arbitraryModel } from "./arbitrary-model.ts";
import { expectHonest, expectOptimum, UNLIMITED } from "./expectations.ts";
import { infeasibleByOneRow, knapsack, twoProducts, unbounded } from "./models.ts";

/** The cases by name; a skip list names them. */
export const MODEL_CASES = {
  "solves two products": async (engine: Engine) => {
    const result = await expectOptimum(engine, twoProducts(), 9);
    expect(Array.from(result.values ?? [])).toEqual([3, 1]);
  },
  "adds the constant of the objective once": async (engine: Engine) => {
    const result = await expectOptimum(engine, twoProducts(100), 109);
    expect(result.bound).toBeCloseTo(109, 6);
  },
  "does not take the relaxation of a knapsack for its optimum": async (engine: Engine) => {
    await expectOptimum(engine, knapsack(), -220);
  },
  "answers an empty model": async (engine: Engine) => {
    await expectOptimum(engine, createModelBuilder("empty").build(), 0);
  },
  "finds an empty model infeasible when a row of it cannot hold": async (engine: Engine) => {
    const b = createModelBuilder("empty-row");
    b.addRow({ name: "impossible", terms: [], lower: 1, mayBeEmpty: true });
    expect((await engine.solve(b.build(), UNLIMITED)).status).toBe("infeasible");
  },
  "finds a row without terms infeasible among variables": async (engine: Engine) => {
    const b = createModelBuilder("empty-row-among-variables");
    const x = b.addVariable({ name: "x", upper: 1, cost: 1, integer: true });
    b.addRow({ name: "fine", terms: [[x, 1]], lower: 0 });
    b.addRow({ name: "impossible", terms: [], lower: 1, mayBeEmpty: true });
    expect((await engine.solve(b.build(), UNLIMITED)).status).toBe("infeasible");
  },
  "answers a model without rows": async (engine: Engine) => {
    const b = createModelBuilder("no-rows");
    b.addVariable({ name: "gain", upper: 4, cost: -2, integer: true });
    b.addVariable({ name: "loss", upper: 4, cost: 3, integer: true });
    await expectOptimum(engine, b.build(), -8);
  },
  "answers a model in which everything is fixed": async (engine: Engine) => {
    const b = createModelBuilder("all-fixed");
    const x = b.addVariable({ name: "x", lower: 2, upper: 2, cost: 5, integer: true });
    const y = b.addVariable({ name: "y", lower: -1, upper: -1, cost: 1, integer: true });
    b.addRow({
      name: "sum",
      terms: [
        [x, 1],
        [y, 1],
      ],
      lower: 1,
      upper: 1,
    });
    await expectOptimum(engine, b.build(), 9);
  },
  "finds a model infeasible when its fixed values break a row": async (engine: Engine) => {
    const b = createModelBuilder("all-fixed-wrong");
    const x = b.addVariable({ name: "x", lower: 2, upper: 2, integer: true });
    b.addRow({ name: "one", terms: [[x, 1]], upper: 1 });
    expect((await engine.solve(b.build(), UNLIMITED)).status).toBe("infeasible");
  },
  "solves a model of equalities only": async (engine: Engine) => {
    // x + y = 5 and x − y = 1 leave (3, 2) alone.
    const b = createModelBuilder("equalities");
    const x = b.addVariable({ name: "x", upper: 9, cost: 1, integer: true });
    const y = b.addVariable({ name: "y", upper: 9, cost: 1, integer: true });
    b.addRow({
      name: "sum",
      terms: [
        [x, 1],
        [y, 1],
      ],
      lower: 5,
      upper: 5,
    });
    b.addRow({
      name: "difference",
      terms: [
        [x, 1],
        [y, -1],
      ],
      lower: 1,
      upper: 1,
    });
    const result = await expectOptimum(engine, b.build(), 5);
    expect(Array.from(result.values ?? [])).toEqual([3, 2]);
  },
  "finds a model infeasible by one row, and then gives no values": async (engine: Engine) => {
    const result = await engine.solve(infeasibleByOneRow(), UNLIMITED);
    expect(result.status).toBe("infeasible");
    expect(result.values).toBeUndefined();
  },
  "finds a model infeasible that only whole numbers make so": async (engine: Engine) => {
    const b = createModelBuilder("no-whole-value");
    const x = b.addVariable({ name: "x", upper: 5, integer: true });
    b.addRow({ name: "between", terms: [[x, 2]], lower: 3, upper: 3 });
    expect((await engine.solve(b.build(), UNLIMITED)).status).toBe("infeasible");
  },
  "calls a continuous model unbounded": async (engine: Engine) => {
    expect((await engine.solve(unbounded(false), UNLIMITED)).status).toBe("unbounded");
  },
  "calls an integer model unbounded, not infeasible": async (engine: Engine) => {
    const result = await engine.solve(unbounded(true), UNLIMITED);
    expect(result.status).toBe("unbounded");
    expect(result.values).toBeUndefined();
  },
  "solves a continuous model to a fraction": async (engine: Engine) => {
    const b = createModelBuilder("fraction");
    const x = b.addVariable({ name: "x", cost: 1 });
    b.addRow({ name: "half", terms: [[x, 2]], lower: 1 });
    const result = await expectOptimum(engine, b.build(), 0.5);
    expect(result.bound).toBeCloseTo(0.5, 6);
  },
  "takes negative and missing bounds": async (engine: Engine) => {
    // x falls to −4, y is held by the row at x + y ≥ −6, so y = −2; z rises to 3 from below.
    const b = createModelBuilder("negative-bounds");
    const x = b.addVariable({ name: "x", lower: -4, upper: -1, cost: 2, integer: true });
    const y = b.addVariable({ name: "y", lower: -Infinity, cost: 1, integer: true });
    const z = b.addVariable({ name: "z", lower: -Infinity, upper: 3, cost: -1, integer: true });
    b.addRow({
      name: "floor",
      terms: [
        [x, 1],
        [y, 1],
      ],
      lower: -6,
    });
    b.addRow({ name: "free", terms: [[z, 1]] });
    const result = await expectOptimum(engine, b.build(), -13);
    expect(Array.from(result.values ?? [])).toEqual([-4, -2, 3]);
  },
  "keeps to both sides of a row": async (engine: Engine) => {
    const b = createModelBuilder("two-sided");
    const x = b.addVariable({ name: "x", upper: 9, cost: 1, integer: true });
    const y = b.addVariable({ name: "y", upper: 9, cost: -1, integer: true });
    b.addRow({
      name: "between",
      terms: [
        [x, 1],
        [y, 1],
      ],
      lower: 2,
      upper: 4,
    });
    await expectOptimum(engine, b.build(), -4);
  },
  "finds the value of a tie, whichever solution it takes": async (engine: Engine) => {
    const b = createModelBuilder("tie");
    const x = [0, 1, 2, 3].map((j) =>
      b.addVariable({ name: `x-${j}`, upper: 1, cost: 1, integer: true }),
    );
    b.addRow({ name: "two", terms: x.map((v) => [v, 1]), lower: 2 });
    await expectOptimum(engine, b.build(), 2);
  },
  "takes names with å and hyphens": async (engine: Engine) => {
    const b = createModelBuilder("vårdcentral-åre");
    const x = b.addVariable({ name: "x[Åsa-Märta, Öre/2]", upper: 5, cost: 1, integer: true });
    b.addRow({ name: "one-placement-per-period: Åsa", terms: [[x, 1]], lower: 2 });
    await expectOptimum(engine, b.build(), 2);
  },
  "takes variables named like an engine's own fields": async (engine: Engine) => {
    const b = createModelBuilder("fields");
    const names = [
      "bounded",
      "result",
      "feasible",
      "isIntegral",
      "cost",
      "__proto__",
      "constructor",
      "0",
      "free",
    ];
    const x = names.map((name) => b.addVariable({ name, upper: 2, cost: 1, integer: true }));
    b.addRow({ name: "cost", terms: x.map((v) => [v, 1]), lower: 2 * names.length });
    const result = await expectOptimum(engine, b.build(), 2 * names.length);
    expect(Array.from(result.values ?? [])).toEqual(names.map(() => 2));
  },
  "gives zero to variables that nothing names": async (engine: Engine) => {
    const b = createModelBuilder("idle");
    b.addVariable({ name: "idle", upper: 1, integer: true });
    const x = b.addVariable({ name: "x", upper: 1, cost: 1, integer: true });
    b.addRow({ name: "one", terms: [[x, 1]], lower: 1 });
    const result = await expectOptimum(engine, b.build(), 1);
    expect(result.values?.length).toBe(2);
  },
  "solves a thousand rows": async (engine: Engine) => {
    // Row i asks for at least (i mod 3) of x[i mod 10]; every variable is asked for 2 by some row.
    const b = createModelBuilder("thousand-rows");
    const x = Array.from({ length: 10 }, (_, j) =>
      b.addVariable({ name: `x-${j}`, upper: 2, cost: 1, integer: true }),
    );
    for (let i = 0; i < 1000; i++)
      b.addRow({ name: `row-${i}`, terms: [[x[i % 10] ?? 0, 1]], lower: i % 3 });
    await expectOptimum(engine, b.build(), 20);
  },
  "agrees with brute force on random models": async (engine: Engine) => {
    const oracle = createEnumerateEngine();
    const property = fc.asyncProperty(arbitraryModel(), async (model) => {
      const [expected, result] = await Promise.all([
        oracle.solve(model, UNLIMITED),
        engine.solve(model, UNLIMITED),
      ]);
      expect(result.status).toBe(expected.status);
      expect(result.objective).toBe(expected.objective);
      expectHonest(model, result);
    });
    await fc.assert(property, { numRuns: 60 });
  },
} as const;
