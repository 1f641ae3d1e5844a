import { describeRule } from "./testing/describe-rule.ts";

describeRule("tolerance-used", {
  // Thirteen weeks from Monday 5 July are 89 credit days of 90; fourteen are more than three months.
  given: {
    calendar: { from: "2027-07-05", to: "2028-04-24", grid: "week", toleranceDays: 3 },
    programme: {
      requirements: [
        {
          id: "psychiatry",
          sections: ["psychiatry"],
          length: { min: { months: 3 }, max: { months: 4 } },
        },
      ],
    },
  },
  allows: { "fourteen weeks": "anna: P*14" },
  forbids: { "thirteen weeks": { plan: "anna: P*13", magnitude: 1 } },
});
