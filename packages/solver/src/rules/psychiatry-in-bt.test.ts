import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("psychiatry-in-bt", {
  // Two months of psychiatry; addiction care counts as psychiatry.
  given: {
    rulePacks: ["bt@2021"],
    sections: [{ id: "addiction", countsAs: "psychiatry" }],
    programme: {
      track: "BT",
      requirements: [
        { id: "free", sections: ["psychiatry", "medicine"], length: { months: 2 } },
        { id: "choice", sections: ["addiction", "medicine"], length: { months: 1 } },
      ],
    },
    units: tinyUnits({ V: { sections: ["addiction"] } }),
    rules: [{ rule: "psychiatry-in-bt", mode: "must", params: { min: { months: 2 } } }],
  },
  allows: {
    "psychiatry long enough": "anna: P*2 M*1",
    "addiction care counted in": "anna: P*1 V*1",
  },
  forbids: {
    "no psychiatry": { plan: "anna: M*2 M*1", magnitude: 1 },
    "a month too little": { plan: "anna: P*1 M*2", magnitude: 1 },
  },
});
