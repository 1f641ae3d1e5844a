/** Models on which HiGHS 1.15.1, given a start, calls a plan optimal that is not: with presolve or restarts. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Model } from "../../model.ts";
import { createHighsEngine } from "./engine.ts";

interface Stored {
  readonly optimum: number;
  readonly start: readonly number[];
}

type Parts = Stored & Record<string, readonly (number | "inf" | "-inf")[]>;

const read = (file: string): Parts =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Parts;

function modelOf(stored: Parts): Model {
  const numbers = (key: string): number[] =>
    (stored[key] ?? []).map((value) =>
      value === "inf"
        ? Number.POSITIVE_INFINITY
        : value === "-inf"
          ? Number.NEGATIVE_INFINITY
          : value,
    );
  return {
    name: "start",
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
}

describe("the HiGHS engine", () => {
  it.each(["./restart-loses-optimum.json", "./start-loses-optimum.json"])(
    "does not lose the optimum of %s",
    async (file) => {
      const stored = read(file);
      const start = Float64Array.from(stored.start);
      for (let seed = 1; seed <= 8; seed++) {
        const { objective, status } = await createHighsEngine().solve(modelOf(stored), {
          seed,
          start,
        });
        expect([status, objective], `seed ${seed}`).toEqual(["optimal", stored.optimum]);
      }
    },
  );
});
