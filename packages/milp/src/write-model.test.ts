import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHighsEngine } from "./engines/highs/engine.ts";
import { solveText } from "./engines/highs/solve-text.ts";
import type { Model } from "./model.ts";
import { createModelBuilder } from "./model-builder.ts";
import { createSafeNames } from "./names.ts";
import { arbitraryModel, assignment, twoProducts } from "./testing/index.ts";
import { writeLp } from "./write-lp.ts";
import { writeMps } from "./write-mps.ts";

/** Every kind of bound and row at once. Optimum by engine, compared below; the point is that it is read back. */
function everything(): Model {
  const b = createModelBuilder("allt på en gång");
  const free = b.addVariable({ name: "free", lower: -Infinity, cost: 1 });
  const below = b.addVariable({ name: "e5", lower: -Infinity, upper: -2, cost: -1, integer: true });
  const above = b.addVariable({ name: "9-lives", lower: 3, cost: 2, integer: true });
  const fixed = b.addVariable({ name: "fixed[1]", lower: 2.5, upper: 2.5, cost: 1 });
  const binary = b.addVariable({ name: "åsa:väntar", upper: 1, cost: -4, integer: true });
  b.addVariable({ name: "idle", upper: 1, integer: true });
  b.addRow({
    name: "at-least",
    terms: [
      [free, 1],
      [below, 1],
      [above, -0.5],
    ],
    lower: -7,
  });
  b.addRow({
    name: "between",
    terms: [
      [above, 1],
      [binary, 3],
      [fixed, 1],
    ],
    lower: 4,
    upper: 8.5,
  });
  b.addRow({
    name: "equal",
    terms: [
      [free, 1],
      [binary, 1],
    ],
    lower: -1,
    upper: -1,
  });
  b.addRow({ name: "no-bounds", terms: [[free, 1]] });
  b.addRow({ name: "objective", terms: [[below, 1]], lower: -20, upper: -1 });
  b.addOffset(-1.25);
  return b.build();
}

async function expectReadBack(model: Model): Promise<void> {
  const direct = await createHighsEngine().solve(model, { seed: 0 });
  for (const [format, text] of [
    ["lp", writeLp(model)],
    ["mps", writeMps(model)],
  ] as const) {
    const read = await solveText(format, text);
    expect([format, read.status]).toEqual([format, direct.status]);
    if (direct.objective !== undefined) expect(read.objective).toBeCloseTo(direct.objective, 6);
  }
}

describe("writeLp and writeMps", () => {
  it("write what HiGHS reads back to the same optimum", async () => {
    for (const model of [twoProducts(7), assignment(6, 4, 4), everything()])
      await expectReadBack(model);
  });

  it("do so for random models", async () => {
    await fc.assert(fc.asyncProperty(arbitraryModel(6), expectReadBack), { numRuns: 25 });
  });

  it("write a page a person can read", () => {
    expect(writeLp(twoProducts())).toBe(
      `\\ two-products
Minimize
 objective: 2 x + 3 y
Subject To
 enough: x + y >= 4
Bounds
 0 <= x <= 3
 0 <= y <= 10
Generals
 x
 y
End
`,
    );
  });
});

describe("createSafeNames", () => {
  it("turns hyphens into underscores, keeps å, and finds the way back", () => {
    const names = createSafeNames([
      "one-placement-per-period(åsa,1)",
      "x[1]",
      "x 1 ",
      "free",
      "e5",
      "1a",
    ]);
    expect(names.safe).toEqual([
      "one_placement_per_period(åsa,1)",
      "x_1_",
      "x_1__2",
      "n_free",
      "n_e5",
      "n_1a",
    ]);
    expect(names.toReadable("x_1__2")).toBe("x 1 ");
  });
});
