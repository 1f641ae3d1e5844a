import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const doctors = { anna: {}, björn: {} };

// Surgery rests for three months after a placement: after September and October until February.
describeRule("rest-between-doctors", {
  given: { doctors, units: tinyUnits({ K: { rest: { length: { months: 3 } } } }) },
  allows: {
    "the next when the rest is over": "anna: K*2 M*2 · björn@3: M*2 K*2",
    "others at units that do not rest": "anna: K*2 M*2 · björn: M*2 V=surgery*2",
  },
  forbids: {
    // In January the place is still at rest.
    "the next a month too soon": { plan: "anna: K*2 M*2 · björn@4: K*2 M*2", magnitude: 1 },
    // Björn comes in November: that month and the two after it twice, and January, until anna's rest is over.
    "the next at once": { plan: "anna: K*2 M*2 · björn@2: K*2 M*2", magnitude: 3 },
    "two at a time": { plan: "anna: K*2 M*2 · björn: K*2 M*2", magnitude: 5 },
  },
});

describeRule("rest-between-doctors", {
  given: {
    doctors: { ...doctors, eva: {} },
    units: tinyUnits({ K: { rest: { length: { weeks: 6 }, doctors: 2 } } }),
  },
  allows: {
    "two places that rest each for itself": "anna: K*2 M*2 · björn@1: K*2 M*2 · eva@4: K*2",
  },
  forbids: {
    // Six weeks after October end in December: the place of anna is free from January.
    "a third while both are taken or at rest": {
      plan: "anna: K*2 M*2 · björn@1: K*2 M*2 · eva@3: K*2",
      magnitude: 1,
    },
  },
});

describeRule("rest-between-doctors", {
  given: {
    // Eva left surgery with August, before the plan begins.
    doctors: {
      anna: {},
      eva: {
        start: undefined,
        history: [{ requirement: "surgery", unit: "K", from: "2026-07-01", to: "2026-09-01" }],
      },
    },
    units: tinyUnits({ K: { rest: { length: { months: 2 } } } }),
  },
  allows: { "a doctor when the rest after the past is over": "anna: M*2 K*2 · eva: M*2" },
  forbids: {
    "a doctor in the rest after the past": { plan: "anna: K*2 M*2 · eva: M*2", magnitude: 2 },
  },
});
