import { type Placement, type Plan, type Rotation, type RuleId, tiersOf } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { describeFinding } from "../rules/break-text.ts";
import { readPlanNotation } from "../rules/testing/plan-notation.ts";
import { tinyProblem, tinyUnits } from "../rules/testing/tiny-problem.ts";
import { createVerifier, verifyPlan } from "./verify-plan.ts";

/** Two AT doctors who change places: one seat at each unit, two months at each. */
const problem = tinyProblem({
  rulePacks: ["at@2021-05"],
  units: tinyUnits({ K: { seats: 1 }, M: { seats: 1 } }),
  rules: [
    { rule: "total-length", mode: "off", override: { reason: "Four months are enough." } },
    { rule: "section-minima", mode: "off", override: { reason: "Four months are enough." } },
    { rule: "recommended-length", params: { length: { months: 5 } } },
    {
      rule: "section-order",
      mode: { prefer: { rank: 1, weight: 5 } },
      params: { last: ["medicine"] },
    },
  ],
  doctors: {
    anna: {
      wishes: [
        { kind: "unit", requirement: "surgery", unit: "K", weight: 3 },
        { kind: "order", first: "medicine", then: "surgery", weight: 2 },
      ],
    },
    åsa: { wishes: [{ kind: "order", first: "medicine", then: "surgery", weight: 4 }] },
  },
});
const valid = readPlanNotation(problem, "anna: K*2 M*2 · åsa: M*2 K*2");

/** The plan with its first rotation, or that one's first placement, changed. */
const withRotation = (change: (rotation: Rotation) => Partial<Rotation>): Plan => ({
  rotations: valid.rotations.map((each, at) => (at === 0 ? { ...each, ...change(each) } : each)),
});
const withPlacement = (change: Partial<Placement>): Plan =>
  withRotation(({ placements }) => ({
    placements: placements.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
  }));

function rulesBroken(plan: Plan): RuleId[] {
  const result = verifyPlan(problem, plan);
  if (result.ok) return [];
  for (const finding of result.violations) {
    expect(finding.kind).toBe("broken");
    for (const language of ["sv", "en"] as const) {
      expect(describeFinding(finding, language, problem)).toMatch(/^[^{}?]+\.$/);
    }
  }
  return [...new Set(result.violations.map(({ rule }) => rule))].sort();
}

describe("a plan", () => {
  it("that obeys every rule is verified, with its score and wishes", () => {
    const result = verifyPlan(problem, valid);
    if (!result.ok) throw new Error(JSON.stringify(result.violations));
    const { verified } = result;
    expect(verified.plan).toBe(valid);
    expect(verified.unplaced).toEqual([]);
    // Rank 1: Åsa has medicine first, weight 5. Rank 3: both blocks are four months, not five.
    // Wishes: of Anna's order 2; Åsa's is granted.
    expect(verified.score).toEqual([
      { tier: "unplaced", value: 0 },
      { tier: "preferences-1", value: 5 },
      { tier: "preferences-3", value: 2 },
      { tier: "wishes", value: 2 },
    ]);
    expect(verified.wishes).toEqual([
      { doctor: "anna", granted: [true, false] },
      { doctor: "åsa", granted: [true] },
    ]);
    expect(verified.findings.map(({ rule, kind }) => [rule, kind])).toEqual([
      ["recommended-length", "disregarded"],
      ["recommended-length", "disregarded"],
      ["section-order", "disregarded"],
    ]);
  });

  it("fails a wish for a site at each placement elsewhere, of the stay and in the days named", () => {
    // Surgery at Alby in September and October, medicine at Berga in November and December.
    const ungranted = (wish: { requirement?: string; from?: string; to?: string }): number => {
      const given = tinyProblem({
        units: tinyUnits({ M: { site: "berga" } }),
        doctors: { anna: { wishes: [{ kind: "site", site: "berga", weight: 3, ...wish }] } },
      });
      const result = verifyPlan(given, readPlanNotation(given, "anna: K*2 M*2"));
      if (!result.ok) throw new Error(JSON.stringify(result.violations));
      return result.verified.score.find(({ tier }) => tier === "wishes")?.value ?? -1;
    };
    expect(ungranted({})).toBe(3);
    expect(ungranted({ requirement: "medicine" })).toBe(0);
    expect(ungranted({ requirement: "surgery" })).toBe(3);
    expect(ungranted({ from: "2026-11-01" })).toBe(0);
    expect(ungranted({ from: "2026-10-01" })).toBe(3);
    expect(ungranted({ to: "2026-09-01" })).toBe(0);
    expect(ungranted({ from: "2026-09-01", to: "2026-10-01" })).toBe(3);
  });

  it("without anyone is valid: all unplaced, no wish granted, no preference disregarded", () => {
    const result = verifyPlan(problem, { rotations: [] });
    if (!result.ok) throw new Error(JSON.stringify(result.violations));
    expect(result.verified.unplaced).toEqual(["anna", "åsa"]);
    // 3 + 2 + 4 of wishes.
    expect(result.verified.score.map(({ value }) => value)).toEqual([2, 0, 0, 9]);
    expect(result.verified.score.map(({ tier }) => tier)).toEqual(tiersOf(problem));
  });

  const ofAnother = valid.rotations[1]?.placements ?? [];
  const cases: [string, Plan, RuleId[]][] = [
    ["names a doctor there is not", withRotation(() => ({ doctor: "bo" })), ["owed-placements"]],
    ["names a unit there is not", withPlacement({ unit: "X" }), ["unit-gives-section"]],
    ["names a section there is not", withPlacement({ section: "x" }), ["unit-gives-section"]],
    ["names a stay not owed", withPlacement({ requirement: "x" }), ["owed-placements"]],
    ["has a doctor twice", withRotation(() => ({ doctor: "åsa" })), ["one-placement-at-a-time"]],
    [
      "has the doctors in another order",
      { rotations: valid.rotations.toReversed() },
      ["one-placement-at-a-time"],
    ],
    [
      "has placements in another order",
      withRotation(({ placements }) => ({ placements: placements.toReversed() })),
      ["one-placement-at-a-time"],
    ],
    [
      "begins on a day that is none",
      withRotation(() => ({ start: Number.NaN })),
      ["one-placement-at-a-time"],
    ],
    [
      "has a placement from a day that is none",
      withPlacement({ from: Number.NaN }),
      ["one-placement-at-a-time"],
    ],
    [
      "has a placement to a day that is none",
      withPlacement({ to: Number.POSITIVE_INFINITY }),
      ["one-placement-at-a-time"],
    ],
    [
      "has a placement on half a day",
      withPlacement({ from: problem.calendar.from + 0.5 }),
      ["one-placement-at-a-time"],
    ],
    [
      "has a placement years before the calendar",
      withPlacement({ from: -500_000 }),
      ["one-placement-at-a-time"],
    ],
    [
      "has a placement years after the calendar",
      withPlacement({ to: 3_000_000 }),
      ["one-placement-at-a-time"],
    ],
    // Nothing is placed: both stays are missing.
    [
      "has a doctor without placements",
      withRotation(() => ({ placements: [] })),
      ["owed-placements"],
    ],
    [
      "ends a placement a month early",
      withPlacement({ to: problem.calendar.boundaries[1] ?? 0 }),
      ["one-unbroken-block", "owed-placements"],
    ],
    // Psychiatry gives no surgery, and no one-seat rule is broken.
    [
      "has a stay where its section is not given",
      withPlacement({ unit: "P" }),
      ["unit-gives-section"],
    ],
    [
      "credits a section the stay is not for",
      withPlacement({ unit: "M", section: "medicine" }),
      ["owed-placements", "unit-seats"],
    ],
    // Both are at medicine first and surgery then, with one seat each.
    ["has two in one seat", withRotation(() => ({ placements: ofAnother })), ["unit-seats"]],
    [
      "begins a month late",
      withRotation(() => ({ start: problem.calendar.boundaries[1] ?? 0 })),
      ["one-placement-at-a-time", "one-unbroken-block", "start-in-window"],
    ],
  ];
  it.each(cases)("that %s is refused", (_, plan, expected) => {
    expect(rulesBroken(plan)).toEqual(expected);
  });
});

describe("a verifier of one plan after another", () => {
  /** A problem whose rules count how often they look at a rotation. */
  const counted = () => {
    let looks = 0;
    const doctors = problem.doctors.map(
      (doctor) =>
        new Proxy(doctor, {
          get: (of, key) => {
            if (key === "absences") looks++;
            return Reflect.get(of, key);
          },
        }),
    );
    const looksOf = <T>(work: () => T): number => {
      looks = 0;
      work();
      return looks;
    };
    return { ...createVerifier({ ...problem, doctors }), looksOf };
  };

  it("looks at a rotation again only when it has changed", () => {
    const { verify, looksOf } = counted();
    const first = looksOf(() => verify(valid));
    expect(first).toBeGreaterThan(0);
    expect(looksOf(() => verify(structuredClone(valid)))).toBe(0);
    const changed = looksOf(() => verify(withPlacement({ to: 0 })));
    expect(changed).toBe(0);
    const other = looksOf(() => verify(withRotation(({ start }) => ({ start: start + 1 }))));
    expect(other).toBeGreaterThan(0);
    expect(other).toBeLessThan(first);
  });

  it("does not look again at what it looked at ahead, whatever it found", () => {
    const { verify, lookAhead, looksOf } = counted();
    const fresh = counted();
    const whole = fresh.looksOf(() => fresh.verify(valid));
    const ahead = looksOf(() => lookAhead({ rotations: valid.rotations.slice(1) }));
    expect(ahead).toBeGreaterThan(0);
    expect(looksOf(() => verify(valid))).toBe(whole - ahead);
    const wrong = withRotation(({ start }) => ({ start: start + 1 }));
    lookAhead(wrong);
    expect(looksOf(() => verify(wrong))).toBe(0);
    expect(verify(wrong)).toEqual(verifyPlan(problem, wrong));
  });

  it("looks ahead only at what is about this problem", () => {
    const { verify, lookAhead } = createVerifier(problem);
    lookAhead({ rotations: valid.rotations.map((each) => ({ ...each, doctor: "nobody" })) });
    expect(verify(valid)).toEqual(verifyPlan(problem, valid));
  });

  it("answers as one that has seen nothing, whatever it has seen", () => {
    const { verify } = createVerifier(problem);
    const plans = [
      valid,
      withPlacement({ unit: "M" as Placement["unit"] }),
      structuredClone(valid),
      withPlacement({ percentages: [{ from: 0, percentage: 50 }] }),
      { rotations: valid.rotations.slice(1) },
      { rotations: [] },
      { rotations: [...valid.rotations].reverse() },
      valid,
    ];
    for (const plan of plans) expect(verify(plan)).toEqual(verifyPlan(problem, plan));
  });

  it("finds seats that two share, though it knows both rotations", () => {
    const { verify } = createVerifier(problem);
    const swapped = readPlanNotation(problem, "anna: M*2 K*2 · åsa: K*2 M*2");
    expect([verify(valid).ok, verify(swapped).ok]).toEqual([true, true]);
    // Each is as before, but the other is not.
    const both = [swapped.rotations[0], valid.rotations[1]].flatMap((each) => each ?? []);
    expect(verify(valid).ok).toBe(true);
    expect(verify({ rotations: both }).ok).toBe(false);
  });
});
