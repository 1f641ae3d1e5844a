import { describeRule } from "./testing/describe-rule.ts";

describeRule("begun-before", {
  given: {
    programme: {
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 2 } },
        { id: "medicine", sections: ["medicine"], length: { months: 2 }, after: ["surgery"] },
        {
          id: "psychiatry",
          sections: ["psychiatry"],
          length: { months: 2 },
          after: ["surgery", "medicine"],
        },
      ],
    },
  },
  allows: { "one after the other": "anna: K*2 .*1 M*2 P*2" },
  forbids: {
    "the second first": { plan: "anna: M*2 K*2 P*2", magnitude: 1 },
    // It builds on two.
    "the third first": { plan: "anna: P*2 K*2 M*2", magnitude: 2 },
    "what it builds on left out": { plan: "anna: K*2 P*2", magnitude: 1 },
  },
});
