import { describeRule } from "./testing/describe-rule.ts";

const requirements = [
  { id: "primary-care", sections: ["primary-care"], length: { months: 3 } },
  { id: "surgery", sections: ["surgery"], length: { months: 2 } },
];

/** Away from 5 October, a Monday, for so many weeks, which are not to be made up for. */
const away = (to: string) => ({
  anna: { absences: [{ from: "2026-10-05", to, kind: "sick" as const, tolerated: true }] },
});

describeRule("tolerated-absence", {
  // Six weeks, to 16 November.
  given: { programme: { requirements }, doctors: away("2026-11-16") },
  allows: { "six weeks in primary care": "anna: V*3 K*2" },
  forbids: {
    // Surgery in September and October has 5–31 October, 27 days: four weeks begun.
    "some of it in surgery": { plan: "anna: K*2 V*3", magnitude: 4 },
  },
});

describeRule("tolerated-absence", {
  // Seven weeks, and the limit is by section: two placements in primary care have six between them.
  given: {
    programme: {
      requirements: [
        ...requirements,
        { id: "again", sections: ["primary-care"], length: { months: 1 } },
      ],
    },
    doctors: away("2026-11-23"),
  },
  allows: { "away before it": "anna@3: V*3 K*2" },
  forbids: {
    "seven weeks in primary care": { plan: "anna: V*3 K*2", magnitude: 1 },
    "seven weeks in two placements": { plan: "anna: V=again*2 V=primary-care*3", magnitude: 1 },
  },
});
