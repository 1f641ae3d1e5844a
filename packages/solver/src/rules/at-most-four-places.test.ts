import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const sections = ["surgery", "medicine", "psychiatry", "primary-care", "emergency-care"];
const extra = (id: string) => ({ id, site: "alby", name: id, sections, seats: null });

// Two months behind her, at K and M: the other two places are the third and the fourth.
describeRule("at-most-four-places", {
  given: {
    rulePacks: ["bt@2021"],
    programme: {
      track: "BT",
      requirements: sections.map((id) => ({ id, sections: [id], length: { months: 1 } })),
    },
    units: [...tinyUnits({}), extra("A")],
    doctors: {
      anna: {
        start: "2026-09-01",
        history: [
          { requirement: "surgery", unit: "K", from: "2026-07-01", to: "2026-08-01" },
          { requirement: "medicine", unit: "M", from: "2026-08-01", to: "2026-09-01" },
        ],
      },
    },
  },
  allows: { "two more": "anna: P*1 A=primary-care*1 A=emergency-care*1" },
  forbids: { "three more": { plan: "anna: P*1 V*1 A=emergency-care*1", magnitude: 1 } },
});

describeRule("at-most-four-places", {
  given: {
    rulePacks: ["bt@2021"],
    programme: {
      track: "BT",
      requirements: sections.map((id) => ({ id, sections: [id], length: { months: 1 } })),
    },
    units: [...tinyUnits({}), extra("A"), extra("B")],
  },
  allows: {
    "four places": "anna: K*1 M*1 P*1 V*1",
    // Five stays, but A counts once.
    "a place one comes back to": "anna: A*1 M*1 P*1 V*1 A*1",
  },
  forbids: {
    "five places": { plan: "anna: K*1 M*1 P*1 V*1 A*1", magnitude: 1 },
    // The excess: six places, two more than four.
    "six places": { plan: "anna: K*1 M*1 P*1 V*1 A*1 B=surgery*1", magnitude: 2 },
  },
});
