import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

describeRule("goal-coverage", {
  given: {
    rulePacks: ["bt@2021"],
    programme: { track: "BT", goals: ["BT1", "BT2", "BT12"] },
    units: [
      ...tinyUnits({ K: { goals: ["BT1"] }, M: { goals: ["BT2"] } }),
      {
        id: "B",
        site: "alby",
        name: "Barnkliniken",
        sections: ["medicine"],
        seats: null,
        goals: ["BT2", "BT12"],
      },
    ],
  },
  allows: { "a rotation that meets them all": "anna: K*2 B*2" },
  forbids: {
    // Medicine has no children: BT12.
    "one without children": { plan: "anna: K*2 M*2", magnitude: 1 },
    // And BT1 is met at the surgery alone.
    "one with half of them": { plan: "anna: M*2", magnitude: 2 },
  },
});
