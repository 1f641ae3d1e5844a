import { describe, expect, it } from "vitest";
import { checkValues, normaliseValues } from "./check-values.ts";
import { twoProducts } from "./testing/models.ts";

const kinds = (...values: number[]) =>
  checkValues(twoProducts(), Float64Array.from(values)).map(({ kind }) => kind);

describe("checkValues", () => {
  it("finds nothing wrong with a solution, noise included", () => {
    expect(kinds(3, 1)).toEqual([]);
    expect(kinds(3 + 1e-9, 1 - 1e-9)).toEqual([]);
  });

  it("names the bound, the fraction and the row that are missed", () => {
    expect(kinds(4, 0)).toEqual(["outside-bounds"]);
    expect(kinds(2.5, 1.5)).toEqual(["fractional", "fractional"]);
    expect(checkValues(twoProducts(), Float64Array.of(1, 1))).toEqual([
      {
        kind: "row-broken",
        name: "enough",
        index: 0,
        value: 2,
        lower: 4,
        upper: Infinity,
        excess: 2,
      },
    ]);
  });

  it("stops at values that are no numbers or too few", () => {
    expect(kinds(Number.NaN, 1)).toEqual(["not-a-number"]);
    expect(kinds(3)).toEqual(["wrong-length"]);
  });
});

describe("normaliseValues", () => {
  it("makes integers whole and zero positive, and leaves a true fraction for the check", () => {
    const values = normaliseValues(twoProducts(), Float64Array.of(-1e-13, 1.5));
    expect(Object.is(values[0], 0)).toBe(true);
    expect(values[1]).toBe(1.5);
  });
});
