import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("one-base-site", {
  // Surgery and medicine belong at the base. K and M are at alby, P and V at berga.
  given: {
    programme: {
      requirements: [
        { id: "surgery", sections: ["surgery"], length: { months: 2 }, atBase: true },
        { id: "medicine", sections: ["medicine"], length: { months: 2 }, atBase: true },
        { id: "primary-care", sections: ["primary-care"], length: { months: 2 } },
      ],
    },
    units: tinyUnits({ P: { sections: ["surgery", "medicine"] } }),
    doctors: { anna: {}, åsa: { baseSite: "alby" } },
  },
  allows: {
    "all the base's stays at one site": "anna: K*2 M*2 V*2 · åsa: K*2 M*2 V*2",
    "the other site where none is given": "anna: P*2 P*2 V*2",
  },
  forbids: {
    "two sites": { plan: "anna: K*2 P=medicine*2 V*2", magnitude: 1 },
    "the other site where one is given": { plan: "åsa: P*2 P*2 V*2", magnitude: 1 },
    // One site more than one, and one that is not the base.
    "two sites where one is given": { plan: "åsa: K*2 P=medicine*2 V*2", magnitude: 2 },
  },
});
