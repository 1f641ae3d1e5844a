import { describeRule } from "./testing/describe-rule.ts";

describeRule("idle-time", {
  given: {
    rules: [{ rule: "idle-time", mode: "must" }],
    calendar: {
      fixedSpans: [
        { id: "t", programme: "p", from: "2026-11-01", to: "2026-12-01", kind: "teaching" },
      ],
    },
  },
  allows: { "teaching in between": "anna: K*2 .*1 M*2" },
  forbids: {
    // November is teaching, December is idle.
    "a month": { plan: "anna: K*2 .*2 M*2", magnitude: 1 },
    "before the first and between": { plan: "anna: .*1 K*2 .*3 M*2", magnitude: 4 },
  },
});
