import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("total-length", {
  given: {
    rulePacks: ["at@2021-05"],
    rules: [
      {
        rule: "total-length",
        params: { min: { months: 5 } },
        override: { reason: "A year is enough for a test." },
      },
    ],
  },
  allows: {
    "exactly as long": "anna: K*2 M*3",
    // From the block's first day to its last, whatever lies between.
    "gaps counted": "anna: K*2 .*1 M*2",
  },
  forbids: { "a month too short": { plan: "anna: K*2 M*2", magnitude: 1 } },
});

describeRule("total-length", {
  // Thirteen weeks from Monday 5 July end on 4 October, a day before three months do: 89 credit days of 90.
  given: {
    rulePacks: ["at@2021-05"],
    calendar: { from: "2027-07-05", to: "2028-01-03", grid: "week" },
    rules: [
      {
        rule: "total-length",
        params: { min: { months: 3 } },
        override: { reason: "A year is enough for a test." },
      },
    ],
  },
  allows: { "fourteen weeks": "anna: K*7 M*7" },
  forbids: { "thirteen weeks for three months": { plan: "anna: K*7 M*6", magnitude: 1 } },
});

describeRule("total-length", {
  // Research lies in the block, and is not counted: five months of training in seven.
  given: {
    rulePacks: ["at@2021-05"],
    units: tinyUnits({ P: { sections: ["psychiatry", "research"] } }),
    programme: {
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 2 } },
        { id: "medicine", sections: ["medicine"], length: { months: 3 } },
        { id: "study", sections: ["research"], length: { months: 2 } },
      ],
    },
    rules: [
      {
        rule: "total-length",
        params: { min: { months: 5 } },
        override: { reason: "A year is enough for a test." },
      },
    ],
  },
  allows: {
    "research inside": "anna: K*2 P=study*2 M*3",
    "research at the end": "anna: K*2 M*3 P=study*2",
  },
  forbids: { "research counted": { plan: "anna: K*2 P=study*2 M*2", magnitude: 1 } },
});
