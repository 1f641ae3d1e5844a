/** Prices kept up to date are those that unitPrices spreads anew. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { twinUnits } from "../testing/twin-units.ts";
import { spread } from "./master-rows.ts";
import { pooledRows } from "./pooled-rows.ts";
import { createRandom } from "./random.ts";
import { SeatPrices } from "./seat-prices.ts";
import { unitPrices } from "./unit-prices.ts";

it("spreads a pool's price over its rows, beside their own and what they were raised by", () => {
  let pooled = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { component, limits } = takeApart(seed, twinUnits).state;
      const rows = pooledRows(component, limits);
      pooled += rows.pools.length;
      const random = createRandom(seed);
      const seats = new SeatPrices(limits, rows.pools);
      const guide = Float64Array.from({ length: limits.rows }, () => random.below(4));
      guide.forEach((price, row) => seats.raise(row, price));
      const set = new Float64Array(rows.capacity.length);
      for (let turn = 0; turn < 60; turn++) {
        const row = random.below(set.length);
        set[row] = random.below(5);
        seats.set(row, set[row] as number);
        if (turn % 20 > 0) continue;
        const expected = spread(rows, limits, set).map((price, at) => price + (guide[at] ?? 0));
        const { AT, BT, ends } = unitPrices(limits, expected);
        expect(seats.current()).toMatchObject({ rows: expected, AT, BT, ends });
      }
    }),
    { numRuns: 100 },
  );
  expect(pooled).toBeGreaterThan(100);
});
