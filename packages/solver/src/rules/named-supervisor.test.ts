import { describeRule } from "./testing/describe-rule.ts";
import { named } from "./testing/named-plan.ts";

const specialist = { role: "specialist" } as const;
const plan = "anna: K*2 M*2 · åsa: .*1 K*2 M*2";

describeRule("named-supervisor", {
  given: {
    doctors: { anna: {}, åsa: {} },
    supervisors: [
      { id: "h1", unit: "K", ...specialist, leave: [{ from: "2026-11-01", to: "2027-01-01" }] },
      { id: "h2", unit: "K", ...specialist, main: 1 },
      { id: "st", unit: "K", role: "st-doctor" },
      { id: "v1", unit: "V", ...specialist },
    ],
  },
  allows: {
    "one for each": named(plan, "anna surgery h1 0-2", "åsa surgery h2 1-3"),
    "a change when she is away": named(
      plan,
      "anna surgery h2 0-2",
      "åsa surgery h1 1-2",
      "åsa surgery h2 2-3",
    ),
    "a plan that names nobody as yet": plan,
    "one through the whole block": named("anna: K*2 M*2", "anna surgery h1 0-2", "anna * h2 0-4"),
  },
  forbids: {
    "nobody, though there is room": {
      plan: named(plan, "anna surgery h1 0-2", "åsa surgery h2 1-2"),
      magnitude: 1,
    },
    "an ST doctor without the course": {
      plan: named(plan, "anna surgery h1 0-2", "åsa surgery st 1-3"),
      magnitude: 1,
    },
    "somebody who is away": {
      plan: named(plan, "anna surgery h2 0-2", "åsa surgery h1 1-3"),
      magnitude: 1,
    },
    "somebody of another unit": {
      plan: named(plan, "anna surgery h1 0-2", "åsa surgery v1 1-3"),
      magnitude: 1,
    },
    "two beside an ordinary supervisor": {
      plan: named(plan, "anna surgery h2 0-2", "åsa surgery h2 1-3"),
      magnitude: 1,
    },
    "two at once": {
      plan: named(plan, "anna surgery h1 0-2", "anna surgery h2 0-1", "åsa surgery h2 1-3"),
      magnitude: 1,
    },
    "days outside the placement": {
      plan: named(plan, "anna surgery h1 0-2", "åsa surgery h2 1-4"),
      magnitude: 1,
    },
    "a main supervisor of more than she follows": {
      plan: named(
        plan,
        "anna surgery h1 0-2",
        "åsa surgery h2 1-3",
        "anna * h2 0-4",
        "åsa * h2 4-5",
        "åsa * h2 1-4",
      ),
      magnitude: 1,
    },
    "a main supervisor who is away, or follows nobody": {
      plan: named("anna: K*2 M*2", "anna surgery h2 0-2", "anna * h1 0-4"),
      magnitude: 1,
    },
  },
});
