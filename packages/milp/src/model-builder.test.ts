import { describe, expect, it } from "vitest";
import { rowsOf } from "./model.ts";
import { createModelBuilder, type ModelBuilder } from "./model-builder.ts";

function withX(): { readonly b: ModelBuilder; readonly x: number } {
  const b = createModelBuilder();
  return { b, x: b.addVariable({ name: "x" }) };
}

describe("createModelBuilder", () => {
  it("stores columns sparsely, rows rising within each", () => {
    const b = createModelBuilder();
    const x = b.addVariable({ name: "x" });
    const y = b.addVariable({ name: "y", lower: -1, upper: 4, cost: 2, integer: true });
    b.addRow({
      name: "first",
      terms: [
        [y, 5],
        [x, 1],
      ],
      lower: 1,
    });
    b.addRow({ name: "second", terms: [[y, 7]], upper: 9 });
    const model = b.build();
    expect(Array.from(model.matrix.starts)).toEqual([0, 1, 3]);
    expect(Array.from(model.matrix.rowIndex)).toEqual([0, 0, 1]);
    expect(Array.from(model.matrix.values)).toEqual([1, 5, 7]);
    expect(Array.from(model.upper)).toEqual([Infinity, 4]);
    expect(Array.from(rowsOf(model).columnIndex)).toEqual([0, 1, 1]);
  });

  it("merges terms of the same variable and drops those that cancel", () => {
    const { b, x } = withX();
    b.addRow({
      name: "merged",
      terms: [
        [x, 1],
        [x, 2],
      ],
      lower: 0,
    });
    b.addRow({
      name: "cancelled",
      terms: [
        [x, 1],
        [x, -1],
      ],
      lower: 0,
    });
    expect(Array.from(b.build().matrix.values)).toEqual([3]);
  });

  it("survives posting to a thread", () => {
    const { b } = withX();
    const model = b.build();
    expect(structuredClone(model)).toEqual(model);
  });

  it("adds costs to variables that exist", () => {
    const { b, x } = withX();
    b.addCost(x, 3);
    b.addCost(x, 4);
    expect(Array.from(b.build().cost)).toEqual([7]);
  });

  const refusals: readonly [code: string, act: (b: ModelBuilder, x: number) => unknown][] = [
    ["model-duplicate-name", (b) => b.addVariable({ name: "x" })],
    ["model-empty-name", (b) => b.addVariable({ name: "" })],
    ["model-bad-number", (b) => b.addVariable({ name: "y", cost: Number.NaN })],
    ["model-bad-number", (b) => b.addVariable({ name: "y", lower: Infinity })],
    ["model-crossed-bounds", (b) => b.addVariable({ name: "y", lower: 2, upper: 1 })],
    ["model-bad-number", (b, x) => b.addRow({ name: "r", terms: [[x, Infinity]], lower: 0 })],
    ["model-bad-number", (b, x) => b.addRow({ name: "r", terms: [[x, 1e-12]], lower: 0 })],
    ["model-unknown-variable", (b) => b.addRow({ name: "r", terms: [[7, 1]], lower: 0 })],
    ["model-unknown-variable", (b) => b.addCost(7, 1)],
    ["model-empty-row", (b) => b.addRow({ name: "r", terms: [], lower: 1 })],
    [
      "model-crossed-bounds",
      (b, x) => b.addRow({ name: "r", terms: [[x, 1]], lower: 2, upper: 1 }),
    ],
    ["model-finished", (b) => [b.build(), b.addVariable({ name: "y" })]],
  ];
  it.each(refusals)("refuses with %s", (code, act) => {
    const { b, x } = withX();
    expect(() => act(b, x)).toThrow(expect.objectContaining({ code }));
  });

  it("takes an empty row that cannot hold when that is said", () => {
    const { b } = withX();
    expect(b.addRow({ name: "r", terms: [], lower: 1, mayBeEmpty: true })).toBe(0);
  });
});
