import { describeRule } from "./testing/describe-rule.ts";

describeRule("programme-length", {
  given: { programme: { length: { min: { months: 4 }, max: { months: 5 } } } },
  allows: {
    "the shortest": "anna: K*2 M*2",
    "the longest, gaps counted": "anna: K*2 .*1 M*2",
  },
  forbids: {
    "a month too short": { plan: "anna: K*2 M*1", magnitude: 1 },
    "a month too long": { plan: "anna: K*2 .*2 M*2", magnitude: 1 },
  },
});
