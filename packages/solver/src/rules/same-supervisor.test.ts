import { describeRule } from "./testing/describe-rule.ts";
import { named } from "./testing/named-plan.ts";

describeRule("same-supervisor", {
  given: {
    supervisors: [
      { id: "h1", unit: "K", role: "specialist" },
      { id: "h2", unit: "K", role: "specialist" },
    ],
  },
  allows: { "one throughout": named("anna: K*2 M*2", "anna surgery h1 0-2") },
  forbids: {
    "one in each month": {
      plan: named("anna: K*2 M*2", "anna surgery h1 0-1", "anna surgery h2 1-2"),
      magnitude: 1,
    },
  },
});
