import { SLOT } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { type Guide, type Stay, shareOut } from "./share-out.ts";

const ALWAYS = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];
const guide = (given: Partial<Guide> = {}): Guide => ({
  slots: SLOT,
  there: ALWAYS,
  seldom: false,
  ...given,
});
const stay = (from: number, to: number, load = SLOT): Stay => ({ from, to, load });

describe("who supervises whom", () => {
  it("keeps each doctor with one supervisor where stays merely overlap", () => {
    // Three stays, two at a time at the most: the third takes the one whom the first has left.
    const shared = shareOut([stay(0, 4), stay(2, 6), stay(4, 8)], [guide(), guide()]);
    expect(shared).toMatchObject({ changes: 0, exact: true });
    expect(shared.shares[0]?.[0]?.by).toBe(shared.shares[2]?.[0]?.by);
  });

  it("gives the longer stay to the one who does not leave", () => {
    // Taken the other way round, the second stay would change on day 3.
    const leaving = guide({ there: [{ from: 0, to: 3 }] });
    const shared = shareOut([stay(0, 3), stay(0, 6)], [leaving, guide()]);
    expect(shared.changes).toBe(0);
    expect(shared.shares).toEqual([[{ by: 0, from: 0, to: 3 }], [{ by: 1, from: 0, to: 6 }]]);
  });

  it("changes once when a supervisor leaves, and not back when she returns", () => {
    const away = guide({
      there: [
        { from: 0, to: 2 },
        { from: 4, to: 9 },
      ],
    });
    const late = guide({ there: [{ from: 2, to: 9 }] });
    const shared = shareOut([stay(0, 9)], [away, late]);
    expect(shared.shares).toEqual([
      [
        { by: 0, from: 0, to: 2 },
        { by: 1, from: 2, to: 9 },
      ],
    ]);
    expect(shared.changes).toBe(1);
  });

  it("leaves the days out on which nobody is there", () => {
    const away = guide({
      there: [
        { from: 0, to: 2 },
        { from: 4, to: 9 },
      ],
    });
    expect(shareOut([stay(0, 9)], [away])).toMatchObject({
      changes: 1,
      shares: [
        [
          { by: 0, from: 0, to: 2 },
          { by: 0, from: 4, to: 9 },
        ],
      ],
    });
  });

  it("takes another only while there is room, be it less than she needs", () => {
    // A BT doctor takes one and a half: the ordinary supervisor still takes her, and then no one else.
    const shared = shareOut([stay(0, 4, 1500), stay(0, 4, 1500)], [guide(), guide()]);
    expect(shared.shares.map(([share]) => share?.by).sort()).toEqual([0, 1]);
  });

  it("prefers whoever is often on site, and spreads evenly", () => {
    const [first] = shareOut([stay(0, 4)], [guide({ seldom: true }), guide()]).shares;
    expect(first?.[0]?.by).toBe(1);
    const gaffel = { slots: 3 * SLOT };
    const even = shareOut([stay(0, 4), stay(0, 4)], [guide(gaffel), guide(gaffel)]).shares;
    expect(new Set(even.map(([share]) => share?.by)).size).toBe(2);
  });

  it("has nobody to give where there is no supervisor", () => {
    expect(shareOut([stay(0, 4)], [])).toEqual({ shares: [[]], changes: 0, exact: true });
  });
});
