import { expect, it } from "vitest";
import { addBounds } from "./add-bounds.ts";

const share = (values: number[], bounds: number[], unconditional = [0, 0]) => ({
  values,
  bounds,
  unconditional,
});

it("adds bounds up where all are proven in the tiers before", () => {
  expect(addBounds([share([1, 5], [1, 4]), share([0, 3], [0, 3])])).toEqual([1, 7]);
});

it("holds to their share only those whose others are proven", () => {
  // The second may cost less in the first tier, so the first may cost more there and less after.
  const open = share([2, 5], [1, 4], [0, 1]);
  expect(addBounds([share([1, 5], [1, 4], [0, 2]), open])).toEqual([2, 2 + 4]);
  expect(addBounds([open, open])).toEqual([2, 1 + 1]);
});

it("takes a value that nothing can be below as proven", () => {
  expect(addBounds([share([0, 5], [0, 4]), share([0, 9], [0, 0])])).toEqual([0, 4]);
});

it("holds nobody to her share beside one of whom nothing is known", () => {
  const unknown = share([], [], []);
  expect(addBounds([share([0, 5], [0, 4], [0, 2]), unknown])).toEqual([0, 2]);
});

it("is nothing of nobody", () => {
  expect(addBounds([])).toEqual([]);
});
