import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addDuration,
  addHalfMonths,
  boundaryAt,
  createCalendar,
  creditDays,
  creditNeeded,
  type Day,
  dayInWords,
  durationFitsGrid,
  formatDay,
  formatWeek,
  GRIDS,
  monthOf,
  onGrid,
  parseDay,
  serviceIn,
} from "./calendar.ts";

const day = (text: string): Day => {
  const found = parseDay(text);
  if (found === undefined) throw new Error(text);
  return found;
};
const date = (at: Day): DateTime => DateTime.fromMillis(at * 86_400_000, { zone: "utc" });
/** 1990–2089: leap years, and none in 2100's stead. */
const anyDay = fc.integer({ min: day("1990-01-01"), max: day("2089-12-31") });

describe("days", () => {
  it("are counted from 1970", () => {
    expect(day("1970-01-01")).toBe(0);
    expect(day("1970-02-01")).toBe(31);
    expect(day("1969-12-31")).toBe(-1);
  });

  it("refuses what is no day, or not written so", () => {
    for (const text of [
      "2027-02-29",
      "2027-13-01",
      "2027-00-10",
      "2027-1-1",
      "27-01-01",
      "2027-01-01T00:00",
      " 2027-01-01",
      "2027-W08-1",
      "",
    ]) {
      expect(parseDay(text), text).toBeUndefined();
    }
    expect(parseDay("2028-02-29")).toBe(day("2028-02-28") + 1);
  });

  it("reads back what it writes, and agrees with luxon", () => {
    fc.assert(
      fc.property(anyDay, (at) => {
        expect(parseDay(formatDay(at))).toBe(at);
        expect(formatDay(at)).toBe(date(at).toISODate());
        expect(monthOf(at)).toEqual({ year: date(at).year, month: date(at).month });
      }),
    );
  });

  it("names ISO weeks, also across New Year", () => {
    expect(formatWeek(day("2027-02-22"))).toBe("2027-W08");
    expect(formatWeek(day("2027-01-01"))).toBe("2026-W53");
    expect(formatWeek(day("2024-12-30"))).toBe("2025-W01");
  });

  it("says a day in words", () => {
    expect(dayInWords(day("2026-09-01"), "sv")).toBe("1 september 2026");
    expect(dayInWords(day("2026-05-01"), "sv")).toBe("1 maj 2026");
    expect(dayInWords(day("2026-05-01"), "en")).toBe("1 May 2026");
  });
});

describe("months counted by date (lag 1930:173)", () => {
  it("makes 1 September 2025 to 1 March 2027 eighteen months (D1)", () => {
    const credit = creditDays(day("2025-09-01"), day("2027-03-01"));
    expect(credit).toBe(creditNeeded({ months: 18 }));
    expect(creditDays(day("2025-09-01"), day("2027-02-28"))).toBeLessThan(540);
  });

  it("makes thirteen weeks from 1 July a day short of three months (D5)", () => {
    const from = day("2025-07-01");
    expect(from + 91).toBe(day("2025-09-30"));
    // Five halves to 16 September are 75, and the fourteen days to the 30th are all that is left over.
    expect(creditDays(from, from + 91)).toBe(89);
    expect(creditDays(from, from + 92)).toBe(90);
    expect(day("2025-10-01") - from).toBe(92);
    // From 1 February the same thirteen weeks are more than three months.
    expect(creditDays(day("2027-02-01"), day("2027-05-03"))).toBeGreaterThanOrEqual(90);
  });

  it("counts from 13 June to 13 July as a month, as from 1 February to 1 March", () => {
    expect(creditDays(day("2027-06-13"), day("2027-07-13"))).toBe(30);
    expect(creditDays(day("2027-02-01"), day("2027-03-01"))).toBe(30);
    expect(creditDays(day("2027-06-13"), day("2027-07-12"))).toBe(29);
  });

  it("ends a month from the 31st on the last of a shorter month", () => {
    expect(formatDay(addHalfMonths(day("2026-08-31"), 12))).toBe("2027-02-28");
    expect(formatDay(addHalfMonths(day("2027-08-31"), 12))).toBe("2028-02-29");
    expect(formatDay(addHalfMonths(day("2027-01-31"), 2))).toBe("2027-02-28");
  });

  it("alternates between the 1st and the 16th in halves", () => {
    const from = day("2027-01-01");
    const days = Array.from({ length: 25 }, (_, halves) => date(addHalfMonths(from, halves)).day);
    expect(days).toEqual(days.map((_, halves) => (halves % 2 === 0 ? 1 : 16)));
  });

  it("puts two halves together to a month on every day that every month has", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, halves) => {
        fc.pre(date(from).day <= 28);
        const whole = date(from).plus({ months: halves }).toISODate();
        expect(formatDay(addHalfMonths(from, 2 * halves))).toBe(whole);
        const next = addHalfMonths(addHalfMonths(from, halves), 1);
        const atMonthEnd = date(addHalfMonths(from, halves)).day > 28 || date(from).day > 13;
        if (!atMonthEnd) expect(next).toBe(addHalfMonths(from, halves + 1));
      }),
    );
  });

  it("never goes back when a half is added", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (from, halves) => {
        expect(addHalfMonths(from, halves + 1)).toBeGreaterThan(addHalfMonths(from, halves));
      }),
    );
  });
});

describe("credit", () => {
  it("holds n halves exactly when it is at least fifteen for each", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 900 }), fc.nat(60), (from, length, halves) => {
        const holds = addHalfMonths(from, halves) <= from + length;
        expect(creditDays(from, from + length) >= 15 * halves).toBe(holds);
      }),
    );
  });

  it("never falls when the span grows at its end", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1500 }), (from, length) => {
        expect(creditDays(from, from + length + 1)).toBeGreaterThanOrEqual(
          creditDays(from, from + length),
        );
      }),
    );
  });

  it("is nothing for an empty or reversed span", () => {
    expect(creditDays(100, 100)).toBe(0);
    expect(creditDays(100, 50)).toBe(0);
  });

  it("is remembered by span, also for spans of centuries", () => {
    // 2¹⁶ days more once looked like the next day's short span.
    const from = day("2027-01-01");
    expect(creditDays(from, from + 65_536 + 90)).toBeGreaterThan(60_000);
    expect(creditDays(from + 1, from + 1 + 90)).toBeLessThanOrEqual(90);
  });

  it("measures weeks in days and months in credit", () => {
    const from = day("2025-07-01");
    expect(serviceIn(from, from + 91, { weeks: 13 })).toBe(creditNeeded({ weeks: 13 }));
    expect(serviceIn(from, from + 91, { months: 3 })).toBe(89);
    expect(creditNeeded({ months: 4.5 })).toBe(135);
    expect(formatDay(addDuration(from, { weeks: 13 }))).toBe("2025-09-30");
    expect(formatDay(addDuration(from, { months: 2.5 }))).toBe("2025-09-16");
  });
});

describe("the grid", () => {
  const starts = { week: "2027-01-04", "half-month": "2027-01-16", month: "2027-01-01" } as const;
  const ends = { week: "2029-01-01", "half-month": "2029-01-01", month: "2029-01-01" } as const;

  it.each(GRIDS)("cuts two years into ever later %s boundaries, all on the grid", (grid) => {
    const calendar = createCalendar(day(starts[grid]), day(ends[grid]), grid, 0);
    expect(calendar.periods).toBe({ week: 104, "half-month": 47, month: 24 }[grid]);
    expect(calendar.boundaries.at(0)).toBe(day(starts[grid]));
    expect(calendar.boundaries.at(-1)).toBe(day(ends[grid]));
    calendar.boundaries.forEach((at, index) => {
      expect(onGrid(at, grid)).toBe(true);
      expect(boundaryAt(calendar, at)).toBe(index);
      if (index > 0) expect(at).toBeGreaterThan(calendar.boundaries[index - 1] ?? at);
    });
  });

  it.each(GRIDS)("knows a boundary from any other day (%s)", (grid) => {
    const calendar = createCalendar(day(starts[grid]), day(ends[grid]), grid, 0);
    fc.assert(
      fc.property(fc.integer({ min: calendar.from - 40, max: calendar.to + 40 }), (at) => {
        const index = calendar.boundaries.indexOf(at);
        expect(boundaryAt(calendar, at)).toBe(index < 0 ? undefined : index);
        const inside = at >= calendar.from && at <= calendar.to;
        expect(inside && onGrid(at, grid)).toBe(index >= 0);
      }),
    );
  });

  it("holds lengths that are whole numbers of its periods", () => {
    expect(durationFitsGrid({ months: 4.5 }, "half-month")).toBe(true);
    expect(durationFitsGrid({ months: 4.5 }, "month")).toBe(false);
    expect(durationFitsGrid({ months: 4 }, "month")).toBe(true);
    expect(durationFitsGrid({ weeks: 17 }, "half-month")).toBe(false);
    expect(durationFitsGrid({ weeks: 17 }, "week")).toBe(true);
    // By D5, with the calendar's stated tolerance.
    expect(durationFitsGrid({ months: 4.5 }, "week")).toBe(true);
  });
});
