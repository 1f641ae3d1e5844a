import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "./calendar.ts";
import { type Plan, PlanRotations, readPlan, writePlan } from "./plan.ts";

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

describe("a plan as JSON", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const text = JSON.stringify(writePlan(plan));
        expect(readPlan(PlanRotations.parse(JSON.parse(text)))).toEqual(plan);
      }),
    );
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
