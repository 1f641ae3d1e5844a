import { expect, test } from "vitest";
import { loadFixtures, makeInstances } from "../cases.ts";
import { peerProblem } from "./make-peer-problem.ts";
import { TooRich } from "./peer-problem.ts";

const fixture = (name: string) => {
  const [only] = loadFixtures([name]);
  if (only === undefined) throw new Error(`No fixture ${name}.`);
  return only.problem;
};

test("an order that is preferred has its price, and what must come first", () => {
  const { doctors, tiers } = peerProblem(fixture("tiny/primary-care-last"));
  const [doctor] = doctors;
  expect(doctor?.orders).toEqual([
    {
      earlier: [0, 1, 2],
      later: 3,
      costs: tiers.map((tier) => (tier === "preferences-2" ? 1 : 0)),
    },
  ]);
  expect(doctor?.unbroken).toBe(true);
});

test("a split over sites becomes a limit, and base stays are named", () => {
  const { doctors, splits } = peerProblem(fixture("tiny/base-by-intake-split"));
  expect(splits.length).toBeGreaterThan(0);
  expect(doctors.every(({ base }) => base.length > 0)).toBe(true);
});

test("units that may be had at the same times share one list of times", () => {
  const [only] = makeInstances([{ family: "at-tight", doctors: 30, seeds: [1] }]);
  if (only === undefined) throw new Error("No instance.");
  const { doctors, seats } = peerProblem(only.problem);
  const [doctor] = doctors;
  expect(doctor?.stays.map(({ groups }) => groups.length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(doctor?.stays.map(({ groups }) => groups[0]?.places.length)).toEqual([3, 3, 4, 4, 1, 8]);
  expect(doctor?.blocks).toEqual([[0, 36, 0, 0, 0, 0]]);
  expect(seats).toHaveLength(16);
});

test("a rule that cannot be said refuses the problem, by name", () => {
  expect(() => peerProblem(fixture("typical/vasternorrland-bt"))).toThrow(TooRich);
});
