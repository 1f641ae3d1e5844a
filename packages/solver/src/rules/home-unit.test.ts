import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const other = (id: string, section: string) => ({
  id,
  site: "alby",
  name: id,
  sections: [section],
  seats: null,
});

describeRule("home-unit", {
  given: {
    rulePacks: ["bt@2021"],
    programme: { track: "BT" },
    units: [...tinyUnits({}), other("K2", "surgery"), other("M2", "medicine")],
    doctors: {
      anna: { employment: { form: "clinic", homeUnit: "M" } },
      åsa: { employment: { form: "stand-alone" } },
    },
  },
  allows: {
    "medicine at home, surgery anywhere": "anna: K2*2 M*2",
    "any unit for who has no home": "åsa: K*2 M2*2",
  },
  forbids: { "medicine elsewhere": { plan: "anna: K*2 M2*2", magnitude: 1 } },
});
