import { describeRule } from "./testing/describe-rule.ts";

const given = {
  // Away in November and December: periods 2 and 3.
  doctors: { anna: { absences: [{ from: "2026-11-01", to: "2027-01-01" }] } },
};

describeRule("absences", {
  given,
  allows: {
    "placements on either side": "anna: K*2 .*2 M*2",
    "everything after it": "anna: .*4 K*2 M*2",
  },
  forbids: {
    "a placement that begins in it": { plan: "anna: .*3 K*2 M*2", magnitude: 1 },
    "a placement that ends in it": { plan: "anna: K*2 M*1", magnitude: 1 },
    "a placement that runs across": { plan: "anna: K*2 M*4", magnitude: 1 },
    both: { plan: "anna: .*1 K*2 M*2", magnitude: 2 },
  },
});

describeRule("one-unbroken-block", {
  given: { ...given, rulePacks: ["at@2021-05"] },
  allows: {
    "an absence between two placements": "anna: K*2 .*2 M*2",
    "an absence that the block begins before": "anna: K*1 M*1",
  },
  forbids: {
    "waiting after the absence": { plan: "anna: K*2 .*3 M*2", magnitude: 1 },
  },
});

describeRule("programme-length", {
  given: { ...given, programme: { length: { months: 4 } } },
  allows: { "as long as asked, the absence not counted": "anna: K*2 .*2 M*2" },
  forbids: {
    "too short without the absence": { plan: "anna: K*2 .*2 M*1", magnitude: 1 },
    "too long": { plan: "anna: K*2 .*2 M*3", magnitude: 1 },
  },
});
