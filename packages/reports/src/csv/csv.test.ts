import { planHash } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReport } from "../report.ts";
import { handMade } from "../testing/hand-made.ts";
import { writeCsv } from "./csv.ts";
import { writeDoctorsCsv } from "./doctors-csv.ts";
import { writeOccupancyCsv } from "./occupancy-csv.ts";
import { writeUnitsCsv } from "./units-csv.ts";

const one = (cell: string | number, language: "sv" | "en" = "sv") =>
  writeCsv([{ header: "h", cell: () => cell }], [0], language);
const people = new Map([["d1", "Åsa Öberg"]]);
const rows = (text: string) => text.trimEnd().split("\r\n");

describe("CSV for a Swedish Excel", () => {
  it("begins with a byte order mark and ends lines as Windows does", () => {
    expect(one("å")).toBe("\ufeffh\r\nå\r\n");
  });

  it.each(["=1+1", "+46 18", "-5", "@SUM(A1)", "＝1"])("makes no formula of %s", (cell) => {
    expect(rows(one(cell))[1]).toBe(`'${cell}`);
  });

  it("quotes what would break a row", () => {
    expect(rows(one('a;b "c"'))[1]).toBe('"a;b ""c"""');
    expect(rows(one("a\r\nb"))).toHaveLength(2);
  });

  it("writes decimals with a comma in Swedish", () => {
    expect(rows(one(4.5))[1]).toBe("4,5");
    expect(rows(one(4.5, "en"))[1]).toBe("4.5");
  });

  it("gives each row one line and no formula, whatever a name holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (cell) => {
        const lines = rows(one(cell));
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines[1] ?? "").not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });
});

describe("the doctors' file", () => {
  it("has a row for each placement, last days included, names where known", () => {
    const lines = rows(writeDoctorsCsv(createReport({ ...handMade(), people })));
    expect(lines[0]).toBe(
      "\ufeffLäkare;Namn;Program;Intag;Placering;Enhet;Ort;Avsnitt;Från;Till och med;Månader;Veckor;Anmärkning",
    );
    expect(lines[1]).toBe(
      "d1;Åsa Öberg;AT 18 månader;ht-2026;kirurgi;Kirurgkliniken;Akademiska;opererande specialiteter;2026-09-01;2027-01-15;4,5;19,6;",
    );
    // Six rotations of four placements, the headers, and the doctor without a plan.
    expect(lines).toHaveLength(1 + 24 + 1);
    expect(lines.at(-1)).toBe("d7;;AT 18 månader;vt-2027;;;;;;;;;ingen plan");
  });

  it("says how much part-time doctors work, step by step where it changes", () => {
    const parts = handMade();
    const steps = (from: number) => [
      { from, percentage: 75 },
      { from: from + 30, percentage: 87.5 },
    ];
    const rotations = parts.verified.plan.rotations.map((rotation, at) => ({
      ...rotation,
      placements: rotation.placements.map((placement, p) =>
        at > 0 || p > 1
          ? placement
          : { ...placement, percentages: steps(placement.from).slice(0, p + 1) },
      ),
    }));
    const verified = { ...parts.verified, plan: { rotations } };
    const certificate = { ...parts.document.certificate, planHash: planHash(verified.plan) };
    const document = { ...parts.document, certificate };
    const [header, ...lines] = rows(
      writeDoctorsCsv(createReport({ ...parts, verified, document })),
    );
    const column = header?.split(";").indexOf("Procent") ?? -1;
    const cells = lines.map((line) => line.split(";")[column]);
    expect(cells.slice(0, 3)).toEqual(["75", "2027-01-16: 75, 2027-02-15: 87.5", "100"]);
  });

  it("has no column for names when nobody is named", () => {
    expect(rows(writeDoctorsCsv(createReport(handMade())))[0]).not.toContain("Namn");
  });
});

describe("the units' file", () => {
  it("tells from where doctors come and where they go", () => {
    const lines = rows(writeUnitsCsv(createReport({ ...handMade(), language: "en" })));
    expect(lines[1]).toBe(
      "Kirurgkliniken;Akademiska;d1;AT 18 månader;ht-2026;surgical specialties;2026-09-01;2027-01-15;4.5;19.6;begins here;Medicinkliniken",
    );
  });
});

describe("the occupancy file", () => {
  it("counts seats and free seats in every period of every unit", () => {
    const lines = rows(writeOccupancyCsv(createReport(handMade())));
    expect(lines[0]).toBe("\ufeffEnhet;Ort;Från;Till och med;Upptagna;Varav AT;Platser;Lediga");
    expect(lines[1]).toBe("Kirurgkliniken;Akademiska;2026-09-01;2026-09-15;1;1;3;2");
    // Eight units, 24 months of two halves.
    expect(lines).toHaveLength(1 + 8 * 48);
  });
});
