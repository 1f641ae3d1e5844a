import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const doctors = { anna: {}, björn: {} };

// From October to January surgery always has somebody who has been there for a month.
describeRule("overlap-of-doctors", {
  given: {
    doctors,
    units: tinyUnits({
      K: { overlap: { length: { months: 1 }, from: "2026-10-01", to: "2026-12-01" } },
    }),
  },
  allows: {
    "one who comes a month before the other leaves": "anna: K*2 M*2 · björn@1: K*2 M*2",
  },
  forbids: {
    // Björn is new in November, when anna has left.
    "one who comes when the other has left": { plan: "anna: K*2 · björn@2: K*2", magnitude: 1 },
    "nobody at all": { plan: "anna: M*2 · björn: M*2", magnitude: 2 },
  },
});

describeRule("overlap-of-doctors", {
  given: {
    // Eva came to surgery in August and goes on there in October. October and November are wanted: left out, the
    // first day is four weeks after the calendar's.
    doctors: {
      anna: {},
      eva: {
        start: undefined,
        history: [{ requirement: "surgery", unit: "K", from: "2026-08-15", to: "2026-10-01" }],
      },
    },
    units: tinyUnits({ K: { overlap: { length: { weeks: 4 }, to: "2026-12-01" } } }),
  },
  allows: {
    "the next when one who goes on from before is there": "anna@1: K*2 M*2 · eva: K*1",
  },
  forbids: { "no next": { plan: "anna: M*2 · eva: K*1", magnitude: 1 } },
});
