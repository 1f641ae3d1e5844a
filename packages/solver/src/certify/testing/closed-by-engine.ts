/** A small problem whose first tier takes an engine to close: three doctors, each at one unit for everything. */
import type { ProblemFile } from "@placera/domain";

export const closedByEngine: ProblemFile = {
  schemaVersion: 1,
  name: "One place of two, closed by an engine",
  calendar: {
    from: "2026-09-01",
    to: "2027-02-01",
    grid: "month",
    toleranceDays: 1,
    fixedSpans: [],
  },
  sections: [{ id: "orthopaedics", countsAs: "surgery" }],
  regions: [
    { id: "north", name: "north" },
    { id: "south", name: "south" },
  ],
  sites: [
    { id: "alby", name: "alby", region: "north" },
    { id: "berga", name: "berga", region: "south" },
  ],
  units: [
    { id: "u1", site: "berga", name: "Unit 1", sections: ["psychiatry"], seats: 1 },
    { id: "u2", site: "berga", name: "Unit 2", sections: ["primary-care", "psychiatry"], seats: 1 },
    { id: "u3", site: "berga", name: "Unit 3", sections: ["primary-care"], seats: null },
    {
      id: "u4",
      site: "alby",
      name: "Unit 4",
      sections: ["psychiatry", "primary-care"],
      seats: 1,
      trackSeats: { AT: 2 },
    },
    {
      id: "u5",
      site: "berga",
      name: "Unit 5",
      sections: ["psychiatry", "primary-care"],
      seats: 2,
      trackSeats: { BT: 1 },
    },
  ],
  rulePacks: ["bt@2021"],
  rules: [
    {
      rule: "programme-length",
      programme: "bt",
      mode: "must",
      override: { reason: "A small problem." },
    },
    {
      rule: "fixed-placements",
      programme: "bt",
      mode: "off",
      override: { reason: "A small problem." },
    },
    {
      rule: "forbidden-placements",
      programme: "bt",
      mode: { prefer: { rank: 2, weight: 1 } },
      override: { reason: "A small problem." },
    },
    { rule: "own-region", programme: "bt", mode: "must", override: { reason: "A small problem." } },
    {
      rule: "total-length",
      programme: "bt",
      mode: "off",
      params: { min: { months: 3 } },
      override: { reason: "A small problem." },
    },
    {
      rule: "section-minima",
      programme: "bt",
      mode: "off",
      params: { pools: [{ sections: ["primary-care"], min: { months: 3 } }] },
      override: { reason: "A small problem." },
    },
    {
      rule: "one-unbroken-block",
      programme: "bt",
      mode: { prefer: { rank: 3, weight: 2 } },
      override: { reason: "A small problem." },
    },
    {
      rule: "recommended-length",
      programme: "bt",
      mode: { prefer: { rank: 1, weight: 3 } },
      params: { length: { months: 2 } },
      override: { reason: "A small problem." },
    },
    {
      rule: "section-order",
      programme: "bt",
      mode: "off",
      params: { last: ["psychiatry"] },
      override: { reason: "A small problem." },
    },
    {
      rule: "at-most-four-places",
      programme: "bt",
      mode: "must",
      params: { max: 1 },
      override: { reason: "A small problem." },
    },
    {
      rule: "psychiatry-in-bt",
      programme: "bt",
      mode: { prefer: { rank: 1, weight: 3 } },
      params: { min: { months: 1 } },
      override: { reason: "A small problem." },
    },
  ],
  programmes: [
    {
      id: "bt",
      track: "BT",
      name: "Programme bt",
      requirements: [
        { id: "r1", sections: ["primary-care"], length: { months: 2 } },
        { id: "r2", sections: ["psychiatry"], length: { min: { months: 1 }, max: { months: 2 } } },
      ],
    },
  ],
  intakes: [],
  doctors: [
    {
      id: "d1",
      region: "south",
      programme: "bt",
      start: { earliest: "2026-09-01", latest: "2026-10-01" },
      degreeDate: "2026-09-25",
      wishes: [{ kind: "unit", requirement: "r1", unit: "u4", weight: 3 }],
    },
    {
      id: "d2",
      region: "south",
      programme: "bt",
      start: { earliest: "2026-10-01", latest: "2026-11-01" },
      wishes: [
        { kind: "unit", requirement: "r2", unit: "u5", weight: 4 },
        { kind: "unit", requirement: "r2", unit: "u2", weight: 2 },
        { kind: "unit", requirement: "r1", unit: "u5", weight: 2 },
      ],
    },
    {
      id: "d3",
      region: "south",
      programme: "bt",
      start: { earliest: "2026-10-01", latest: "2026-11-01" },
      wishes: [
        { kind: "unit", requirement: "r2", unit: "u5", weight: 4 },
        { kind: "unit", requirement: "r2", unit: "u2", weight: 2 },
        { kind: "unit", requirement: "r1", unit: "u5", weight: 2 },
      ],
    },
  ],
};
