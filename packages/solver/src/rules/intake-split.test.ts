import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const of = { intake: "autumn" };

describeRule("intake-split", {
  // Surgery is at the base: K at alby, P at berga. One of the intake at alby; berga is not limited.
  given: {
    programme: {
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 2 }, atBase: true },
        { id: "medicine", sections: ["medicine"], length: { months: 2 } },
      ],
    },
    units: tinyUnits({ P: { sections: ["surgery", "psychiatry"] } }),
    intakes: [{ id: "autumn", programme: "p", start: "2026-09-01", split: { alby: 1 } }],
    doctors: { anna: of, åsa: of, örjan: of, bo: {} },
  },
  allows: {
    "as many as the split gives": "anna: K*2 M*2 · åsa: P*2 M*2",
    "more where nothing is said": "anna: P*2 M*2 · åsa: P*2 M*2 · örjan: P*2 M*2",
    "doctors of no intake besides": "anna: K*2 M*2 · bo: K*2 M*2",
    "stays there that are not the base's": "anna: K*2 M*2 · åsa: P*2 M*2 · örjan: P*2 M*2",
  },
  forbids: {
    "one too many": { plan: "anna: K*2 M*2 · åsa: K*2 M*2", magnitude: 1 },
    "two too many, at different times": {
      plan: "anna: K*2 M*2 · åsa: M*2 K*2 · örjan@4: K*2 M*2",
      magnitude: 2,
    },
  },
});
