/** A model on which HiGHS 1.15.1, when it may restart its search, calls a plan optimal that is not. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Model } from "../../model.ts";
import { createHighsEngine } from "./engine.ts";

interface Stored {
  readonly optimum: number;
  readonly start: readonly number[];
}

const stored = JSON.parse(
  readFileSync(new URL("./restart-loses-optimum.json", import.meta.url), "utf8"),
) as Stored & Record<string, readonly (number | "inf" | "-inf")[]>;

const numbers = (key: string): number[] =>
  (stored[key] ?? []).map((value) =>
    value === "inf"
      ? Number.POSITIVE_INFINITY
      : value === "-inf"
        ? Number.NEGATIVE_INFINITY
        : value,
  );

const model: Model = {
  name: "restart",
  variableNames: numbers("cost").map((_, at) => `x${at}`),
  rowNames: numbers("rowLower").map((_, at) => `r${at}`),
  cost: Float64Array.from(numbers("cost")),
  lower: Float64Array.from(numbers("lower")),
  upper: Float64Array.from(numbers("upper")),
  integer: Uint8Array.from(numbers("cost"), () => 1),
  rowLower: Float64Array.from(numbers("rowLower")),
  rowUpper: Float64Array.from(numbers("rowUpper")),
  matrix: {
    starts: Int32Array.from(numbers("starts")),
    rowIndex: Int32Array.from(numbers("rowIndex")),
    values: Float64Array.from(numbers("values")),
  },
  offset: 0,
};

describe("the HiGHS engine", () => {
  it("does not lose the optimum in a restart", async () => {
    const start = Float64Array.from(stored.start);
    for (let seed = 1; seed <= 10; seed++) {
      const { objective, status } = await createHighsEngine().solve(model, { seed, start });
      expect([status, objective], `seed ${seed}`).toEqual(["optimal", stored.optimum]);
    }
  });
});
