import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "./calendar.ts";
import { fewestSeats, type SeatStep, seatsOn } from "./problem.ts";
import { fixedDaysIn, skipFixed } from "./service.ts";

const steps: readonly SeatStep[] = [
  { from: 0, seats: 3 },
  { from: 10, seats: null },
  { from: 20, seats: 0 },
  { from: 30, seats: 2 },
];

describe("seats over time", () => {
  it("hold from their day until the next step", () => {
    expect([0, 9, 10, 19, 20, 30, 1000].map((day) => seatsOn(steps, day))).toEqual([
      3,
      3,
      null,
      null,
      0,
      2,
      2,
    ]);
    // The first step reaches back; the horizon begins no earlier.
    expect(seatsOn(steps, -5)).toBe(3);
  });

  it("are over a span as many as on its poorest day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (from, days) => {
          let fewest: number | null = null;
          for (let day = from; day < from + days; day++) {
            const seats = seatsOn(steps, day);
            if (seats !== null) fewest = Math.min(fewest ?? seats, seats);
          }
          expect(fewestSeats(steps, { from, to: from + days })).toBe(fewest);
        },
      ),
    );
  });
});

describe("fixed spans", () => {
  const spans: readonly Span[] = [
    { from: 5, to: 8 },
    { from: 8, to: 10 },
    { from: 20, to: 21 },
  ];

  it("are counted by the days they share with a span", () => {
    expect(fixedDaysIn(spans, 0, 30)).toBe(6);
    expect(fixedDaysIn(spans, 6, 9)).toBe(3);
    expect(fixedDaysIn(spans, 10, 20)).toBe(0);
  });

  it("are passed over to the first open day, one after another", () => {
    expect([4, 5, 7, 9, 10, 20, 25].map((day) => skipFixed(spans, day))).toEqual([
      4, 10, 10, 10, 10, 21, 25,
    ]);
  });
});
