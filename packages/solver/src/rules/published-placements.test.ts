import { describeRule } from "./testing/describe-rule.ts";

const surgery = { requirement: "surgery", unit: "K", section: "surgery" };
const medicine = { requirement: "medicine", unit: "M", section: "medicine" };
const previousPlan = (freezeBefore: string) => ({
  freezeBefore,
  rotations: [
    {
      doctor: "anna",
      start: "2026-09-01",
      placements: [
        { ...surgery, from: "2026-09-01", to: "2026-11-01" },
        { ...medicine, from: "2026-12-01", to: "2027-02-01" },
      ],
    },
  ],
});

describeRule("published-placements", {
  given: { previousPlan: previousPlan("2026-12-01") },
  allows: {
    "what is announced, and the rest as it was": "anna: K*2 .*1 M*2",
    "what comes after the freeze at another time": "anna: K*2 .*3 M*2",
  },
  forbids: {
    "what was not announced before the freeze": { plan: "anna: K*2 M*2", magnitude: 1 },
    "another unit": { plan: "anna: P=surgery*2 .*1 M*2", magnitude: 1 },
    // It begins late, and so does what is announced of it.
    "a later start": { plan: "anna@1: K*2 M*2", magnitude: 2 },
    "what is announced left out": { plan: "anna: .*3 M*2", magnitude: 1 },
  },
});
