import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "./calendar.ts";
import { datesOf } from "./doctor-dates.ts";
import { parseProblemText } from "./parse-problem.ts";
import type { Rotation } from "./plan.ts";
import { fixtureText } from "./testing/fixtures-folder.ts";

const problemOf = (name: string) => {
  const parsed = parseProblemText(fixtureText("tiny", name));
  if (!parsed.ok) throw new Error(`${name} is not a valid problem`);
  return parsed.problem;
};
const day = (text: string): number => parseDay(text) ?? 0;
/** Placements one after another, each to the day the next begins. */
const rotation = (doctor: string, from: string, ...stays: [string, string, string][]): Rotation => {
  let start = day(from);
  const placements = stays.map(([requirement, section, end]) => {
    const stay = { requirement, section, unit: requirement, from: start, to: day(end) };
    start = stay.to;
    return stay;
  });
  return { doctor, start: day(from), placements };
};

describe("dates of a rotation", () => {
  it("are two assessments a placement and the review in month twelve, short stays told of", () => {
    const { dates, faults } = datesOf(
      problemOf("assessments-and-review"),
      rotation(
        "bt-1",
        "2027-01-04",
        ["akut", "emergency-care", "2027-06-14"],
        ["psykiatri", "psychiatry", "2027-07-26"],
        ["primarvard", "primary-care", "2028-01-03"],
      ),
    );
    // 161 days of emergency care: the first half ends on day 80, Wednesday 24 March.
    expect(
      dates.map(({ kind, day: on, number }) => `${kind} ${number ?? ""} ${formatDay(on)}`),
    ).toEqual([
      "assessment 1 2027-03-24",
      "assessment 2 2027-06-11",
      "assessment 1 2027-07-02",
      "assessment 2 2027-07-23",
      "assessment 1 2027-10-13",
      "assessment 2 2027-12-31",
      "final-review  2027-12-31",
    ]);
    // Psychiatry is six weeks, and its assessments take eight.
    expect(faults).toMatchObject([{ fault: "too-short", weeks: 8 }]);
  });

  it("have no review where the block ends before its month", () => {
    const { faults } = datesOf(
      problemOf("assessments-and-review"),
      rotation("bt-1", "2027-01-04", ["akut", "emergency-care", "2027-12-04"]),
    );
    // Eleven months are served by 4 December: the twelfth never begins.
    expect(faults).toMatchObject([{ fault: "no-review", month: 12 }]);
  });

  it("are sit-ins three weeks into each section, the exam and its result", () => {
    const { dates } = datesOf(
      problemOf("exam-in-november"),
      rotation(
        "at-1",
        "2024-09-01",
        ["psykiatri", "psychiatry", "2024-12-01"],
        ["kirurgi", "surgery", "2025-04-16"],
        ["medicin", "medicine", "2025-09-01"],
        ["vc-torget", "primary-care", "2026-03-01"],
      ),
    );
    // Three weeks from 1 September 2024 are a Sunday, the last workday before it Friday the 20th.
    expect(dates.map(({ kind, day: on }) => `${kind} ${formatDay(on)}`)).toEqual([
      "sit-in 2024-09-20",
      "sit-in 2024-12-20",
      "sit-in 2025-05-07",
      "sit-in 2025-09-22",
      "exam 2025-11-21",
      "exam-result 2025-12-12",
    ]);
  });
});
