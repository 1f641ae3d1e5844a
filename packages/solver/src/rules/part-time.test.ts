import type { Plan, Problem } from "@placera/domain";
import { describeRule } from "./testing/describe-rule.ts";
import { readPlanNotation } from "./testing/plan-notation.ts";

const given = {
  // Half time until November, 75 % from then on.
  doctors: {
    anna: {
      percentage: [
        { from: "2026-09-01", percentage: 50 },
        { from: "2026-11-01", percentage: 75 },
      ],
    },
    åsa: {},
  },
};

/** The plan with what each placement says of working time, taken away or put in. */
const saying =
  (text: string, percentage?: number) =>
  (problem: Problem): Plan => ({
    rotations: readPlanNotation(problem, text).rotations.map((rotation) => ({
      ...rotation,
      placements: rotation.placements.map(({ percentages: _, ...placement }) => ({
        ...placement,
        ...(percentage && { percentages: [{ from: placement.from, percentage }] }),
      })),
    })),
  });

describeRule("part-time", {
  given,
  allows: {
    "placements that say what the doctor works": "anna: K*4 M*3 · åsa: M*2 K*2",
  },
  forbids: {
    "placements of a part-time doctor that say nothing": {
      plan: saying("anna: K*4 M*3"),
      magnitude: 2,
    },
    "part-time for one who works full time": { plan: saying("åsa: K*2 M*2", 50), magnitude: 2 },
    // Medicine begins in November, at 75 %; surgery at half time, and changes.
    "the wrong share": { plan: saying("anna: K*2 M*3", 60), magnitude: 2 },
    "one number where it changes": { plan: saying("anna: K*4 M*3", 75), magnitude: 1 },
  },
});

describeRule("owed-placements", {
  given,
  allows: {
    // Surgery: two months at half, one at 75 % are 30 + 22.5 days; the fourth month makes 75.
    "as long as it takes": "anna: K*4 M*3",
    "full time as before": "anna: K*4 M*3 · åsa: K*2 M*2",
  },
  forbids: {
    "as long as at full time": { plan: "anna: K*2 M*2", magnitude: 2 },
    "seven and a half days too few": { plan: "anna: K*3 M*3", magnitude: 1 },
    // After three months medicine has 67.5 days.
    "longer than it takes": { plan: "anna: K*4 M*4", magnitude: 1 },
  },
});

describeRule("total-length", {
  given: {
    doctors: { anna: { percentage: 50 } },
    rulePacks: ["at@2021-05"],
    rules: [
      {
        rule: "total-length",
        params: { min: { months: 4 } },
        override: { reason: "A small example." },
      },
    ],
  },
  allows: { "twice the time at half time": "anna: K*4 M*4" },
  forbids: { "a month less": { plan: "anna: K*4 M*3", magnitude: 1 } },
});

describeRule("section-minima", {
  given: {
    doctors: { anna: { percentage: 75 } },
    programme: {
      requirements: [
        {
          id: "surgery",
          sections: ["surgery"],
          length: { min: { months: 1 }, max: { months: 3 } },
        },
      ],
    },
    rulePacks: ["at@2021-05"],
    rules: [
      {
        rule: "section-minima",
        params: { pools: [{ sections: ["surgery"], min: { months: 3 } }] },
        override: { reason: "A small example." },
      },
    ],
  },
  allows: { "four months at 75 %": "anna: K*4" },
  forbids: { "three months at 75 %": { plan: "anna: K*3", magnitude: 1 } },
});
