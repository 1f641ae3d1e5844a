import { describeRule } from "./testing/describe-rule.ts";

describeRule("own-region", {
  given: {
    regions: [
      { id: "north", name: "North" },
      { id: "south", name: "South" },
    ],
    sites: [
      { id: "alby", region: "north", name: "Alby" },
      { id: "berga", region: "south", name: "Berga" },
    ],
    doctors: { anna: {}, åsa: { region: "south" } },
  },
  allows: { "each in her own": "anna: K*2 M*2 · åsa: P=surgery*2 V=medicine*2" },
  forbids: {
    "one placement elsewhere": { plan: "anna: K*2 P=medicine*2", magnitude: 1 },
    "both placements elsewhere": { plan: "åsa: K*2 M*2", magnitude: 2 },
  },
});
