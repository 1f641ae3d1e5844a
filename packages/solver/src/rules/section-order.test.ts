import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const requirements = [
  { id: "surgery", sections: ["surgery"], length: { months: 1 } },
  { id: "medicine", sections: ["medicine"], length: { months: 1 } },
  { id: "psychiatry", sections: ["psychiatry"], length: { months: 1 } },
  { id: "primary-care", sections: ["primary-care"], length: { months: 1 } },
];

describeRule("section-order", {
  // Without a template: primary care last.
  given: { rulePacks: ["at@2021-05"], programme: { requirements } },
  allows: {
    "primary care last": "anna: P*1 K*1 M*1 V*1",
    "no primary care at all": "anna: K*1 M*1",
  },
  forbids: {
    // Primary care is one placement out of order, however many come after it.
    "primary care first": { plan: "anna: V*1 K*1 M*1 P*1", magnitude: 1 },
    "primary care last but one": { plan: "anna: K*1 M*1 V*1 P*1", magnitude: 1 },
  },
});

describeRule("section-order", {
  // Surgery and medicine in either order, then psychiatry, then primary care.
  given: {
    rulePacks: ["at@2021-05"],
    programme: { requirements, order: [["surgery", "medicine"], ["psychiatry"], ["primary-care"]] },
  },
  allows: {
    "the order": "anna: K*1 M*1 P*1 V*1",
    "either order within a group": "anna: M*1 K*1 P*1 V*1",
  },
  forbids: {
    // Psychiatry comes before medicine.
    "one group too early": { plan: "anna: K*1 P*1 M*1 V*1", magnitude: 1 },
    // Primary care and psychiatry both come before surgery and medicine.
    "two groups too early": { plan: "anna: P*1 V*1 K*1 M*1", magnitude: 2 },
    "everything backwards": { plan: "anna: V*1 P*1 M*1 K*1", magnitude: 2 },
  },
});

describeRule("section-order", {
  // Research lies anywhere.
  given: {
    rulePacks: ["at@2021-05"],
    units: tinyUnits({ P: { sections: ["psychiatry", "research"] } }),
    programme: {
      requirements: [
        ...requirements,
        { id: "study", sections: ["research"], length: { months: 1 } },
      ],
    },
  },
  allows: {
    "research after primary care": "anna: P=psychiatry*1 K*1 M*1 V*1 P=study*1",
    "research first": "anna: P=study*1 P=psychiatry*1 K*1 M*1 V*1",
  },
  forbids: {
    "primary care last but research and one": {
      plan: "anna: P=psychiatry*1 K*1 V*1 P=study*1 M*1",
      magnitude: 1,
    },
  },
});
