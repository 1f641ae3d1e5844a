import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("least-staffing", {
  // The calendar has twelve months; K wants one doctor until November, and two in all of October
  // because they are wanted from the 20th.
  given: {
    doctors: { anna: {}, björn: {} },
    units: tinyUnits({
      K: {
        staffing: [
          { from: "2026-09-01", doctors: 1 },
          { from: "2026-10-20", doctors: 2 },
          { from: "2026-11-01", doctors: 0 },
        ],
      },
    }),
  },
  allows: { enough: "anna: K*2 M*2 · björn@1: K*1 M*2" },
  forbids: {
    "one too few in October": { plan: "anna: K*2 M*2 · björn@2: K*2 M*2", magnitude: 1 },
    nobody: { plan: "anna@2: K*2 M*2", magnitude: 3 },
  },
});
