import { describe, expect, it } from "vitest";
import { parseDay } from "./calendar.ts";
import { parseProblem } from "./parse-problem.ts";
import type { ProblemFile } from "./problem-input.ts";
import {
  changesAmong,
  isPresent,
  loadAt,
  roomOn,
  supervisionFigures,
  supervisorsByUnit,
} from "./supervision.ts";
import { smallProblem } from "./testing/small-problem.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const specialist = { id: "h1", unit: "medicin", role: "specialist" } as const;

function parsed(supervisors: ProblemFile["supervisors"], more: Partial<ProblemFile> = {}) {
  const result = parseProblem(smallProblem({ supervisors, ...more }));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.problem;
}

const issuesOf = (supervisors: object[]): string[] => {
  const result = parseProblem({ ...smallProblem(), supervisors });
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
};

describe("supervisors of a problem file", () => {
  it("are at units there are, once each, in spans that are the right way round", () => {
    expect(
      issuesOf([
        { ...specialist, unit: "medecin" },
        { ...specialist, from: "2027-03-01", to: "2027-02-01" },
        { ...specialist, id: "h2", leave: [{ from: "2027-03-05", to: "2027-03-05" }] },
      ]),
    ).toEqual([
      "unknown-reference supervisors.0.unit",
      "duplicate-id supervisors.1.id",
      "span-reversed supervisors.1",
      "span-reversed supervisors.2.leave.0",
    ]);
  });

  it("have slots in tenths", () => {
    expect(issuesOf([{ ...specialist, slots: 1.5 }])).toEqual([]);
    expect(issuesOf([{ ...specialist, slots: 1.55 }])).toEqual(["bad-value supervisors.0.slots"]);
  });
});

describe("who may supervise", () => {
  it("is a specialist, or an ST doctor with the course; the unit counts as naming them all the same", () => {
    const problem = parsed([
      specialist,
      { id: "st1", unit: "medicin", role: "st-doctor" },
      { id: "st2", unit: "medicin", role: "st-doctor", course: true },
      { id: "st3", unit: "kirurgi", role: "st-doctor" },
    ]);
    const ids = [...supervisorsByUnit(problem)].map(([unit, own]) => [unit, own.map((h) => h.id)]);
    expect(ids).toEqual([
      ["medicin", ["h1", "st2"]],
      ["kirurgi", []],
    ]);
  });

  it("is there from her first day to the day before her last, and not on leave", () => {
    const { supervisors } = parsed([
      {
        ...specialist,
        from: "2027-02-01",
        to: "2027-06-01",
        // Two spans that touch are one.
        leave: [
          { from: "2027-03-10", to: "2027-03-20" },
          { from: "2027-03-01", to: "2027-03-10" },
        ],
      },
    ]);
    const [her] = supervisors;
    const there = (text: string) => her !== undefined && isPresent(her, day(text));
    expect(["2027-01-31", "2027-03-01", "2027-03-19", "2027-06-01"].map(there)).toEqual(
      new Array(4).fill(false),
    );
    expect(["2027-02-01", "2027-02-28", "2027-03-20", "2027-05-31"].map(there)).toEqual(
      new Array(4).fill(true),
    );
    expect(changesAmong(supervisors)).toEqual(
      ["2027-02-01", "2027-03-01", "2027-03-20", "2027-06-01"].map(day),
    );
  });
});

describe("how much supervision there is", () => {
  it("is one slot each, three with gaffel, or what is entered", () => {
    const { supervisors, ...problem } = parsed([
      specialist,
      { ...specialist, id: "h2", form: "gaffel" },
      { ...specialist, id: "h3", form: "gaffel", slots: 1.5 },
    ]);
    const figures = supervisionFigures({ ...problem, supervisors });
    expect(supervisors.map((each) => roomOn([each], 0, figures))).toEqual([1000, 3000, 1500]);
  });

  it("is taken by what a doctor of the track takes, less what other professions give", () => {
    const [unit] = smallProblem().units;
    const units = unit === undefined ? [] : [{ ...unit, interprofessional: 20 }];
    const problem = parsed([specialist], { units: [...units, ...smallProblem().units.slice(1)] });
    const figures = supervisionFigures(problem);
    const own = problem.units.find(({ id }) => id === unit?.id);
    if (own === undefined) throw new Error("no unit");
    expect([loadAt(own, "AT", figures), loadAt(own, "BT", figures)]).toEqual([800, 1200]);
  });

  it("is not counted where the rule is off, nor in a problem without supervisors", () => {
    const rules = [{ rule: "supervision-capacity", mode: "off" as const }];
    expect(supervisionFigures(parsed([specialist], { rules }))).toBeUndefined();
    expect(parsed([]).unitRules.map(({ rule }) => rule)).not.toContain("supervision-capacity");
  });
});
