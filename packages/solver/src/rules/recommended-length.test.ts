import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("recommended-length", {
  given: {
    rulePacks: ["at@2021-05"],
    rules: [{ rule: "recommended-length", params: { length: { months: 5 } } }],
  },
  allows: { "exactly as long": "anna: K*2 M*3" },
  forbids: {
    "a month shorter": { plan: "anna: K*2 M*2", magnitude: 1 },
    "a month longer": { plan: "anna: K*3 M*3", magnitude: 1 },
    // A break is a break, however long.
    "five months longer": { plan: "anna: K*5 M*5", magnitude: 1 },
  },
});

describeRule("recommended-length", {
  // Three months from Monday 5 July end on 5 October: after fourteen weeks, not after thirteen.
  given: {
    rulePacks: ["at@2021-05"],
    calendar: { from: "2027-07-05", to: "2028-01-03", grid: "week" },
    rules: [{ rule: "recommended-length", params: { length: { months: 3 } } }],
  },
  allows: { "the first change day that meets it": "anna: K*7 M*7" },
  forbids: {
    "a week less": { plan: "anna: K*7 M*6", magnitude: 1 },
    "a week more": { plan: "anna: K*8 M*7", magnitude: 1 },
  },
});

describeRule("recommended-length", {
  // Five months and whatever research lies in the block.
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
    rules: [{ rule: "recommended-length", params: { length: { months: 5 } } }],
  },
  allows: {
    "research last": "anna: K*2 M*3 P=study*2",
    "research inside": "anna: K*2 P=study*2 M*3",
  },
  forbids: {
    "research instead": { plan: "anna: K*2 P=study*3", magnitude: 1 },
    "a month longer": { plan: "anna: K*3 P=study*2 M*3", magnitude: 1 },
  },
});
