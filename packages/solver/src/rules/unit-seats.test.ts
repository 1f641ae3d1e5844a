import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const doctors = { anna: {}, åsa: {}, örjan: {} };

describeRule("unit-seats", {
  given: {
    doctors,
    units: tinyUnits({
      K: { seats: 1 },
      M: {
        // One seat to the turn of the year, then none until February.
        seats: [
          { from: "2026-09-01", seats: 1 },
          { from: "2027-01-01", seats: 0 },
          { from: "2027-02-01", seats: null },
        ],
      },
    }),
  },
  allows: {
    "one after the other": "anna: K*2 M*2 · åsa: M*2 K*2",
    "no limit": "anna@5: M*2 · åsa@5: M*2 · örjan@5: M*2",
    "a unit left on the day the seats go": "anna: K*2 M*2",
  },
  forbids: {
    // Surgery has two doctors in September and October.
    "two in one seat": { plan: "anna: K*2 · åsa: K*2", magnitude: 1 },
    // Anna alone in September, all three in October: two too many at the most.
    "three in one seat for a while": {
      plan: "anna: K*2 · åsa@1: K*2 · örjan@1: K*1",
      magnitude: 2,
    },
    // In September and again in November.
    "two spans": { plan: "anna: K*3 · åsa: K*1 · örjan@2: K*1", magnitude: 2 },
    // January has no seat.
    "a month without seats": { plan: "anna@3: M*2", magnitude: 1 },
  },
});
