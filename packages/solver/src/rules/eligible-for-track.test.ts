import { describeRule } from "./testing/describe-rule.ts";

// An AT doctor of the six-year programme is refused before a plan is made: tested with the issues.
describeRule("eligible-for-track", {
  given: {
    rulePacks: ["bt@2021"],
    programme: { track: "BT" },
    doctors: {
      anna: {
        licenceDate: "2026-10-01",
        start: { earliest: "2026-09-01", latest: "2026-11-01" },
      },
      åsa: { degree: "six-year" },
    },
  },
  allows: {
    "a start on the day of the licence": "anna@1: K*2 M*2",
    "any start where no licence is given": "åsa: K*2 M*2",
  },
  forbids: { "a start a month before": { plan: "anna@0: K*2 M*2", magnitude: 1 } },
});
