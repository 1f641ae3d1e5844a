import { describeRule } from "./testing/describe-rule.ts";

describeRule("forbidden-placements", {
  given: {
    doctors: {
      anna: {
        forbidden: [
          { site: "berga" },
          { unit: "M", from: "2026-11-01", to: "2026-12-01" },
          { requirement: "surgery", from: "2027-03-01" },
        ],
      },
    },
  },
  allows: {
    "medicine before the span and surgery right after": "anna: M*2 .*1 K*2",
    "medicine after the span, surgery within it": "anna: .*1 K*2 M*2",
  },
  forbids: {
    // Medicine is there in November.
    "the unit in the span": { plan: "anna: K*2 M*2", magnitude: 1 },
    // November is in the middle.
    "the unit across the span": { plan: "anna: .*1 M*3 K*1", magnitude: 1 },
    "the site at any time": { plan: "anna: K*2 P=medicine*2", magnitude: 1 },
    // February and March; the end of what is ruled out is open.
    "the stay after the day": { plan: "anna: M*2 .*3 K*2", magnitude: 1 },
    // Psychiatry is at berga, and medicine is in November: one each.
    "two placements": { plan: "anna: P=surgery*2 M*2", magnitude: 2 },
  },
});
