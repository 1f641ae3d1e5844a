import { type Plan, parseDay } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { writeDoctorsCsv } from "./csv/doctors-csv.ts";
import { writeSupervisionCsv } from "./csv/supervision-csv.ts";
import { createReport } from "./report.ts";
import { writeSupervision } from "./supervision-text.ts";
import { handMade, handMadeFile, handMadePlan } from "./testing/hand-made.ts";
import { writeText } from "./text-report.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const name = (
  doctor: string,
  supervisor: string,
  from: string,
  to: string,
  requirement?: string,
) => ({
  doctor,
  ...(requirement === undefined ? {} : { requirement }),
  supervisor,
  from: day(from),
  to: day(to),
});

const file = {
  ...handMadeFile,
  supervisors: [
    { id: "h1", unit: "uas-kir", role: "specialist" as const, form: "gaffel" as const, main: 4 },
    { id: "h2", unit: "uas-kir", role: "specialist" as const, percentage: 50 },
    { id: "st", unit: "uas-kir", role: "st-doctor" as const },
  ],
};
const plan: Plan = {
  ...handMadePlan,
  supervision: [
    name("d1", "h1", "2026-09-01", "2028-03-01"),
    name("d1", "h1", "2026-09-01", "2026-12-01", "kirurgi"),
    name("d1", "h2", "2026-12-01", "2027-01-16", "kirurgi"),
    name("d2", "h2", "2027-01-16", "2027-06-01", "kirurgi"),
    name("d6", "h1", "2027-03-01", "2027-07-16", "kirurgi"),
  ],
};
const people = new Map([
  ["d1", "Åsa Öberg"],
  ["h1", "Ove Lind"],
]);
const report = (language: "sv" | "en" = "sv") =>
  createReport({ ...handMade(file, plan), people, language });

describe("supervision as text", () => {
  it("has each supervisor's doctors and load, and not those who may not supervise", () => {
    expect(writeSupervision(report())).toBe(
      [
        "Handledning",
        " Kirurgkliniken",
        "  Ove Lind  högst 1 av 3  Åsa Öberg sep–nov 2026 · d6 1 mar – 15 jul 2027",
        "  h2        högst 1 av 1  Åsa Öberg 1 dec 2026 – 15 jan 2027 · d2 16 jan – 31 maj 2027",
        " Hela blocket",
        "  Ove Lind  högst 1 av 4  Åsa Öberg sep 2026 – feb 2028",
        "",
      ].join("\n"),
    );
  });

  it("stands in the text of the plan", () => {
    expect(writeText(report("en"))).toContain("\nSupervision\n Kirurgkliniken\n");
    expect(writeText(createReport(handMade()))).not.toContain("Handledning");
  });

  it("tells who can take over and who stands without", () => {
    const loss = {
      supervisor: "h1",
      charges: [
        { ...name("d1", "", "2026-09-01", "2026-12-01", "kirurgi"), by: "h2" },
        { ...name("d6", "", "2027-03-01", "2027-07-16", "kirurgi"), by: undefined },
        { ...name("d1", "", "2026-09-01", "2028-03-01"), by: undefined },
      ],
      short: [{ from: day("2027-03-01"), to: day("2027-06-01"), load: 2.5, room: 1, doctors: [] }],
    };
    const text = writeSupervision(report(), {}, loss);
    expect(text.split("\n").slice(-6)).toEqual([
      "Utan Ove Lind",
      " ✓ Åsa Öberg (kirurgi) sep–nov 2026: h2 kan ta över.",
      " × d6 (kirurgi) 1 mar – 15 jul 2027: ingen har utrymme.",
      " × Åsa Öberg (hela blocket) sep 2026 – feb 2028: ingen har utrymme.",
      " ! mar–maj 2027: läkarna där tar 2,5 och utrymmet är 1.",
      "",
    ]);
    const nothing = { supervisor: "h2", charges: [], short: [] };
    expect(writeSupervision(report("en"), {}, nothing)).toContain("Without h2\n Nobody is hers");
  });

  it("says so where no supervisors are named", () => {
    expect(writeSupervision(createReport(handMade()))).toBe("Underlaget anger inga handledare.\n");
  });
});

describe("supervision for Excel", () => {
  const rows = (text: string) => text.trimEnd().split("\r\n");

  it("is one row a name", () => {
    const lines = rows(writeSupervisionCsv(report()));
    expect(lines).toHaveLength(1 + 5);
    expect(lines[0]).toBe(
      "\ufeffHandledare;Handledarens namn;Enhet;Ort;Läkare;Namn;Placering;Från;Till och med;Utrymme",
    );
    expect(lines[1]).toBe(
      "h1;Ove Lind;Kirurgkliniken;Akademiska;d1;Åsa Öberg;kirurgi;2026-09-01;2026-11-30;1",
    );
    expect(lines.at(-1)).toContain(";Hela blocket;2026-09-01;2028-02-29;1");
  });

  it("stands beside each placement in the doctors' file", () => {
    const [head, first] = rows(writeDoctorsCsv(report()));
    expect(head).toContain(";Veckor;Handledare;Anmärkning");
    expect(first).toContain(";h1, h2;");
  });
});
