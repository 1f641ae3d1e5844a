import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestSeats, type SeatStep, seatsOn } from "./seats.ts";

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
