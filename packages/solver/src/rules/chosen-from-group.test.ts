import { describeRule } from "./testing/describe-rule.ts";

describeRule("chosen-from-group", {
  given: {
    programme: {
      requirements: ["surgery", "medicine", "psychiatry", "primary-care"].map((id) => ({
        id,
        sections: [id],
        length: { months: 2 },
      })),
      groups: [{ requirements: ["medicine", "psychiatry", "primary-care"], choose: 2 }],
    },
  },
  allows: {
    "two of three": "anna: K*2 M*2 P*2",
    "another two": "anna: P*2 K*2 V*2",
  },
  forbids: {
    "one of three": { plan: "anna: K*2 M*2", magnitude: 1 },
    "all three": { plan: "anna: K*2 M*2 P*2 V*2", magnitude: 1 },
    none: { plan: "anna: K*2", magnitude: 2 },
  },
});
