import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "./calendar.ts";
import { type Placement, type Plan, PlanRotations, readPlan, writePlan } from "./plan.ts";

const anyDay = fc.integer({ min: parseDay("1990-01-01") ?? 0, max: parseDay("2089-12-31") ?? 0 });
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  rotations: fc.array(
    fc.record({
      doctor: fc.string(),
      start: anyDay,
      placements: fc.array(
        fc.record({
          requirement: fc.string(),
          unit: fc.string(),
          section: fc.string(),
          from: anyDay,
          to: anyDay,
        }),
      ),
    }),
  ),
});

const byDoctor = (percentages: Placement["percentages"]): Plan => {
  const span = { from: parseDay("2027-01-01") ?? 0, to: parseDay("2027-04-01") ?? 0 };
  const placement = { requirement: "r", unit: "u", section: "s", ...span };
  const placements = [{ ...placement, ...(percentages && { percentages }) }];
  return { rotations: [{ doctor: "d", start: span.from, placements }] };
};

describe("a plan as JSON", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const text = JSON.stringify(writePlan(plan));
        expect(readPlan(PlanRotations.parse(JSON.parse(text)))).toEqual(plan);
      }),
    );
  });

  it("says how much a part-time doctor works: a number, or steps", () => {
    const from = parseDay("2027-01-01") ?? 0;
    const stated = (plan: Plan) => writePlan(plan)[0]?.placements[0]?.percentage;
    const half = byDoctor([{ from, percentage: 50 }]);
    const more = byDoctor([
      { from, percentage: 62.5 },
      { from: from + 31, percentage: 100 },
    ]);
    expect(stated(byDoctor(undefined))).toBeUndefined();
    expect(stated(half)).toBe(50);
    expect(stated(more)).toEqual([
      { from: "2027-01-01", percentage: 62.5 },
      { from: "2027-02-01", percentage: 100 },
    ]);
    for (const plan of [half, more]) {
      expect(readPlan(PlanRotations.parse(writePlan(plan)))).toEqual(plan);
    }
  });

  it("has days as text, and no others are read", () => {
    const placement = { requirement: "r", unit: "u", section: "s", from: "2027-01-01" };
    const rotation = (to: unknown) => [
      { doctor: "d", start: "2027-01-01", placements: [{ ...placement, to }] },
    ];
    expect(PlanRotations.safeParse(rotation("2027-02-28")).success).toBe(true);
    for (const to of ["2027-02-29", 20_000, null, undefined]) {
      expect(PlanRotations.safeParse(rotation(to)).success).toBe(false);
    }
  });
});
