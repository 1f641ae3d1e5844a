import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

const other = (id: string, section: string) => ({
  id,
  site: "berga",
  name: id,
  sections: [section],
  seats: null,
});

// Forty-five minutes, and steps of thirty: 75 is one step beyond, 76 two.
describeRule("commute", {
  given: {
    homes: [
      { id: "dalen", minutes: { alby: 45, berga: 76 } },
      { id: "holmen", minutes: { alby: 75, berga: 0 } },
    ],
    units: [...tinyUnits({}), other("K2", "surgery"), other("M2", "medicine")],
    rules: [{ rule: "commute", mode: "must" }],
    doctors: { anna: { home: "dalen" }, åsa: { home: "holmen" }, olle: {} },
  },
  allows: {
    "exactly as far as the limit": "anna: K*2 M*2",
    "next door": "åsa: K2*2 M2*2",
    "anywhere for who has named no home": "olle: K*2 M2*2",
  },
  forbids: {
    "a whole step beyond": { plan: "åsa: K*2 M2*2", magnitude: 1 },
    "a minute into the second step": { plan: "anna: K2*2 M*2", magnitude: 2 },
    "each placement by itself": { plan: "anna: K2*2 M2*2", magnitude: 4 },
  },
});
