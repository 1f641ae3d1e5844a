import { describe, expect, it } from "vitest";
import { DOCTOR_ROWS } from "./coverage-doctors.ts";
import { coveragePage } from "./coverage-page.ts";
import type { CoverageRow } from "./coverage-row.ts";
import { UNIT_ROWS } from "./coverage-units.ts";

const ROWS = [...DOCTOR_ROWS, ...UNIT_ROWS];
const pageWith = (row: string, changes: Partial<CoverageRow>): string =>
  coveragePage(ROWS.map((each) => (each.row === row ? { ...each, ...changes } : each)));

describe("the coverage page", () => {
  it("has every row once, linked to its rules and fixtures", () => {
    const page = coveragePage();
    expect(page.match(/^\| D\d+ /gm)).toHaveLength(43);
    expect(page).toContain("[part-time](rules.md#part-time)");
    expect(page).toContain("(../fixtures/tiny/part-time-takes-longer.problem.json)");
    expect(() => coveragePage(ROWS.slice(1))).toThrow("rows are not D1 to D43");
  });

  it.each<[string, Partial<CoverageRow>, string]>([
    ["D6", { rules: [] }, "D6 lacks the rule part-time"],
    ["D6", { rules: ["part-time", "absences"] }, "D6 is not expressed by a rule absences"],
    ["D6", { fixtures: ["tiny/no-such"] }, "D6 names no fixture: tiny/no-such"],
    ["D6", { inputs: ["doctors.percent"] }, "D6 names no input: doctors.percent"],
    ["D22", { fixtures: ["tiny/swap-for-a-wish"] }, "D22 has nothing of it in its fixture"],
    ["D22", { fixtures: [] }, "D22 has rules or inputs, and no fixture"],
    ["D43", { fixtures: [] }, "D43 has no fixture, and does not say what is missing"],
    ["D4", { fixtures: ["typical/halland-at"] }, "D4 has no fixture in which doctors.programme"],
  ])("is not made where %s says %j", (row, changes, fault) => {
    expect(() => pageWith(row, changes)).toThrow(fault);
  });
});
