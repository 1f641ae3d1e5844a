import { describeRule } from "./testing/describe-rule.ts";

describeRule("bt-term-at-least-six-months", {
  given: {
    rulePacks: ["bt@2021"],
    programme: {
      track: "BT",
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 2 } },
        {
          id: "medicine",
          sections: ["medicine"],
          length: { min: { months: 3 }, max: { months: 4 } },
        },
      ],
    },
    doctors: {
      anna: { employment: { form: "stand-alone" } },
      åsa: { employment: { form: "integrated" } },
      eva: {
        employment: { form: "clinic" },
        start: "2026-09-01",
        history: [{ requirement: "surgery", unit: "K", from: "2026-06-01", to: "2026-08-01" }],
      },
    },
  },
  allows: {
    "six months": "anna: K*2 M*4",
    "less where BT is part of ST": "åsa: K*2 M*3",
    // From June to November.
    "three months after three of the same appointment": "eva: M*3",
  },
  forbids: { "five months": { plan: "anna: K*2 M*3", magnitude: 1 } },
});
