import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const requirements = [
  { id: "surgery", sections: ["surgery"], length: { months: 2 } },
  { id: "medicine", sections: ["medicine"], length: { months: 2 } },
];

describeRule("section-minima", {
  // Surgery and medicine five months together, at least two of each.
  given: {
    rulePacks: ["at@2021-05"],
    sections: [{ id: "orthopaedics", countsAs: "surgery" }],
    units: tinyUnits({ P: { sections: ["orthopaedics"] } }),
    programme: { requirements },
    rules: [
      {
        rule: "section-minima",
        params: {
          pools: [
            { sections: ["surgery", "medicine"], min: { months: 5 } },
            { sections: ["surgery"], min: { months: 2 } },
            { sections: ["medicine"], min: { months: 2 } },
          ],
        },
        override: { reason: "A year is enough for a test." },
      },
    ],
  },
  allows: {
    "two and three": "anna: K*2 M*3",
    "orthopaedics as surgery": "anna: K*1 P*1 M*3",
    "a pool in several stretches": "anna: K*1 M*3 K=surgery*1",
  },
  forbids: {
    // 2 + 2 = 4 of 5.
    "too little together": { plan: "anna: K*2 M*2", magnitude: 1 },
    // 1 + 4 = 5, but surgery 1 of 2.
    "too little of one": { plan: "anna: K*1 M*4", magnitude: 1 },
    // 1 + 1 = 2 of 5, 1 of 2, 1 of 2.
    "too little of all": { plan: "anna: K*1 M*1", magnitude: 3 },
  },
});

describeRule("section-minima", {
  // Teaching in October is no service at the unit: surgery from 1 September to 1 December is 90
  // credit days less 31, a day short of two months.
  given: {
    rulePacks: ["at@2021-05"],
    calendar: {
      fixedSpans: [
        { id: "t", programme: "p", from: "2026-10-01", to: "2026-11-01", kind: "teaching" },
      ],
    },
    rules: [
      {
        rule: "section-minima",
        params: { pools: [{ sections: ["surgery"], min: { months: 2 } }] },
        override: { reason: "A year is enough for a test." },
      },
    ],
  },
  allows: { "fixed days made up for": "anna: K*4 M*2" },
  forbids: { "fixed days counted": { plan: "anna: K*3 M*2", magnitude: 1 } },
});
