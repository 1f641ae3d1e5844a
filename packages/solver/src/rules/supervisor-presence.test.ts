import { describeRule } from "./testing/describe-rule.ts";
import { named } from "./testing/named-plan.ts";

const plan = "anna: K*2 M*2 · åsa: .*2 K*2 M*2";

// At least 60 per cent unless the problem says otherwise (D37).
describeRule("supervisor-presence", {
  given: {
    doctors: { anna: {}, åsa: {} },
    supervisors: [
      { id: "h1", unit: "K", role: "specialist", percentage: 60 },
      { id: "h2", unit: "K", role: "specialist", percentage: 50, main: 2 },
    ],
  },
  allows: {
    "sixty per cent; the block is followed from anywhere": named(
      plan,
      "anna surgery h1 0-2",
      "åsa surgery h1 2-4",
      "anna * h2 0-4",
    ),
  },
  forbids: {
    "fifty per cent, once for each placement": {
      plan: named(plan, "anna surgery h2 0-2", "åsa surgery h2 2-4"),
      magnitude: 2,
    },
  },
});
