import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const doctors = { anna: {}, åsa: {}, örjan: {} };

describeRule("track-seats", {
  // Three seats in all, of which AT one; the programme is AT.
  given: { doctors, units: tinyUnits({ K: { seats: 3, trackSeats: { AT: 1 } } }) },
  allows: {
    "one of the track at a time": "anna: K*2 M*2 · åsa: M*2 K*2",
    "a unit without a cap": "anna: M*2 · åsa: M*2 · örjan: M*2",
  },
  forbids: {
    "two of the track": { plan: "anna: K*2 · åsa@1: K*2", magnitude: 1 },
    "three of the track": { plan: "anna: K*2 · åsa: K*2 · örjan: K*2", magnitude: 2 },
  },
});

describeRule("track-seats", {
  // The cap is for BT; AT doctors do not count against it.
  given: {
    units: tinyUnits({ P: { trackSeats: { BT: 0 } } }),
    programme: {
      track: "BT",
      requirements: [{ id: "psychiatry", sections: ["psychiatry"], length: { months: 2 } }],
    },
  },
  allows: { "another unit": "anna: K=psychiatry*2" },
  forbids: { "a unit that takes none of the track": { plan: "anna: P*2", magnitude: 1 } },
});

describeRule("track-seats", {
  given: { doctors, units: tinyUnits({ K: { trackSeats: { AT: 2, BT: 0 } } }) },
  allows: { "the cap of another track": "anna: K*2 · åsa: K*2" },
  forbids: { "its own cap": { plan: "anna: K*2 · åsa: K*2 · örjan: K*2", magnitude: 1 } },
});
