import { describe, expect, it } from "vitest";
import { dateLines } from "./dates-text.ts";
import { plain } from "./grid/paint.ts";
import { createReport } from "./report.ts";
import { handMade, handMadeFile } from "./testing/hand-made.ts";

const page = { width: 120, paint: plain };
const assessments = { perPlacement: 1 };
const file = {
  ...handMadeFile,
  programmes: handMadeFile.programmes.map((programme) => ({ ...programme, assessments })),
};
const report = createReport(handMade(file));
const doctorsIn = (lines: readonly string[]) => lines.filter((line) => /^ d\d /.test(line)).length;

describe("the dates on a page", () => {
  it("are those of every doctor who has a plan", () => {
    const lines = dateLines(report, page, 100);
    expect(doctorsIn(lines)).toBe(report.verified.plan.rotations.length);
    expect(lines.join("\n")).not.toContain("läkare till");
  });

  it("are those of some, and how many more there are, where not all are shown", () => {
    const lines = dateLines(report, page, 2);
    expect(doctorsIn(lines)).toBe(2);
    const hidden = report.verified.plan.rotations.length - 2;
    expect(lines.at(-1)).toBe(` … och ${hidden} läkare till.`);
  });
});
