import { describeRule } from "./testing/describe-rule.ts";
import type { TinyProblem } from "./testing/tiny-problem.ts";

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

const back: TinyProblem = {
  doctors: {
    anna: { absences: [{ from: "2026-11-01", to: "2027-01-01", kind: "parental", across: true }] },
    åsa: { absences: [{ from: "2026-11-01", to: "2027-01-01", kind: "vacation" }] },
  },
};

describeRule("absences", {
  given: back,
  allows: {
    "a placement she comes back to": "anna: K*1 M*4",
    "placements on either side": "anna: K*2 .*2 M*2",
    "vacation anywhere": "åsa: K*3 M*2",
  },
  forbids: {
    "a placement that begins in it": { plan: "anna: .*3 K*2 M*2", magnitude: 1 },
    "a placement that ends in it": { plan: "anna: K*3 .*2 M*2", magnitude: 1 },
    "a placement that ends as it ends": { plan: "anna: K*4 M*2", magnitude: 1 },
    "a placement within it": { plan: "anna: .*2 K*2 M*2", magnitude: 1 },
  },
});

describeRule("owed-placements", {
  // Away in October and November: periods 1 and 2.
  given: {
    doctors: {
      anna: { absences: [{ from: "2026-10-01", to: "2026-12-01", kind: "sick", across: true }] },
      åsa: { absences: [{ from: "2026-10-01", to: "2026-12-01", kind: "vacation" }] },
    },
  },
  allows: {
    // Surgery in September and December.
    "what is missing made up for": "anna: K*4 M*2",
    "no more for vacation": "åsa: K*2 M*2",
  },
  forbids: {
    "a month too few": { plan: "anna: K*3 M*2", magnitude: 1 },
    // Surgery has September, medicine December.
    "the absence counted in": { plan: "anna: K*2 M*2", magnitude: 2 },
    "more than is missing": { plan: "anna: K*5 M*2 · åsa: K*4 M*2", magnitude: 2 },
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
