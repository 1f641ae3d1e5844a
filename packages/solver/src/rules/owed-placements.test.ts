import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("owed-placements", {
  given: {
    programme: {
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 2 } },
        {
          id: "medicine",
          sections: ["medicine", "psychiatry"],
          length: { min: { months: 2 }, max: { months: 4 } },
        },
      ],
    },
    units: tinyUnits({ K: { sections: ["surgery", "medicine"] } }),
  },
  allows: {
    "each stay once, at its shortest": "anna: K*2 M*2",
    "the longest length": "anna: K*2 M*4",
    "the other of its sections": "anna: K*2 P*3",
  },
  forbids: {
    "a stay that is left out": { plan: "anna: K*2", magnitude: 1 },
    "a stay done twice": { plan: "anna: K*2 M*2 M=medicine*2", magnitude: 1 },
    // V is neither surgery nor medicine: not owed.
    "a stay that is not owed": { plan: "anna: K*2 M*2 V*1", magnitude: 1 },
    "another section": { plan: "anna: K=surgery/medicine*2 M*2", magnitude: 1 },
    "a month too few": { plan: "anna: K*1 M*2", magnitude: 1 },
    // Surgery met its two months after the second month; medicine its four after the fourth.
    "a month too many of each": { plan: "anna: K*3 M*5", magnitude: 2 },
  },
});

describeRule("owed-placements", {
  // Weeks; a month may be two days short. Four weeks from 5 July: 15 credit days to 20 July and 13
  // more to 2 August, 28 + 2 = 30. Three weeks: 15 + 6 = 21, and 21 + 2 is less than 30.
  given: {
    calendar: { from: "2027-07-05", to: "2028-01-03", grid: "week", toleranceDays: 2 },
    programme: {
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 1 } },
        { id: "medicine", sections: ["medicine"], length: { weeks: 3 } },
      ],
    },
  },
  allows: { "a month two days short": "anna: K*4 M*3" },
  forbids: {
    "a month a week shorter still": { plan: "anna: K*3 M*3", magnitude: 1 },
    // With the tolerance a month was met after four weeks.
    "a week more than the tolerance needs": { plan: "anna: K*5 M*3", magnitude: 1 },
    // Weeks are counted without tolerance.
    "weeks too few": { plan: "anna: K*4 M*2", magnitude: 1 },
  },
});

describeRule("owed-placements", {
  // Teaching in October: a month that is no service, so two months of surgery take three.
  given: {
    calendar: {
      fixedSpans: [
        { id: "t", programme: "p", from: "2026-10-01", to: "2026-11-01", kind: "teaching" },
      ],
    },
  },
  allows: {
    // September and November: 90 credit days of 1 September–1 December less October's 31 are 59…
    "the fixed days made up for": "anna: K*4 M*2",
  },
  forbids: {
    // …which is a day short of 60: months are thirty days, October thirty-one.
    "a day too few": { plan: "anna: K*3 M*2", magnitude: 1 },
    "the fixed days counted in": { plan: "anna: K*2 M*2", magnitude: 1 },
  },
});
