import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const sections = ["surgery", "medicine", "psychiatry", "primary-care"];

describeRule("site-limit", {
  // K, M and V are at alby, P at berga.
  given: {
    rules: [{ rule: "site-limit", mode: "must", params: { max: 1 } }],
    units: tinyUnits({ V: { site: "alby" } }),
    programme: {
      requirements: sections.map((id) => ({ id, sections: [id], length: { months: 1 } })),
    },
  },
  allows: { "one at each": "anna: K*1 P*1" },
  forbids: {
    "two at one": { plan: "anna: K*1 P*1 M*1", magnitude: 1 },
    "three at one": { plan: "anna: K*1 V*1 P*1 M*1", magnitude: 2 },
  },
});
