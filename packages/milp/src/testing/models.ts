/** Small models whose optimum can be derived by hand, for the tests of engines. */

import type { Model } from "../model.ts";
import { createModelBuilder } from "../model-builder.ts";

/** min 2x + 3y, x + y ≥ 4, x ≤ 3, both whole. Optimum 9 at (3, 1): x is cheaper, and there are only 3 of it. */
export function twoProducts(offset = 0): Model {
  const b = createModelBuilder("two-products");
  const x = b.addVariable({ name: "x", upper: 3, cost: 2, integer: true });
  const y = b.addVariable({ name: "y", upper: 10, cost: 3, integer: true });
  b.addRow({
    name: "enough",
    terms: [
      [x, 1],
      [y, 1],
    ],
    lower: 4,
  });
  b.addOffset(offset);
  return b.build();
}

/**
 * Binary knapsack as a minimisation: values 60, 100, 120, weights 10, 20, 30, capacity 50. Optimum −220
 * (items 2 and 3); the relaxation takes all of 1 and 2 and two thirds of 3, −240.
 */
export function knapsack(): Model {
  const b = createModelBuilder("knapsack");
  const items = [
    [60, 10],
    [100, 20],
    [120, 30],
  ].map(([value = 0, weight = 0], k) => ({
    weight,
    variable: b.addVariable({ name: `item-${k + 1}`, upper: 1, cost: -value, integer: true }),
  }));
  b.addRow({
    name: "capacity",
    terms: items.map(({ variable, weight }) => [variable, weight]),
    upper: 50,
  });
  return b.build();
}

/** x must be at least 3 and at most 2, by rows: infeasible by the last one. */
export function infeasibleByOneRow(): Model {
  const b = createModelBuilder("infeasible-by-one-row");
  const x = b.addVariable({ name: "x", upper: 5, cost: 1, integer: true });
  b.addRow({ name: "at-least", terms: [[x, 1]], lower: 3 });
  b.addRow({ name: "at-most", terms: [[x, 1]], upper: 2 });
  return b.build();
}

/** min −x with x ≥ 1 and nothing above: whole or not, the cost falls without end. */
export function unbounded(integer: boolean): Model {
  const b = createModelBuilder("unbounded");
  const x = b.addVariable({ name: "x", cost: -1, integer });
  b.addRow({ name: "at-least", terms: [[x, 1]], lower: 1 });
  return b.build();
}

/**
 * Assigns `people` to `places` with pseudo-random costs, each person once, each place at most `room` times.
 * The same arguments give the same model; large ones keep every engine busy.
 */
export function assignment(people: number, places: number, room: number, seed = 1): Model {
  const b = createModelBuilder(`assignment-${people}x${places}`);
  const random = mulberry(seed);
  const x = Array.from({ length: people }, (_, p) =>
    Array.from({ length: places }, (_, q) =>
      b.addVariable({
        name: `x-${p}-${q}`,
        upper: 1,
        integer: true,
        cost: 1 + Math.floor(random() * 50),
      }),
    ),
  );
  x.forEach((row, p) =>
    b.addRow({ name: `person-${p}`, terms: row.map((v) => [v, 1]), lower: 1, upper: 1 }),
  );
  for (let q = 0; q < places; q++) {
    const terms = x.map((row) => [row[q] ?? 0, 1 + Math.floor(random() * 3)] as const);
    b.addRow({ name: `place-${q}`, terms, upper: room });
  }
  return b.build();
}

/** Market split: `rows` equalities over `columns` binaries with slack at a price. Small, and hard for everybody. */
export function marketSplit(rows: number, columns: number, seed = 7): Model {
  const b = createModelBuilder(`market-split-${rows}x${columns}`);
  const random = mulberry(seed);
  const x = Array.from({ length: columns }, (_, j) =>
    b.addVariable({ name: `x-${j}`, upper: 1, integer: true }),
  );
  for (let i = 0; i < rows; i++) {
    const weights = x.map((v) => [v, Math.floor(random() * 100)] as const);
    const half = Math.floor(weights.reduce((sum, [, w]) => sum + w, 0) / 2);
    const under = b.addVariable({ name: `under-${i}`, upper: 5000, cost: 1, integer: true });
    const over = b.addVariable({ name: `over-${i}`, upper: 5000, cost: 1, integer: true });
    b.addRow({
      name: `split-${i}`,
      terms: [...weights, [under, 1], [over, -1]],
      lower: half,
      upper: half,
    });
  }
  return b.build();
}

/** A small generator of numbers in [0, 1), the same for the same seed everywhere. */
export function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
