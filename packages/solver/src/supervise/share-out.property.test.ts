import { SLOT } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Guide, type Stay, shareOut } from "./share-out.ts";

const DAYS = 8;
const span = fc
  .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.integer({ min: 1, max: DAYS }))
  .map(([from, length]) => ({ from, to: Math.min(DAYS, from + length) }));
const stays = fc.array(
  fc
    .record({ span, load: fc.constantFrom(800, SLOT, 1500) })
    .map(({ span: { from, to }, load }): Stay => ({ from, to, load })),
  { maxLength: 5 },
);
const guides = fc.array(
  fc.record({
    slots: fc.constantFrom(SLOT, 2 * SLOT, 3 * SLOT),
    there: fc.oneof(
      fc.constant([{ from: 0, to: DAYS }]),
      span.map((each) => [each]),
      span.map(({ from }) =>
        [
          { from: 0, to: from },
          { from: from + 1, to: DAYS },
        ].filter((each) => each.from < each.to),
      ),
    ),
    seldom: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

const isOn = ({ from, to }: { from: number; to: number }, day: number) => from <= day && day < to;
const isThere = ({ there }: Guide, day: number) => there.some((each) => isOn(each, day));

/** The fewest changes, trying every way day by day; whoever has somebody who is there keeps her. */
function fewestChanges(all: readonly Stay[], those: readonly Guide[]): number {
  const search = (day: number, of: readonly number[], had: readonly boolean[]): number => {
    if (day === DAYS) return 0;
    const kept = of.map((by, at) => {
      const still = all[at] !== undefined && isOn(all[at], day);
      return still && by >= 0 && those[by] !== undefined && isThere(those[by], day) ? by : -1;
    });
    const wanting = [...all.keys()]
      .filter((at) => all[at] !== undefined && isOn(all[at], day) && kept[at] === -1)
      .sort((a, b) => (all[a]?.load ?? 0) - (all[b]?.load ?? 0) || a - b);
    const give = (at: number, now: readonly number[], seen: readonly boolean[]): number => {
      const stay = wanting[at];
      if (stay === undefined) return search(day + 1, now, seen);
      const open = those.flatMap((guide, by) => {
        const load = now.reduce((sum, each, s) => sum + (each === by ? (all[s]?.load ?? 0) : 0), 0);
        return isThere(guide, day) && load < guide.slots ? [by] : [];
      });
      if (open.length === 0) return give(at + 1, now, seen);
      const cost = seen[stay] ? 1 : 0;
      return Math.min(
        ...open.map((by) => {
          const next = now.map((each, s) => (s === stay ? by : each));
          return (
            cost +
            give(
              at + 1,
              next,
              seen.map((each, s) => each || s === stay),
            )
          );
        }),
      );
    };
    return give(0, kept, had);
  };
  return search(
    0,
    all.map(() => -1),
    all.map(() => false),
  );
}

describe("who supervises whom, against trying everything", () => {
  it("changes no more often than must be", () => {
    fc.assert(
      fc.property(stays, guides, (all, those) => {
        const shared = shareOut(all, those);
        expect(shared.exact).toBe(true);
        expect(shared.changes).toBe(fewestChanges(all, those));
        expect(shared.changes).toBe(
          shared.shares.reduce((sum, each) => sum + Math.max(0, each.length - 1), 0),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("gives everyone somebody on every day on which all together have room", () => {
    fc.assert(
      fc.property(stays, guides, (all, those) => {
        const { shares } = shareOut(all, those);
        for (let day = 0; day < DAYS; day++) {
          const here = [...all.keys()].filter((at) => all[at] !== undefined && isOn(all[at], day));
          const load = here.reduce((sum, at) => sum + (all[at]?.load ?? 0), 0);
          const room = those.reduce((sum, each) => sum + (isThere(each, day) ? each.slots : 0), 0);
          const named = here.map((at) => shares[at]?.filter((each) => isOn(each, day)) ?? []);
          for (const each of named) expect(each.length).toBeLessThanOrEqual(1);
          if (load <= room) for (const each of named) expect(each.length).toBe(1);
          for (const [by, guide] of those.entries()) {
            const hers = here.filter((_, i) => named[i]?.[0]?.by === by);
            if (hers.length === 0) continue;
            expect(isThere(guide, day)).toBe(true);
            const loads = hers.map((at) => all[at]?.load ?? 0);
            const others = loads.reduce((sum, each) => sum + each, 0) - Math.max(...loads);
            expect(others).toBeLessThan(guide.slots);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
