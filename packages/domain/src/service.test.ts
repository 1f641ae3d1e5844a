import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addHalfMonths, creditNeeded, parseDay, type Span } from "./calendar.ts";
import {
  blockService,
  fixedDaysIn,
  partsOfDay,
  percentagesIn,
  placementService,
  skipFixed,
} from "./service.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const september = day("2026-09-01");
const working = (...percentages: { from: number; percentage: number }[]) => ({
  percentages,
  absences: [],
});
const noSpans = { fixedSpans: [] };
const months = { months: 1 };

/** From 1 September for so many months, in days of full time. */
const service = (doctor: ReturnType<typeof working>, count: number): number =>
  placementService(
    noSpans,
    doctor,
    { from: september, to: addHalfMonths(september, 2 * count) },
    months,
  ) / partsOfDay(doctor);

describe("part-time service", () => {
  it("counts in proportion: three months take four at 75 %, eighteen take thirty-six at half time", () => {
    const most = working({ from: september, percentage: 75 });
    expect(service(most, 4)).toBe(creditNeeded({ months: 3 }));
    expect(service(most, 3.5)).toBeLessThan(creditNeeded({ months: 3 }));
    const half = working({ from: september, percentage: 50 });
    expect(service(half, 36)).toBe(creditNeeded({ months: 18 }));
    expect(service(half, 35.5)).toBeLessThan(creditNeeded({ months: 18 }));
  });

  it("counts piece by piece where working time changes, full time before the first step", () => {
    // September at full time, October and November at half: 30 + 15 + 15 days.
    const doctor = working({ from: day("2026-10-01"), percentage: 50 });
    expect(service(doctor, 3)).toBe(60);
    // From December at full time again.
    const back = working(
      { from: day("2026-10-01"), percentage: 50 },
      { from: day("2026-12-01"), percentage: 100 },
    );
    expect(service(back, 4)).toBe(90);
    expect(percentagesIn(back, { from: day("2026-10-16"), to: day("2026-12-16") })).toEqual([
      { from: day("2026-10-16"), percentage: 50 },
      { from: day("2026-12-01"), percentage: 100 },
    ]);
  });

  it("takes fixed days and absences off at the same share", () => {
    const half = working({ from: september, percentage: 50 });
    const teaching = { fixedSpans: [{ from: september, to: september + 10 }] } as never;
    const span = { from: september, to: day("2026-11-01") };
    // 60 − 10 days at half time are 25.
    expect(placementService(teaching, half, span, months) / partsOfDay(half)).toBe(25);
    const away = {
      ...half,
      absences: [{ from: day("2026-10-01"), to: day("2026-11-01"), across: false }],
    };
    expect(blockService(away, span, months) / partsOfDay(half)).toBe(15);
  });

  it("leaves out what an absence in it misses, fixed days in the absence only once", () => {
    const span = { from: september, to: day("2027-01-01") };
    const away = { from: day("2026-10-01"), to: day("2026-12-01"), across: true };
    const doctor = { percentages: [], absences: [away] };
    expect(placementService(noSpans, doctor, span, months)).toBe(60);
    // Ten days of teaching in the absence, ten more in December.
    const [first, second] = [day("2026-10-10"), day("2026-12-10")];
    const fixedSpans = [first, second].map((from) => ({ from, to: from + 10 })) as never;
    expect(placementService({ fixedSpans }, doctor, span, months)).toBe(50);
  });

  it("is a whole number of parts of a day, whatever the shares", () => {
    const share = fc.integer({ min: 1, max: 200 }).map((halves) => halves / 2);
    fc.assert(
      fc.property(share, share, fc.nat(400), fc.nat(400), (first, second, turn, length) => {
        const doctor = working(
          { from: september - 100, percentage: first },
          { from: september + turn, percentage: second },
        );
        const span = { from: september, to: september + length };
        for (const measure of [months, { weeks: 1 }]) {
          expect(placementService(noSpans, doctor, span, measure) % 1).toBe(0);
        }
        expect(partsOfDay(doctor)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it("is a day's service a day at full time, in no parts", () => {
    expect(partsOfDay(working())).toBe(1);
    expect(partsOfDay(working({ from: 0, percentage: 75 }))).toBe(4);
    expect(partsOfDay(working({ from: 0, percentage: 87.5 }))).toBe(8);
    expect(partsOfDay(working({ from: 0, percentage: 80 }))).toBe(5);
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
