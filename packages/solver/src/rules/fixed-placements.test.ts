import { describeRule } from "./testing/describe-rule.ts";

describeRule("fixed-placements", {
  given: {
    doctors: {
      anna: {
        fixed: [
          { requirement: "surgery", unit: "K", to: "2026-11-01" },
          { requirement: "medicine", from: "2026-12-01" },
        ],
      },
    },
  },
  allows: { "what has been settled": "anna: K*2 .*1 M*2" },
  forbids: {
    "medicine a month early": { plan: "anna: K*2 M*2", magnitude: 1 },
    "another unit": { plan: "anna: P=surgery*2 .*1 M*2", magnitude: 1 },
    "a later end and a later beginning": { plan: "anna: K*4 M*2", magnitude: 2 },
    "what has been settled left out": { plan: "anna: K*2", magnitude: 1 },
  },
});
