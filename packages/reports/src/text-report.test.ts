import { type Plan, type PlanDocument, parseDay, type VerifiedPlan } from "@placera/domain";
import { describe, expect, expectTypeOf, it } from "vitest";
import { createReport, type ReportParts } from "./report.ts";
import { handMade, handMadeFile } from "./testing/hand-made.ts";
import { writeText } from "./text-report.ts";

const people = new Map([
  ["d1", "Åsa Öberg"],
  ["d2", "Örjan Ek"],
  ["d7", "Märta Lind"],
]);

describe("the text report", () => {
  it("is a page a study director can read", () => {
    const report = createReport({ ...handMade(), people });
    expect(writeText(report, { width: 100 })).toMatchSnapshot();
  });

  it("says the same in English", () => {
    const report = createReport({ ...handMade(), people, language: "en" });
    expect(writeText(report, { width: 100 })).toMatchSnapshot();
  });

  it.each([80, 100, 120, 160])("fits in %i columns", (width) => {
    const lines = writeText(createReport({ ...handMade(), people }), { width }).split("\n");
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(width);
  });

  it("shows the same number of each intake, and whoever has no plan", () => {
    const text = writeText(createReport(handMade()), { mostDoctors: 3 });
    const shown = [...text.matchAll(/^ (d\d) /gm)].map(([, doctor]) => doctor);
    expect(shown).toEqual(["d1", "d5", "d7"]);
    expect(text.match(/… och \d läkare till\./g)).toEqual([
      "… och 3 läkare till.",
      "… och 1 läkare till.",
    ]);
  });

  it("colours without moving a character", () => {
    const report = createReport(handMade());
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");
    expect(writeText(report, { colour: true }).replace(escapes, "")).toBe(writeText(report));
  });

  it("lets no name move the cursor", () => {
    const evil = new Map([["d1", "Eva\u001b[2J\nEk\u202e"]]);
    const text = writeText(createReport({ ...handMade(), people: evil }));
    expect(text).toContain("Eva [2J Ek");
    expect(text).not.toContain("\u001b");
  });

  it("prints every law that was set aside", () => {
    const reason = "Dispens från Socialstyrelsen 2026-03-01";
    const file = {
      ...handMadeFile,
      rules: [{ rule: "total-length", mode: "off" as const, override: { reason } }],
    };
    const text = writeText(createReport(handMade(file)));
    expect(text).toContain(`! LAG SATT UR SPEL: Minsta längd (AT 18 månader). Skäl: ${reason}`);
  });

  it("prints the laws that no rule pack brings in, in one line", () => {
    const text = writeText(createReport(handMade({ ...handMadeFile, rulePacks: [] })), {
      width: 300,
    });
    expect(text).toContain(
      "! LAG SATT UR SPEL: Minsta längd · Minsta tid per avsnitt · Sammanhängande block · Start efter examen (AT 18 månader). Skäl: inget regelpaket för AT gäller / no rule pack for AT is in force\n",
    );
  });

  it.each([
    [
      "sv",
      ["start-after-degree", "section-order"],
      "ingen rotation följer reglerna, se skäl 1",
      "Ingen rotation för läkaren följer de här reglerna tillsammans, ens om alla platser vore lediga: Start efter examen · Avsnittens ordning.",
    ],
    [
      "en",
      ["start-after-degree", "section-order"],
      "no rotation obeys the rules, see reason 1",
      "No rotation of the doctor obeys these rules together, even if every seat were free: Start after the degree · Order of sections.",
    ],
    [
      "en",
      ["at-most-four-places"],
      "no rotation obeys the rules, see reason 1",
      "No rotation of the doctor obeys this rule, even if every seat were free: Number of places of service.",
    ],
  ] as const)("names in %s the rules that clash: %j", (language, rules, inGrid, below) => {
    const { document, ...rest } = handMade();
    const reason = { kind: "rules-clash" as const, rules: [...rules] };
    const unplaced = document.unplaced.map(({ doctor }) => ({ doctor, reason }));
    const report = createReport({ ...rest, document: { ...document, unplaced }, language });
    const text = writeText(report, { width: 160 });
    expect(text).toContain(`× ${inGrid}`);
    expect(text).toContain(` 1. ${below}`);
    expect(text).not.toMatch(/saknar plats|no seat/);
  });

  it("shows a problem without doctors", () => {
    const { document, ...rest } = handMade({ ...handMadeFile, doctors: [] }, { rotations: [] });
    const certificate = { ...document.certificate, status: "optimal" as const };
    const text = writeText(createReport({ ...rest, document: { ...document, certificate } }));
    expect(text).toContain("Underlaget har inga läkare");
  });

  it("says where somebody is wanted, and when, where a preference concerns nobody", () => {
    const parts = handMade();
    const [finding] = parts.verified.findings;
    const unit = parts.problem.units.find(({ id }) => id === "uas-kir");
    if (finding === undefined || unit === undefined) throw new Error("no finding, or no unit");
    const [from, to] = [parseDay("2027-01-01") ?? 0, parseDay("2027-03-01") ?? 0];
    const lacking = { ...finding, rule: "overlap-of-doctors" as const, doctors: [], from, to };
    const findings = [{ ...lacking, unit: unit.id }];
    const text = writeText(createReport({ ...parts, verified: { ...parts.verified, findings } }));
    expect(text).toContain("Överlappning  Kirurgkliniken jan–feb 2027");
  });

  it("refuses a plan file of another plan", () => {
    const parts = handMade();
    const certificate = { ...parts.document.certificate, planHash: "sha256-0" };
    expect(() => createReport({ ...parts, document: { ...parts.document, certificate } })).toThrow(
      "not of the verified plan",
    );
  });

  it("refuses a plan that nobody verified", () => {
    expectTypeOf<ReportParts["verified"]>().toEqualTypeOf<VerifiedPlan>();
    expectTypeOf<Plan>().not.toExtend<ReportParts["verified"]>();
    expectTypeOf<PlanDocument>().not.toExtend<ReportParts["verified"]>();
    const { plan, unplaced, findings, score, wishes } = handMade().verified;
    const copy = { plan, unplaced, findings, score, wishes };
    // @ts-expect-error Only the verifier makes a verified plan; a copy of its parts is none.
    expect(createReport({ ...handMade(), verified: copy })).toBeDefined();
  });
});
