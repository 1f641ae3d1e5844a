import { createCalendar, type Grid, parseDay } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { textsIn } from "../texts/index.ts";
import { createAxis } from "./axis.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const axis = (grid: Grid, from: string, to: string, room: number) =>
  createAxis(
    createCalendar(day(from), day(to), grid, 0),
    [day(from), day(to)],
    { room },
    textsIn("sv"),
  );

describe("the time axis", () => {
  it("names months where they have room", () => {
    expect(axis("month", "2026-11-01", "2027-03-01", 20).rulers).toEqual([
      "2026      2027      ",
      "nov  dec  jan  feb  ",
    ]);
  });

  it("shortens months to a letter", () => {
    expect(axis("month", "2026-11-01", "2027-03-01", 11).rulers).toEqual(["    2027", "N D J F "]);
  });

  it("counts a long plan in quarters", () => {
    expect(axis("month", "2026-09-01", "2029-09-01", 52).rulers).toEqual([
      "2026  2027        2028        2029     ",
      "3  4  1  2  3  4  1  2  3  4  1  2  3  ",
    ]);
  });

  it("numbers the weeks of a plan made in weeks", () => {
    expect(axis("week", "2026-08-31", "2027-01-25", 25).rulers).toEqual([
      "2026                 ",
      "sep okt  nov dec  jan",
      "v36 v40 v44 v48 v52  ",
    ]);
  });

  it("puts the 16th in the middle of every month", () => {
    const { at } = axis("half-month", "2026-01-01", "2027-01-01", 24);
    expect(at(day("2026-02-16"))).toBe(3);
    expect(at(day("2026-03-16"))).toBe(5);
    expect(at(day("2027-01-01"))).toBe(24);
  });

  it("draws something however little room there is", () => {
    expect(axis("week", "2026-08-31", "2046-08-27", 10).width).toBeGreaterThan(0);
  });
});
