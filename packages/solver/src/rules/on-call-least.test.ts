import { describeRule } from "./testing/describe-rule.ts";

describeRule("on-call-least", {
  // K and M together want one until November, and two in all of October because they do from the 20th.
  given: {
    doctors: { anna: {}, björn: {} },
    onCallLines: [
      {
        id: "line",
        name: "Kirurgi och medicin",
        units: ["K", "M"],
        least: [
          { from: "2026-09-01", doctors: 1 },
          { from: "2026-10-20", doctors: 2 },
          { from: "2026-11-01", doctors: 0 },
        ],
      },
    ],
  },
  allows: { "enough between them": "anna: K*2 · björn@1: M*1" },
  forbids: {
    "one too few in October": { plan: "anna: K*2 M*2 · björn@1: P*1", magnitude: 1 },
    "nobody at either": { plan: "anna: P*2 · björn@2: K*2", magnitude: 3 },
  },
});
