import { expect, it } from "vitest";
import type { SolveJobProgress } from "./contract.ts";
import { sumProgress } from "./sum-progress.ts";

const part = (
  stage: SolveJobProgress["stage"],
  component: number,
  value: number,
  bound: number,
): SolveJobProgress => ({
  contract: 1,
  run: 1,
  stage,
  component,
  components: 4,
  lines: 10,
  tiers: [
    { tier: "unplaced", value: 0, bound: 0 },
    { tier: "wishes", value, bound },
  ],
  elapsedMs: 100 * component,
});

it("sums what the parts have found and proven", () => {
  const summed = sumProgress([part("improving", 2, 7, 5), part("done", 4, 3, 3)]);
  expect(summed).toEqual({
    contract: 1,
    run: 1,
    stage: "improving",
    component: 6,
    components: 8,
    lines: 20,
    tiers: [
      { tier: "unplaced", value: 0, bound: 0 },
      { tier: "wishes", value: 10, bound: 8 },
    ],
    tier: "wishes",
    incumbent: 10,
    bound: 8,
    gap: 2,
    elapsedMs: 400,
  });
});

it("knows no sum while a part has not begun", () => {
  const summed = sumProgress([part("improving", 2, 7, 5), undefined]);
  expect(summed).toMatchObject({ stage: "reading", components: 4 });
  expect(summed?.tiers).toBeUndefined();
  expect(sumProgress([undefined, undefined])).toBeUndefined();
});

it("verifies when every part is done", () => {
  expect(sumProgress([part("done", 4, 3, 3)])).toMatchObject({ stage: "verifying", component: 4 });
});
