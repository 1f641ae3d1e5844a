import { writePlan } from "@placera/domain";
import { expect, test } from "vitest";
import { loadFixtures, makeInstances } from "../cases.ts";
import { peerProgram, planOfProgram, TooLarge } from "./linear-program.ts";

test("a model that would fill the memory is refused before it is made", () => {
  const [only] = makeInstances([{ family: "at-tight", doctors: 120, seeds: [1] }]);
  if (only === undefined) throw new Error("No instance.");
  expect(() => peerProgram(only.problem)).toThrow(TooLarge);
});

test("columns are costs by tier, and nothing chosen is a plan of nobody", () => {
  const [only] = loadFixtures(["tiny/two-doctors-one-unit"]);
  if (only === undefined) throw new Error("No fixture.");
  const { tiers, upper, starts, coefficients } = peerProgram(only.problem);
  // In the first tier each doctor left out costs one.
  expect(tiers[0]?.map(([, cost]) => cost)).toEqual([1, 1]);
  expect(starts).toHaveLength(upper.length + 1);
  expect(starts.at(-1)).toBe(coefficients.length);
  expect(writePlan(planOfProgram(only.problem, []))).toEqual([]);
});
