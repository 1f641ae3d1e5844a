import { type Duration, fixedDaysIn, serviceIn } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockOutlasts, placementOutlasts } from "./service.ts";
import { tinyProblem } from "./testing/tiny-problem.ts";

const { calendar, programmes, doctors } = tinyProblem({
  calendar: { grid: "half-month" },
  rulePacks: ["at@2021-05"],
});
const [programme] = programmes;
const [doctor] = doctors;
if (programme === undefined || doctor === undefined) throw new Error("A tiny problem has both.");
const { boundaries, toleranceDays } = calendar;

const day = fc.integer({ min: calendar.from, max: calendar.to });
const span = fc
  .tuple(day, day)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));
const length: fc.Arbitrary<Duration> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((halves) => ({ months: halves / 2 })),
  fc.integer({ min: 1, max: 26 }).map((weeks) => ({ weeks })),
);
const needed = (max: Duration): number =>
  "weeks" in max ? 7 * max.weeks : 30 * max.months - toleranceDays;

describe("a block or placement at full time", () => {
  it("goes on too long exactly when some boundary inside it already met the length", () => {
    fc.assert(
      fc.property(span, length, fc.array(span, { maxLength: 2 }), (stay, max, fixed) => {
        const fixedSpans = fixed
          .sort((a, b) => a.from - b.from)
          .filter(({ from }, at) => at === 0 || from >= (fixed[at - 1]?.to ?? 0))
          .map((each, at) => ({
            ...each,
            id: `s${at}`,
            kind: "teaching" as const,
            name: { sv: "", en: "" },
          }));
        const inside = boundaries.filter((end) => end > stay.from && end < stay.to);
        const block = inside.some((end) => serviceIn(stay.from, end, max) >= needed(max));
        expect(blockOutlasts(calendar, doctor, stay, max)).toBe(block);
        const placement = inside.some((end) => {
          const open = !fixedSpans.some(({ from, to }) => from < end && end <= to);
          const off = fixedDaysIn(fixedSpans, stay.from, end);
          return open && serviceIn(stay.from, end, max) - off >= needed(max);
        });
        const owed = { ...programme, fixedSpans };
        expect(placementOutlasts(calendar, owed, doctor, stay, max)).toBe(placement);
      }),
    );
  });
});
