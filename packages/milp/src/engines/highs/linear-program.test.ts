import { afterEach, describe, expect, it, vi } from "vitest";
import type { LinearProgram } from "../../linear-program.ts";
import { openLinearProgram } from "./linear-program.ts";

const opened: LinearProgram[] = [];
async function open(): Promise<LinearProgram> {
  const lp = await openLinearProgram();
  opened.push(lp);
  return lp;
}
afterEach(() => {
  for (const lp of opened.splice(0)) lp.dispose();
});

const NONE = Infinity;

/**
 * min −3x − 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 and x, y ≥ 0: the textbook optimum is −36 at (2, 6), where
 * the first row is slack. Its prices: 2y ≤ 12 gives −3/2, 3x + 2y ≤ 18 gives −1.
 */
async function textbook(): Promise<LinearProgram> {
  const lp = await open();
  lp.addRows({ lower: [-NONE, -NONE, -NONE], upper: [4, 12, 18] });
  lp.addColumns({
    cost: [-3, -5],
    lower: [0, 0],
    upper: [NONE, NONE],
    starts: [0, 2, 4],
    rowIndex: [0, 2, 1, 2],
    values: [1, 3, 2, 2],
  });
  return lp;
}

const round = (values: Float64Array) =>
  Array.from(values, (value) => Math.round(value * 1e6) / 1e6 + 0);

describe("openLinearProgram", () => {
  it.each(["primal", "dual", "auto"] as const)(
    "gives ≤ rows duals that are never positive (%s)",
    async (method) => {
      const result = (await textbook()).solve({ method });
      expect([result.status, Math.round(result.objective)]).toEqual(["optimal", -36]);
      expect(round(result.columnValues)).toEqual([2, 6]);
      expect(round(result.rowDuals)).toEqual([0, -1.5, -1]);
      expect(round(result.reducedCosts)).toEqual([0, 0]);
    },
  );

  it("gives ≥ rows duals that are never negative, and reduced costs that price a new column", async () => {
    // min 2x + 3y, x + y ≥ 4, x ≤ 3: one more unit asked for costs a y, so 3; x, a unit cheaper, is worth −1.
    const lp = await open();
    lp.addRows({ lower: [4], upper: [NONE] });
    lp.addColumns({
      cost: [2, 3],
      lower: [0, 0],
      upper: [3, NONE],
      starts: [0, 1, 2],
      rowIndex: [0, 0],
      values: [1, 1],
    });
    const before = lp.solve();
    expect([round(before.rowDuals), round(before.reducedCosts)]).toEqual([[3], [-1, 0]]);
    // A column of cost 5 that gives 2 has reduced cost 5 − 2·3 = −1: it improves the optimum from 9 to 2·3 + 5/2.
    lp.addColumns({
      cost: [5],
      lower: [0],
      upper: [NONE],
      starts: [0, 1],
      rowIndex: [0],
      values: [2],
    });
    expect(lp.solve().objective).toBeCloseTo(8.5, 9);
  });

  it("adds rows after a solve, on columns that exist", async () => {
    const lp = await textbook();
    lp.solve();
    expect(
      lp.addRows({
        lower: [-NONE],
        upper: [5],
        entries: { starts: [0, 1], columnIndex: [1], values: [1] },
      }),
    ).toBe(3);
    // y ≤ 5 leaves x = 8/3: −8 − 25.
    expect(lp.solve().objective).toBeCloseTo(-33, 9);
  });

  it("changes bounds and costs by unsorted indices", async () => {
    const lp = await textbook();
    lp.changeColumnBounds([1, 0], [1, 0], [3, 2]);
    expect(round(lp.solve().columnValues)).toEqual([2, 3]);
    lp.changeCosts([1, 0], [7, -1]);
    expect(lp.solve().objective).toBeCloseTo(5, 9);
    lp.changeRowBounds([0], [-NONE], [1]);
    expect(lp.solve().objective).toBeCloseTo(6, 9);
  });

  it("asks whether to stop where a solve may take long, and only there", async () => {
    const stopped = vi.fn(() => true);
    expect((await textbook()).solve({ stopped }).status).toBe("optimal");
    expect(stopped).not.toHaveBeenCalled();
    const lp = await open();
    const size = 300;
    const each = Array.from({ length: size }, (_, k) => k);
    lp.addRows({ lower: each.map(() => 1), upper: each.map(() => NONE) });
    // Each column covers a row and the next.
    lp.addColumns({
      cost: each.map((k) => 1 + (k % 7)),
      lower: each.map(() => 0),
      upper: each.map(() => NONE),
      starts: [...each, size].map((k) => 2 * k),
      rowIndex: each.flatMap((k) => [k, (k + 1) % size].sort((a, b) => a - b)),
      values: each.flatMap(() => [1, 1]),
    });
    expect(lp.solve({ stopped }).status).toBe("interrupted");
  });

  it("says infeasible, and recovers", async () => {
    const lp = await textbook();
    lp.changeRowBounds([0], [5], [9]);
    lp.changeColumnBounds([0], [0], [4]);
    expect(lp.solve().status).toBe("infeasible");
    lp.changeRowBounds([0], [-NONE], [4]);
    expect(lp.solve().status).toBe("optimal");
  });

  it("deletes columns by list or mask and keeps the basis of the rest", async () => {
    const lp = await textbook();
    lp.addColumns({
      cost: [9, 9],
      lower: [0, 0],
      upper: [NONE, NONE],
      starts: [0, 0, 0],
      rowIndex: [],
      values: [],
    });
    lp.solve();
    lp.deleteColumns([3]);
    lp.deleteColumns(Uint8Array.of(0, 0, 1));
    const after = lp.solve();
    expect([lp.columns, after.iterations, Math.round(after.objective)]).toEqual([2, 0, -36]);
  });

  it("solves with whole columns and is a linear program again afterwards", async () => {
    // x + y ≥ 3/2 with costs 2 and 3: the relaxation costs 3, whole values cost 4.
    const lp = await open();
    lp.addRows({ lower: [1.5], upper: [NONE] });
    lp.addColumns({
      cost: [2, 3],
      lower: [0, 0],
      upper: [9, 9],
      starts: [0, 1, 2],
      rowIndex: [0, 0],
      values: [1, 1],
    });
    expect(lp.solve().objective).toBeCloseTo(3, 9);
    const whole = lp.solveInteger({ start: Float64Array.of(0, 2) });
    expect([whole.status, whole.objective, Array.from(whole.values ?? [])]).toEqual([
      "optimal",
      4,
      [2, 0],
    ]);
    expect(lp.solveInteger({ cutoff: 3 }).status).toBe("cutoff");
    expect(lp.solveInteger({ stopped: () => true, nodeLimit: 0 }).status).not.toBe("infeasible");
    const again = lp.solve();
    expect([again.iterations, Math.round(again.objective)]).toEqual([0, 3]);
  });

  it("generates columns for a cutting stock", async () => {
    // Rolls of 10; pieces 3, 4, 5 wanted 9, 6, 4 times. 71 units of length need 7.1 rolls, and the LP reaches that
    // bound only if waste is nil: columns come from the prices by a small knapsack.
    const sizes = [3, 4, 5];
    const lp = await open();
    lp.addRows({ lower: [9, 6, 4], upper: [NONE, NONE, NONE] });
    lp.addColumns({
      cost: [1, 1, 1],
      lower: [0, 0, 0],
      upper: [NONE, NONE, NONE],
      starts: [0, 1, 2, 3],
      rowIndex: [0, 1, 2],
      values: [3, 2, 2],
    });
    const first = lp.solve();
    let last = first;
    for (;;) {
      const pattern = bestPattern(sizes, last.rowDuals);
      const worth = pattern.reduce((sum, count, i) => sum + count * (last.rowDuals[i] ?? 0), 0);
      if (worth <= 1 + 1e-9) break;
      const rowIndex = sizes.map((_, i) => i).filter((i) => (pattern[i] ?? 0) > 0);
      const values = rowIndex.map((i) => pattern[i] ?? 0);
      lp.addColumns({
        cost: [1],
        lower: [0],
        upper: [NONE],
        starts: [0, values.length],
        rowIndex,
        values,
      });
      last = lp.solve();
    }
    // 3 + 3 + 4 and 5 + 5 waste nothing: 4.5 of the first and 2 of the second leave 1.5 of size 4, 0.75 rolls of
    // two each. 4.5 + 2 + 0.75 = 7.25, against 3 + 3 + 2 = 8 at the start.
    expect(first.objective).toBeCloseTo(8, 9);
    expect(last.objective).toBeCloseTo(7.25, 9);
    expect(lp.solveInteger().objective).toBe(8);
  });

  it("refuses wrong input and anything after dispose, with a code", async () => {
    const lp = await textbook();
    const bad = expect.objectContaining({ code: "linear-program-bad-input" });
    expect(() => lp.changeCosts([0, 0], [1, 2])).toThrow(bad);
    expect(() => lp.changeCosts([0], [])).toThrow(bad);
    expect(() => lp.deleteColumns(Uint8Array.of(1))).toThrow(bad);
    expect(() =>
      lp.addColumns({
        cost: [1],
        lower: [0],
        upper: [1],
        starts: [0, 1],
        rowIndex: [9],
        values: [1],
      }),
    ).toThrow(bad);
    lp.dispose();
    lp.dispose();
    expect(() => lp.solve()).toThrow(expect.objectContaining({ code: "linear-program-disposed" }));
  });
});

/** How many of each size to cut from a roll of 10 for the greatest sum of prices, by trying all. */
function bestPattern(sizes: readonly number[], prices: Float64Array): number[] {
  let best: number[] = [0, 0, 0];
  const worth = (counts: readonly number[]) =>
    counts.reduce((sum, n, i) => sum + n * (prices[i] ?? 0), 0);
  for (let a = 0; a <= 3; a++) {
    for (let b = 0; b <= 2; b++) {
      for (let c = 0; c <= 2; c++) {
        const counts = [a, b, c];
        const length = counts.reduce((sum, n, i) => sum + n * (sizes[i] ?? 0), 0);
        if (length <= 10 && worth(counts) > worth(best)) best = counts;
      }
    }
  }
  return best;
}
