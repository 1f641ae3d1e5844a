import { describeRule } from "./testing/describe-rule.ts";
import { named } from "./testing/named-plan.ts";

const plan = "anna: K*2 M*2";

describeRule("main-supervisor", {
  given: {
    supervisors: [
      { id: "h1", unit: "K", role: "specialist", main: 2 },
      { id: "h2", unit: "K", role: "specialist", main: 2 },
    ],
  },
  allows: {
    "one through the block": named(plan, "anna surgery h1 0-2", "anna * h2 0-4"),
    "a plan that names nobody as yet": plan,
  },
  forbids: {
    "none for the last month": {
      plan: named(plan, "anna surgery h1 0-2", "anna * h2 0-3"),
      magnitude: 1,
    },
    "one after another": {
      plan: named(plan, "anna surgery h1 0-2", "anna * h2 0-3", "anna * h1 3-4"),
      magnitude: 1,
    },
  },
});

describeRule("main-supervisor", {
  given: {
    supervisors: [
      { id: "h1", unit: "K", role: "specialist", main: 1, to: "2026-10-01" },
      { id: "st", unit: "K", role: "st-doctor", main: 5 },
    ],
  },
  allows: {},
  forbids: {
    "whoever has none once the only one has left": {
      plan: named(plan, "anna * h1 0-1"),
      magnitude: 1,
    },
  },
});
