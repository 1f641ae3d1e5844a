import { describeRule } from "./testing/describe-rule.ts";

describeRule("integrated-bt-within-two-years", {
  given: {
    rulePacks: ["bt@2021"],
    programme: { track: "BT" },
    doctors: {
      // Two years of ST end on 1 February 2027.
      anna: {
        employment: { form: "integrated", stStart: "2025-02-01" },
        start: { earliest: "2026-09-01", latest: "2026-12-01" },
      },
      åsa: { employment: { form: "stand-alone" } },
    },
  },
  allows: {
    "an end on the very day": "anna@1: K*2 M*2",
    "any end of a BT that is no part of ST": "åsa@5: K*2 M*2",
  },
  forbids: { "an end a month later": { plan: "anna@2: K*2 M*2", magnitude: 1 } },
});
