/** Seats counted before any line is built: what is short is short for every line. */
import { parseProblem } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { priceAll } from "./bound.ts";
import { limitsOf } from "./limits.ts";
import { countSeats } from "./seat-count.ts";

function countsOf(
  [folder, name]: Parameters<typeof fixtureText>,
  change: (file: ProblemText) => void = () => {},
) {
  const file = JSON.parse(fixtureText(folder, name)) as ProblemText;
  change(file);
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return countSeats(parsed.problem, limitsOf(parsed.problem));
}

interface ProblemText {
  readonly units: { seats: unknown }[];
  readonly programmes: { length?: unknown }[];
  readonly doctors: {
    id: string;
    start: { earliest?: string; latest: string };
    employment?: unknown;
    fixed?: unknown;
  }[];
  readonly calendar: { to: string };
  rules?: unknown;
}

describe("a count of seats", () => {
  it("finds three doctors for two quarters of one seat", () => {
    // Six months, three each: whoever is there in March or in June is everyone. One seat in each.
    const [count] = countsOf(["infeasible", "psychiatry-one-seat-short"]);
    expect(count).toMatchObject({ doctors: [0, 1, 2], seats: 2 });
    expect(count?.rows).toHaveLength(2);
  });

  it("finds nothing where there is one seat more in one of them", () => {
    const seats = [
      { from: "2027-01-01", seats: 2 },
      { from: "2027-04-01", seats: 1 },
    ];
    const counts = countsOf(["infeasible", "psychiatry-one-seat-short"], ({ units }) => {
      for (const unit of units) unit.seats = seats;
    });
    expect(counts).toEqual([]);
  });

  it("counts those alone who must be there in a part of the time", () => {
    // Nine seats from April, but all three begin in January and are through by then.
    const counts = countsOf(
      ["infeasible", "psychiatry-one-seat-short"],
      ({ units, programmes, doctors }) => {
        for (const unit of units)
          unit.seats = [
            { from: "2027-01-01", seats: 1 },
            { from: "2027-04-01", seats: 9 },
          ];
        for (const programme of programmes) programme.length = { months: 3 };
        for (const doctor of doctors) doctor.start.latest = "2027-01-01";
      },
    );
    expect(counts).toHaveLength(1);
    expect(counts[0]).toMatchObject({ doctors: [0, 1, 2], seats: 1 });
  });

  it("counts those who begin later apart from those before them", () => {
    // The first is through by July, when the three others begin, two quarters with one seat each.
    const counts = countsOf(["infeasible", "psychiatry-one-seat-short"], (file) => {
      file.calendar.to = "2028-01-01";
      for (const unit of file.units)
        unit.seats = [
          { from: "2027-01-01", seats: 9 },
          { from: "2027-07-01", seats: 1 },
        ];
      const [first, second, third] = file.doctors;
      if (first === undefined || second === undefined || third === undefined) throw new Error("3");
      second.start = { earliest: "2027-07-01", latest: "2027-07-01" };
      third.start = second.start;
      file.doctors.push({ ...third, id: "at-4" });
    });
    expect(counts).toHaveLength(1);
    expect(counts[0]).toMatchObject({ doctors: [1, 2, 3], seats: 2 });
  });

  it("gives nobody less time than her own rules do", () => {
    // In ST since July 2025 the first must be through by July; the two others have until December.
    const counts = countsOf(["tiny", "integrated-in-time"], (file) => {
      file.calendar.to = "2027-12-01";
      file.rules = [{ rule: "integrated-bt-within-two-years", mode: "must" }];
      const [first, second] = file.doctors;
      if (first === undefined || second === undefined) throw new Error("two doctors");
      first.employment = { form: "integrated", stStart: "2025-07-01" };
      second.start.latest = "2027-06-01";
      first.start.latest = "2027-06-01";
      delete second.fixed;
      file.doctors.push({ ...second, id: "bt-3" });
    });
    expect(counts).toEqual([]);
  });

  it("counts a problem once, however often it is asked", () => {
    const { problem, limits } = takeApart(1);
    expect(countSeats(problem, limits)).toBe(countSeats(problem, limits));
  });

  it("counts only doctors every line of whom takes one of the seats", { timeout: 240_000 }, () => {
    let found = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { problem, limits, profiles, state } = takeApart(seed);
        for (const { rows, doctors, seats } of countSeats(problem, limits)) {
          found++;
          expect(seats).toBe(rows.reduce((sum, row) => sum + (limits.capacity[row] ?? 0), 0));
          expect(doctors.length).toBeGreaterThan(seats);
          const prices = new Float64Array(limits.rows);
          for (const row of rows) prices[row] = 1;
          const weights = new Array<number>(state.tiers).fill(0);
          const { costs } = priceAll(state, { rows: prices, weights, held: 0 });
          for (const doctor of doctors) {
            const at = profiles.findIndex((profile) => profile.doctors.includes(doctor));
            expect(costs[at]).toBeGreaterThanOrEqual(1);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(20);
  });
});
