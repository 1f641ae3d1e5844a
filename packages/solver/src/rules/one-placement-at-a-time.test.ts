import type { Placement, Plan, Problem } from "@placera/domain";
import { describeRule } from "./testing/describe-rule.ts";
import { readPlanNotation } from "./testing/plan-notation.ts";

/** Anna's plan K*2 M*2, with its second placement changed. */
const second =
  (change: (placement: Placement) => Partial<Placement>) =>
  (problem: Problem): Plan => {
    const { rotations } = readPlanNotation(problem, "anna: K*2 M*2");
    return {
      rotations: rotations.map(({ placements, ...rotation }) => ({
        ...rotation,
        placements: placements.map((each, at) => (at === 1 ? { ...each, ...change(each) } : each)),
      })),
    };
  };

describeRule("one-placement-at-a-time", {
  given: {},
  allows: {
    "one placement after another": "anna: K*2 M*2",
    "a gap between them": "anna: K*2 .*1 M*2",
  },
  forbids: {
    // Medicine begins on 1 October, while surgery goes on to 1 November.
    "two at once": { plan: second(({ from }) => ({ from: from - 31 })), magnitude: 1 },
    // 2 November is no change day.
    "a beginning between change days": {
      plan: second(({ from }) => ({ from: from + 1 })),
      magnitude: 1,
    },
    // Ends on the day it begins.
    "an end before the beginning": { plan: second(({ from }) => ({ to: from })), magnitude: 1 },
    // The block is said to begin on 1 October, surgery on 1 September.
    "a beginning before the block's": {
      plan: (problem) => {
        const [rotation] = readPlanNotation(problem, "anna: K*2 M*2").rotations;
        const later = problem.calendar.boundaries[1] ?? 0;
        return { rotations: rotation === undefined ? [] : [{ ...rotation, start: later }] };
      },
      magnitude: 1,
    },
  },
});
