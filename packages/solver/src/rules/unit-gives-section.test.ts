import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("unit-gives-section", {
  given: { units: tinyUnits({ K: { sections: ["surgery", "medicine"] } }) },
  allows: {
    "sections the units give": "anna: K*2 M*2",
    "either of a unit's sections": "anna: K=medicine*2 K=surgery*2",
  },
  forbids: {
    "surgery at psychiatry": { plan: "anna: P=surgery/surgery*2 M*2", magnitude: 1 },
    "both wrong": { plan: "anna: P=surgery/surgery*2 V=medicine/medicine*2", magnitude: 2 },
  },
});
