import { type Problem, parseProblem } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { type TinyProblem, tinyProblem, tinyUnits } from "../rules/testing/tiny-problem.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { bruteForce } from "./brute-force.ts";
import { rotationsOf } from "./brute-force-rotations.ts";
import { randomProblem } from "./random-problem.ts";

/** Four months, gaps allowed or not, so that one can count the rotations. */
const short = (more: TinyProblem = {}): TinyProblem => ({
  calendar: { from: "2026-09-01", to: "2027-01-01" },
  ...more,
});
const gapless: TinyProblem = {
  rulePacks: ["at@2021-05"],
  rules: ["total-length", "section-minima"].map((rule) => ({
    rule,
    mode: "off",
    override: { reason: "A small problem." },
  })),
};

const count = (problem: Problem): number =>
  problem.doctors.reduce((sum, doctor) => sum + [...rotationsOf(problem, doctor)].length, 0);

describe("the rotations of a doctor", () => {
  it("are the two orders of two stays that fill the calendar", () => {
    expect(count(tinyProblem(short()))).toBe(2);
  });

  it("are as many more as there are places for the gap", () => {
    // Five months: the gap before, between or after, in either order.
    const problem = tinyProblem({ calendar: { from: "2026-09-01", to: "2027-02-01" } });
    expect(count(problem)).toBe(6);
    // Without gaps both stays come at once.
    const calendar = { from: "2026-09-01", to: "2027-02-01" };
    expect(count(tinyProblem({ ...gapless, calendar }))).toBe(2);
  });

  it("have each start of the window", () => {
    const problem = tinyProblem({
      ...gapless,
      doctors: { anna: { start: { earliest: "2026-09-01", latest: "2026-12-01" } } },
    });
    // September to December, and two orders.
    expect(count(problem)).toBe(8);
  });

  it("have each unit, section and length", () => {
    const problem = tinyProblem({
      ...gapless,
      units: tinyUnits({ P: { sections: ["surgery", "medicine"] } }),
      programme: {
        requirements: [
          {
            id: "one",
            sections: ["surgery", "medicine"],
            length: { min: { months: 1 }, max: { months: 3 } },
          },
        ],
      },
    });
    // Three lengths; surgery at K or P, medicine at M or P.
    expect(count(problem)).toBe(12);
  });

  it("are all verified, and each of them once", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const parsed = parseProblem(randomProblem(seed));
      if (!parsed.ok) throw new Error("not valid");
      const { problem } = parsed;
      const free = { ...problem, unitRules: [] };
      for (const doctor of problem.doctors) {
        const seen = new Set<string>();
        for (const rotation of rotationsOf(problem, doctor)) {
          expect(seen.has(JSON.stringify(rotation))).toBe(false);
          seen.add(JSON.stringify(rotation));
          expect(verifyPlan(free, { rotations: [rotation] }).ok).toBe(true);
          if (seen.size === 30) break;
        }
      }
    }
  });
});

describe("the best plan of all", () => {
  const oneSeat = tinyUnits({ K: { seats: 1 }, M: { seats: 1 } });

  it("lets two doctors change places", () => {
    const problem = tinyProblem(short({ units: oneSeat, doctors: { anna: {}, åsa: {} } }));
    const best = bruteForce(problem, { maxRotations: 10 });
    expect(best).toMatchObject({ tiers: [0, 0], rotationsPerDoctor: [2, 2] });
  });

  it("leaves the third of three doctors out", () => {
    // Two seats over four months are eight months of service; three doctors need twelve.
    const problem = tinyProblem(short({ units: oneSeat, doctors: { anna: {}, åsa: {}, bo: {} } }));
    expect(bruteForce(problem, { maxRotations: 10 })?.tiers).toEqual([1, 0]);
  });

  it("grants the heavier of two wishes that cannot both be granted", () => {
    const wish = (weight: number) => ({
      wishes: [{ kind: "order" as const, first: "medicine", then: "surgery", weight }],
    });
    const doctors = { anna: wish(2), åsa: wish(3) };
    const problem = tinyProblem(short({ units: oneSeat, doctors }));
    const best = bruteForce(problem, { maxRotations: 10 });
    // Both want medicine first; there is one seat, and Anna's 2 is the lesser loss.
    expect(best?.tiers).toEqual([0, 2]);
    const first = best?.plan.rotations.map(({ placements: [placement] }) => placement?.unit);
    expect(first).toEqual(["K", "M"]);
  });

  it("puts a higher tier before any number of a lower", () => {
    // Medicine last costs one at rank 1; having medicine last is wished for with all weight.
    const problem = tinyProblem(
      short({
        ...gapless,
        rules: [
          ...(gapless.rules ?? []),
          {
            rule: "section-order",
            mode: { prefer: { rank: 1, weight: 1 } },
            params: { last: ["surgery"] },
          },
          { rule: "recommended-length", mode: "off" },
        ],
        doctors: {
          anna: { wishes: [{ kind: "order", first: "surgery", then: "medicine", weight: 1000 }] },
        },
      }),
    );
    expect(bruteForce(problem, { maxRotations: 10 })?.tiers).toEqual([0, 0, 1000]);
  });

  it("is not looked for past the limits", () => {
    const problem = tinyProblem(short({ doctors: { anna: {}, åsa: {} } }));
    expect(bruteForce(problem, { maxRotations: 1 })).toBeUndefined();
    expect(bruteForce(problem, { maxRotations: 2, maxCombinations: 1 })).toBeUndefined();
  });

  it("is verified, and scored as the verifier scores it", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const parsed = parseProblem(randomProblem(seed));
      if (!parsed.ok) throw new Error("not valid");
      const best = bruteForce(parsed.problem, { maxRotations: 300, maxCombinations: 5_000 });
      if (best === undefined) continue;
      const verification = verifyPlan(parsed.problem, best.plan);
      if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
      expect(verification.verified.score.map(({ value }) => value)).toEqual(best.tiers);
    }
  });
});
