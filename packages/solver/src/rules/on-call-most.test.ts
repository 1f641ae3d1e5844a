import { describeRule } from "./testing/describe-rule.ts";

describeRule("on-call-most", {
  // K and M share a line that takes one doctor, and from January nobody.
  given: {
    doctors: { anna: {}, björn: {} },
    onCallLines: [
      {
        id: "line",
        name: "Kirurgi och medicin",
        units: ["K", "M"],
        most: [
          { from: "2026-09-01", seats: 1 },
          { from: "2027-01-01", seats: 0 },
        ],
      },
    ],
  },
  allows: {
    "one at a time": "anna: K*2 M*1 · björn@3: K*1",
    "one elsewhere": "anna: K*2 M*2 · björn: P*2",
  },
  forbids: {
    "two of the line, at different units": { plan: "anna: K*2 M*2 · björn@3: K*1", magnitude: 1 },
    "one when it takes nobody": { plan: "anna@3: K*2", magnitude: 1 },
  },
});
