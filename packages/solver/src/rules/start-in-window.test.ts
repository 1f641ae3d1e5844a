import { describeRule } from "./testing/describe-rule.ts";

describeRule("start-in-window", {
  given: {
    doctors: { anna: { start: { earliest: "2026-10-01", latest: "2026-12-01" } } },
  },
  allows: {
    "the first day of the window": "anna@1: K*2 M*2",
    "the last day of the window": "anna@3: K*2 M*2",
  },
  forbids: {
    "a month too early": { plan: "anna@0: K*2 M*2", magnitude: 1 },
    "a month too late": { plan: "anna@4: K*2 M*2", magnitude: 1 },
  },
});
