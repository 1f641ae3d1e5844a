import { describeRule } from "./testing/describe-rule.ts";

describeRule("one-unbroken-block", {
  // Introduction in September, teaching in December: periods 0 and 3.
  given: {
    rulePacks: ["at@2021-05"],
    calendar: {
      fixedSpans: [
        { id: "i", programme: "p", from: "2026-09-01", to: "2026-10-01", kind: "introduction" },
        { id: "t", programme: "p", from: "2026-12-01", to: "2027-01-01", kind: "teaching" },
      ],
    },
  },
  allows: {
    "fixed weeks before and between": "anna: .*1 K*2 .*1 M*2",
    "a placement across them": "anna: .*1 K*4 M*2",
  },
  forbids: {
    // Surgery could begin in October.
    "a gap at the beginning": { plan: "anna: .*2 K*3 M*2", magnitude: 1 },
    // February.
    "a gap in the middle": { plan: "anna: .*1 K*4 .*1 M*2", magnitude: 1 },
    // After December comes January; medicine begins in February.
    "a gap after the fixed weeks": { plan: "anna: .*1 K*2 .*2 M*2", magnitude: 1 },
    "two gaps": { plan: "anna: .*2 K*3 .*1 M*2", magnitude: 2 },
  },
});
