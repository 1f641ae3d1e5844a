import { type Problem, parseProblem, tiersOf } from "@placera/domain";
import { verifyPlan } from "@placera/solver";
import { describe, expect, it } from "vitest";
import { FAMILIES, makeInstance } from "./families.ts";

const read = (file: unknown): Problem => {
  const result = parseProblem(file);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
};

describe.each(FAMILIES)("the family %s", (family) => {
  it.each([1, 7, 30])("has a hidden plan for each of %i doctors", (doctors) => {
    for (const seed of [1, 2, 3]) {
      const { file, hidden } = makeInstance(family, doctors, seed);
      const problem = read(file);
      const verification = verifyPlan(problem, hidden);
      expect(verification.ok && verification.verified.unplaced).toEqual([]);
      expect(hidden.rotations).toHaveLength(doctors);
      expect(tiersOf(problem)[0]).toBe("unplaced");
    }
  });

  it("is the same problem for the same seed and another for another", () => {
    expect(makeInstance(family, 12, 4)).toEqual(makeInstance(family, 12, 4));
    expect(makeInstance(family, 12, 4).file.doctors).not.toEqual(
      makeInstance(family, 12, 5).file.doctors,
    );
  });

  it("has wishes for every doctor", () => {
    const { file } = makeInstance(family, 20, 1);
    expect(file.doctors.every(({ wishes = [] }) => wishes.length === 2)).toBe(true);
  });
});

describe("the tight and the loose family", () => {
  it("differ in seats and in nothing else", () => {
    const tight = makeInstance("at-tight", 30, 1).file;
    const loose = makeInstance("at-loose", 30, 1).file;
    expect({ ...tight, name: "", units: [] }).toEqual({ ...loose, name: "", units: [] });
    for (const [at, { seats }] of tight.units.entries()) {
      expect(loose.units[at]?.seats).toBe(Number(seats) + 1 + Math.floor(Number(seats) / 2));
    }
  });
});
