/** A first assignment: doctor by doctor, the cheapest line in what is left, seats dearer as they run out. */
import { type Assignment, assign } from "./assignment.ts";
import type { Component } from "./component.ts";
import type { Limits } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import { cheapestLine, type Deleted, type PriceWork, price, type UnitPrices } from "./price.ts";
import type { Profile } from "./profile.ts";

/** More than all preferences of one line together; a line that costs so much is in a full row. */
const FULL = 2 ** 40;
/** What the last free seat costs, beside whole-number preferences: a tie-break, not a reason. */
const LAST_SEAT = 0.5;

/** Profiles with the fewest lines first; ties in their order. */
export function greedy(
  component: Component,
  limits: Limits,
  works: readonly PriceWork[],
  deleted: readonly (Deleted | undefined)[],
  tiers: number,
): Assignment {
  const room = Float64Array.from(limits.capacity);
  const rows = new Float64Array(limits.rows);
  const prices = freshPrices(component, limits, room, rows);
  const order = component.profiles
    .map((profile, at) => ({ profile, at }))
    .sort((a, b) => a.profile.graph.arcTail.length - b.profile.graph.arcTail.length);
  // Strict tiers as one sum: wide apart, but small enough for exact doubles.
  const weights = Array.from({ length: tiers }, (_, k) =>
    k === 0 ? 0 : 2 ** (6 * (tiers - 1 - k)),
  );
  // Until a unit has the doctors it wants, being there earns what one missing costs.
  const wanted = Float64Array.from(limits.least);
  const earned = limits.lacking.weight * (weights[limits.lacking.tier] ?? 0);
  for (const row of component.wanting.rows) raise(prices, limits, row, -earned);
  const lines = new Map<string, { line: Line; count: number }>();
  for (const { profile, at } of order) {
    const work = works[at];
    if (work === undefined) continue;
    for (let i = 0; i < profile.doctors.length; i++) {
      const cost = price(profile, work, prices, weights, limits.periods + 1, deleted[at], i);
      if (!(cost < FULL)) break;
      const line = cheapestLine(profile, work);
      // What units pay for doctors they want may hide what a full seat costs.
      if (line === undefined || !fits(line, profile, limits, room)) break;
      const known = lines.get(line.key);
      if (known === undefined) lines.set(line.key, { line, count: 1 });
      else known.count++;
      eachRow(line, profile, limits, (row) => {
        if (wanted[row] === 1) raise(prices, limits, row, earned);
        wanted[row] = (wanted[row] as number) - 1;
        const left = (room[row] as number) - 1;
        room[row] = left;
        if (left === 1) raise(prices, limits, row, LAST_SEAT);
        else if (left === 0)
          raise(prices, limits, row, FULL - (capacityWas(limits, row) > 1 ? LAST_SEAT : 0));
      });
    }
  }
  return assign(component, [...lines.values()]);
}

function fits(line: Line, profile: Profile, limits: Limits, room: Float64Array): boolean {
  let free = true;
  eachRow(line, profile, limits, (row) => {
    if ((room[row] as number) < 1) free = false;
  });
  return free;
}

const capacityWas = (limits: Limits, row: number): number => limits.capacity[row] ?? 0;

function freshPrices(
  component: Component,
  limits: Limits,
  room: Float64Array,
  rows: Float64Array,
): UnitPrices {
  const width = limits.periods + 1;
  const units = limits.lanesOf.AT.length;
  const prices = { AT: new Float64Array(units * width), BT: new Float64Array(units * width), rows };
  for (const row of component.rows) {
    if ((room[row] ?? 1) <= 0) raise(prices, limits, row, FULL);
    else if (room[row] === 1) raise(prices, limits, row, LAST_SEAT);
  }
  return prices;
}

/** Raises one row's price in place. */
function raise(prices: UnitPrices, limits: Limits, row: number, by: number): void {
  prices.rows[row] = (prices.rows[row] ?? 0) + by;
  const lane = limits.lanes[Math.floor(row / limits.periods)];
  if (lane === undefined || row >= limits.lanes.length * limits.periods) return;
  const width = limits.periods + 1;
  for (const track of ["AT", "BT"] as const) {
    if (lane.track !== undefined && lane.track !== track) continue;
    const sums = prices[track];
    for (let t = (row % limits.periods) + 1; t < width; t++) {
      sums[lane.unit * width + t] = (sums[lane.unit * width + t] as number) + by;
    }
  }
}
