import { describeRule } from "./testing/describe-rule.ts";
import { tinyUnits } from "./testing/tiny-problem.ts";

// Medicine in two parts at M or N, infection at P between them; surgery besides.
const units = [
  ...tinyUnits({ P: { sections: ["infection"] } }),
  { id: "N", site: "berga", name: "Medicin, Berga", sections: ["medicine"], seats: null },
];
const sections = [{ id: "infection", countsAs: "medicine" }];
const part = { min: { months: 1 }, max: { months: 3 } };
const requirements = [
  { id: "before", sections: ["medicine"], length: part },
  { id: "short", sections: ["infection"], length: { months: 1 } },
  { id: "after", sections: ["medicine"], length: part },
  { id: "surgery", sections: ["surgery"], length: { months: 1 } },
];
const inside = { requirement: "short", within: ["before", "after"] as [string, string] };

describeRule("short-placement", {
  given: {
    units,
    sections,
    programme: { requirements, shortPlacements: [{ ...inside, length: { months: 4 } }] },
  },
  allows: {
    "one inside": "anna: M=before*1 P=short*1 M=after*2 K*1",
    "one later inside": "anna: K*1 N=before*2 P=short*1 N=after*1",
  },
  forbids: {
    "another unit after it": {
      plan: "anna: M=before*1 P=short*1 N=after*2 K*1",
      magnitude: 1,
    },
    "something else between": {
      // Five months from the first part to the last, and not right back.
      plan: "anna: M=before*1 P=short*1 K*1 M=after*2",
      magnitude: 2,
    },
    "one before it begins": {
      // Neither part follows on the one before; from the first part on two months.
      plan: "anna: P=short*1 M=before*1 M=after*2 K*1",
      magnitude: 3,
    },
    "all together too long": { plan: "anna: M=before*2 P=short*1 M=after*2 K*1", magnitude: 1 },
    "all together too short": { plan: "anna: M=before*1 P=short*1 M=after*1 K*1", magnitude: 1 },
  },
});

describeRule("short-placement", {
  // The first part was done at M before the plan begins, two months of four.
  given: {
    units,
    sections,
    programme: { requirements, shortPlacements: [{ ...inside, length: { months: 4 } }] },
    doctors: {
      anna: {
        start: "2026-11-01",
        history: [{ requirement: "before", unit: "M", from: "2026-09-01", to: "2026-11-01" }],
      },
    },
  },
  allows: { "the rest at once": "anna: P=short*1 M=after*1 K*1" },
  forbids: {
    "surgery first": { plan: "anna: K*1 P=short*1 M=after*1", magnitude: 1 },
    "another unit": { plan: "anna: P=short*1 N=after*1 K*1", magnitude: 1 },
    "all together too long": { plan: "anna: P=short*1 M=after*2 K*1", magnitude: 1 },
  },
});
