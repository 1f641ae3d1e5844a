import type { DoctorCompliance, Problem, RuleId } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { readPlanNotation } from "../rules/testing/plan-notation.ts";
import { type TinyProblem, tinyProblem, tinyUnits } from "../rules/testing/tiny-problem.ts";
import { complianceOf } from "./compliance.ts";
import { verifyPlan } from "./verify-plan.ts";

function sheets(given: TinyProblem, plan: string): { problem: Problem; all: DoctorCompliance[] } {
  const problem = tinyProblem(given);
  const verification = verifyPlan(problem, readPlanNotation(problem, plan));
  if (!verification.ok) throw new Error("the plan breaks a rule");
  return { problem, all: complianceOf(problem, verification.verified) };
}

const ruleIn = (sheet: DoctorCompliance | undefined, id: RuleId) =>
  sheet?.rules.find(({ setting }) => setting.rule === id);

const minima: TinyProblem["rules"] = [
  {
    rule: "section-minima",
    mode: { prefer: { rank: 1, weight: 1 } },
    params: {
      pools: [
        { sections: ["surgery", "medicine"], min: { months: 4 } },
        { sections: ["psychiatry"], min: { months: 3 } },
      ],
    },
    override: { reason: "övning" },
  },
  { rule: "total-length", mode: "off", override: { reason: "övning" } },
  { rule: "recommended-length", mode: "off" },
];

describe("the compliance sheet", () => {
  it("says of each pool where it is met and how far, broken ones too", () => {
    const { all } = sheets({ rulePacks: ["at@2021-05"], rules: minima }, "anna: K*2 M*2");
    const rule = ruleIn(all[0], "section-minima");
    // Two months of each from 1 September: 60 credit days a stay; no psychiatry at all.
    expect(rule?.status).toBe("disregarded");
    expect(rule?.evidence).toMatchObject([
      { service: { counted: 120, min: { months: 4 } }, placements: [{ unit: "K" }, { unit: "M" }] },
      { what: { sv: "psykiatri" }, service: { counted: 0, min: { months: 3 } }, placements: [] },
    ]);
    expect(rule?.breaks).toHaveLength(1);
    expect(rule?.breaks[0]?.sv).toContain("psykiatri");
  });

  it("says of every owed stay how long it is, without fixed days", () => {
    const fixedSpan = { id: "intro", programme: "p", kind: "introduction" } as const;
    const { all } = sheets(
      { calendar: { fixedSpans: [{ ...fixedSpan, from: "2026-10-01", to: "2026-11-01" }] } },
      "anna: K*4 M*2",
    );
    // September to December is 120 credit days, less the 31 days of October.
    expect(ruleIn(all[0], "owed-placements")?.evidence[0]?.service?.counted).toBe(89);
    expect(ruleIn(all[0], "fixed-spans")?.evidence).toMatchObject([
      { what: { en: "introduction" } },
    ]);
  });

  it("names laws set aside with their reasons, and leaves out what is off", () => {
    const { all } = sheets({ rulePacks: ["at@2021-05"], rules: minima }, "anna: K*2 M*2");
    expect(ruleIn(all[0], "total-length")).toBeUndefined();
    expect(all[0]?.setAside.map(({ rule, reason }) => [rule, reason])).toEqual([
      ["total-length", "övning"],
      ["section-minima", "övning"],
    ]);
  });

  it("leaves out rules that ask nothing of the doctor", () => {
    const { all } = sheets(
      {
        units: tinyUnits({ K: { staffing: 1 } }),
        doctors: { anna: { degreeDate: "2026-06-01" }, åsa: {} },
        rulePacks: ["at@2021-05"],
        rules: minima,
      },
      "anna: K*2 M*2 · åsa: K*2 M*2",
    );
    expect(ruleIn(all[0], "start-after-degree")?.evidence).toHaveLength(1);
    expect(ruleIn(all[1], "start-after-degree")).toBeUndefined();
    expect(ruleIn(all[0], "least-staffing")).toBeDefined();
    expect(ruleIn(all[0], "absences")).toBeUndefined();
    expect(ruleIn(all[0], "intake-split")).toBeUndefined();
  });

  it("has nothing but that on the sheet of a doctor without a plan", () => {
    const { all } = sheets({ doctors: { anna: {}, åsa: {} } }, "anna: K*2 M*2");
    expect(all.map(({ doctor, placed }) => [doctor, placed])).toEqual([
      ["anna", true],
      ["åsa", false],
    ]);
    expect(all[1]?.rules).toEqual([]);
  });
});
