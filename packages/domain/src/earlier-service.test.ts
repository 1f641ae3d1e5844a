import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import { lookup } from "./lookup.ts";
import { parseProblem } from "./parse-problem.ts";
import type { Problem } from "./problem.ts";
import type { ProblemFile } from "./problem-input.ts";
import { seatsOn } from "./seats.ts";
import { smallProblem } from "./testing/small-problem.ts";

type DoctorFile = ProblemFile["doctors"][number];

function readDoctor(
  doctor: Partial<DoctorFile>,
  changes: Partial<ProblemFile> = {},
): { problem: Problem; doctor: Doctor } {
  const own = { id: "lakare-1", region: "lanet", intake: "januari", ...doctor };
  const result = parseProblem(smallProblem({ ...changes, doctors: [own] }));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { problem: result.problem, doctor: result.problem.doctors[0] as Doctor };
}

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const owed = ({ problem, doctor }: ReturnType<typeof readDoctor>) =>
  lookup(problem)
    .owed(doctor)
    .requirements.map(({ id, length }) => [id, length.min, length.max]);

describe("earlier service", () => {
  it("leaves everything to do where there is none", () => {
    const { problem, doctor } = readDoctor({});
    expect(doctor.remaining).toBeUndefined();
    expect(lookup(problem).owed(doctor)).toBe(problem.programmes[0]);
  });

  it("makes a stay shorter, by its requirement or its section", () => {
    // Two of three months credited: one is left.
    const left = [
      ["medicin", { months: 1 }, { months: 1 }],
      ["kirurgi", { months: 3 }, { months: 3 }],
    ];
    const length = { months: 2 };
    expect(owed(readDoctor({ credit: [{ requirement: "medicin", length }] }))).toEqual(left);
    expect(owed(readDoctor({ credit: [{ section: "medicine", length }] }))).toEqual(left);
  });

  it("leaves a stay out that is long enough, with the wishes for it", () => {
    const read = readDoctor({
      credit: [{ requirement: "medicin", length: { months: 3 } }],
      wishes: [{ kind: "order", first: "medicin", then: "kirurgi", weight: 1 }],
    });
    expect(owed(read)).toEqual([["kirurgi", { months: 3 }, { months: 3 }]]);
    expect(read.doctor.wishes).toEqual([]);
  });

  it("counts weeks without dates as their share of a year", () => {
    // 4 weeks = 28 days, of 365 for 360 days of credit: 27. Of 90 days 63 are left.
    const [medicine] = owed(
      readDoctor({ credit: [{ requirement: "medicin", length: { weeks: 4 } }] }),
    );
    expect(medicine).toEqual(["medicin", { months: 2.1 }, { months: 2.1 }]);
  });

  it("goes on with a stay begun, at its unit and at once, from where the history ends", () => {
    const { doctor } = readDoctor({
      history: [{ requirement: "medicin", unit: "medicin", from: "2026-12-01", to: "2027-02-01" }],
    });
    expect(formatDay(doctor.start.earliest)).toBe("2027-02-01");
    expect(doctor.fixed).toEqual([
      { requirement: "medicin", unit: "medicin", from: day("2027-02-01"), to: undefined },
    ]);
    expect(doctor.remaining?.requirements[0]?.length.min).toEqual({ months: 1 });
    expect(formatDay(doctor.began ?? 0)).toBe("2026-12-01");
  });

  it("holds a seat inside the calendar, and a doctor that the unit wants", () => {
    const { problem } = readDoctor(
      {
        history: [
          { requirement: "medicin", unit: "medicin", from: "2026-11-01", to: "2027-02-01" },
        ],
      },
      {
        units: smallProblem().units.map((unit) => ({
          ...unit,
          seats: 2,
          staffing: 1,
          trackSeats: { AT: 1 },
        })),
      },
    );
    const [unit] = problem.units;
    const seats = (steps: Parameters<typeof seatsOn>[0] | undefined) =>
      ["2027-01-31", "2027-02-01"].map((text) => seatsOn(steps ?? [], day(text)));
    expect(seats(unit?.seats)).toEqual([1, 2]);
    expect(seats(unit?.trackSeats.AT)).toEqual([0, 1]);
    expect(unit?.staffing.map(({ doctors }) => doctors)).toEqual([0, 1]);
  });

  it("takes off what rules ask for, and leaves out what they no longer ask", () => {
    const { problem, doctor } = readDoctor(
      {
        history: [
          { requirement: "medicin", unit: "medicin", from: "2026-10-01", to: "2027-01-01" },
        ],
      },
      { rulePacks: ["at@2021-05"] },
    );
    const rule = (id: string) =>
      lookup(problem)
        .owed(doctor)
        .rules.find((each) => each.rule === id)?.params;
    expect(rule("total-length")).toEqual({ min: { months: 15 } });
    expect(rule("section-minima")).toEqual({
      pools: [
        { sections: ["surgery", "medicine"], min: { months: 6 } },
        { sections: ["surgery"], min: { months: 3 } },
        { sections: ["psychiatry"], min: { months: 3 } },
        { sections: ["primary-care"], min: { months: 6 } },
      ],
    });
  });

  it("takes no research off what the rules ask for", () => {
    // Six months in the block, of which three were research: of 18 months 15 are left, of 30 in all 24.
    const programmes: ProblemFile["programmes"] = [
      {
        id: "sex-manader",
        track: "AT",
        name: "Forskar-AT",
        requirements: [
          { id: "medicin", sections: ["medicine"], length: { months: 3 } },
          { id: "forskning", sections: ["research"], length: { months: 6 } },
        ],
        length: { months: 30 },
      },
    ];
    const units = [
      { id: "medicin", site: "lasarettet", name: "M", sections: ["medicine"], seats: 1 },
      { id: "forskning", site: "lasarettet", name: "F", sections: ["research"], seats: null },
    ];
    const { problem, doctor } = readDoctor(
      {
        history: [
          { requirement: "medicin", unit: "medicin", from: "2026-07-01", to: "2026-10-01" },
          { requirement: "forskning", unit: "forskning", from: "2026-10-01", to: "2027-01-01" },
        ],
      },
      { programmes, units, rulePacks: ["at@2021-05"] },
    );
    const left = lookup(problem).owed(doctor);
    expect(left.length?.min).toEqual({ months: 24 });
    expect(left.rules.find(({ rule }) => rule === "total-length")?.params).toEqual({
      min: { months: 15 },
    });
  });
});
