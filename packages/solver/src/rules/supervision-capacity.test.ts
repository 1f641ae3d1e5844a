import { describeRule } from "./testing/describe-rule.ts";

const doctors = { anna: {}, åsa: {}, eva: {} };
const ordinary = { id: "h1", unit: "K", role: "specialist" } as const;

// Surgery names its supervisors, medicine does not.
describeRule("supervision-capacity", {
  given: { doctors, supervisors: [ordinary, { ...ordinary, id: "h2" }] },
  allows: {
    "as many doctors as supervisors": "anna: K*2 M*2 · åsa: K*2 M*2 · eva: M*2 K*2",
    "any number where no supervisor is named":
      "anna: M*2 K*2 · åsa: M*2 .*2 K*2 · eva: M*2 .*4 K*2",
  },
  forbids: {
    "a third beside two": { plan: "anna: K*2 M*2 · åsa: K*2 M*2 · eva: K*2 M*2", magnitude: 1 },
  },
});

describeRule("supervision-capacity", {
  given: {
    doctors,
    supervisors: [
      { ...ordinary, form: "gaffel", leave: [{ from: "2026-10-01", to: "2026-10-15" }] },
      { id: "h2", unit: "K", role: "st-doctor", course: true, from: "2026-10-01" },
      { id: "h3", unit: "K", role: "st-doctor" },
    ],
  },
  allows: {
    "one doctor while the gaffel supervisor is away": "anna: K*2 M*2 · åsa: M*2 K*2 · eva: M*2 K*2",
  },
  forbids: {
    // In the second month the ST doctor with the course is alone; the one without does not count.
    "two while only one may supervise": { plan: "anna: K*2 M*2 · åsa: K*2 M*2", magnitude: 1 },
  },
});

describeRule("supervision-capacity", {
  given: {
    doctors: { anna: {}, åsa: {} },
    programme: { track: "BT" },
    supervisors: [ordinary, { ...ordinary, id: "h2", slots: 1.5 }],
  },
  allows: { "one BT doctor of one and a half": "anna: K*2 M*2 · åsa: M*2 K*2" },
  forbids: {
    // Two take three slots, and there are two and a half.
    "two of them": { plan: "anna: K*2 M*2 · åsa: K*2 M*2", magnitude: 1 },
  },
});
