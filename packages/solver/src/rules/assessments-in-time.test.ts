import { parseDay } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { assessmentsInTime } from "./assessments-in-time.ts";
import { describeRule } from "./testing/describe-rule.ts";
import { readPlanNotation } from "./testing/plan-notation.ts";
import { doctorNamed, tinyProblem } from "./testing/tiny-problem.ts";

const assessments = { perPlacement: 2, leastWeeks: 4, finalReviewMonth: 4 };

describeRule("assessments-in-time", {
  given: {
    programme: { assessments },
    doctors: {
      anna: {},
      // The whole of October, and with it the second assessment of surgery.
      åsa: { absences: [{ from: "2026-10-01", to: "2026-11-01", across: true }] },
    },
  },
  allows: { "two months twice, the review in the fourth": "anna: K*2 M*2" },
  forbids: {
    // 30 days of medicine are not eight weeks.
    "a month of medicine, over before month four": { plan: "anna: K*2 M*1", magnitude: 2 },
    // Of 61 days the second half begins on 1 October; 30 days of service are left for two assessments.
    "an absence over half a stay": { plan: "åsa: K*2 M*3", magnitude: 2 },
  },
});

describe("days of assessments", () => {
  it("are the last workdays of each part, free of vacation", () => {
    const problem = tinyProblem({
      programme: { assessments },
      doctors: { anna: { absences: [{ from: "2026-12-24", to: "2027-01-01", kind: "vacation" }] } },
    });
    const rotation = readPlanNotation(problem, "anna: K*2 M*2").rotations[0];
    if (rotation === undefined) throw new Error("no rotation");
    const doctor = doctorNamed(problem, "anna");
    const [programme] = problem.programmes;
    if (programme === undefined) throw new Error("no programme");
    const days = assessmentsInTime.met?.({ problem, doctor, programme, rotation }, {}) ?? [];
    // 30 September is a Wednesday, 30 October the last Friday, 30 November a Monday. Before the vacation
    // are the second assessment of medicine and the review, on Wednesday 23 December.
    expect(days.map(({ day }) => day)).toEqual(
      ["2026-09-30", "2026-10-30", "2026-11-30", "2026-12-23", "2026-12-23"].map(parseDay),
    );
  });
});
