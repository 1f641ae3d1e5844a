import { describeRule } from "./testing/describe-rule.ts";

const sections = ["surgery", "medicine", "psychiatry", "primary-care"];

describeRule("site-changes", {
  // K and M are at alby, P and V at berga.
  given: {
    rules: [{ rule: "site-changes", mode: "must" }],
    programme: {
      requirements: sections.map((id) => ({ id, sections: [id], length: { months: 1 } })),
    },
  },
  allows: { "one site, whatever lies between": "anna: K*1 .*2 M*1" },
  forbids: {
    "there once": { plan: "anna: K*1 M*1 .*1 P*1 V*1", magnitude: 1 },
    "there and back": { plan: "anna: K*1 P*1 M*1 V*1", magnitude: 3 },
  },
});
