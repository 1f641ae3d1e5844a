import { describeRule } from "./testing/describe-rule.ts";

describeRule("start-after-degree", {
  given: {
    rulePacks: ["at@2021-05"],
    doctors: { anna: { degreeDate: "2026-10-01" }, åsa: {} },
  },
  allows: {
    "a start on the day of the degree": "anna@1: K*2 M*2",
    "any start where no degree is given": "åsa: K*2 M*2",
  },
  forbids: { "a start a month before": { plan: "anna@0: K*2 M*2", magnitude: 1 } },
});
