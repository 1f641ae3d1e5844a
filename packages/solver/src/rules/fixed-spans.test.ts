import { describeRule } from "./testing/describe-rule.ts";

describeRule("fixed-spans", {
  // Teaching in November and December: periods 2 and 3.
  given: {
    calendar: {
      fixedSpans: [
        { id: "t", programme: "p", from: "2026-11-01", to: "2027-01-01", kind: "teaching" },
      ],
    },
  },
  allows: {
    "placements on either side": "anna: K*2 .*2 M*2",
    "a placement that runs across": "anna: K*5 M*2",
  },
  forbids: {
    // Its last day is 30 November.
    "an end in the span": { plan: "anna: K*3 .*1 M*2", magnitude: 1 },
    "an end with the span": { plan: "anna: K*4 M*2", magnitude: 1 },
    "a beginning with the span": { plan: "anna: K*2 M*4", magnitude: 1 },
    // Surgery ends and medicine begins in it.
    both: { plan: "anna: K*3 M*2", magnitude: 2 },
  },
});
