/** A first assignment: doctor by doctor, the cheapest line in what is left, seats dearer as they run out. */
import { TRACKS } from "@placera/domain";
import { type Assignment, assign } from "./assignment.ts";
import { priceOf } from "./bound.ts";
import type { Component } from "./component.ts";
import { heaviestAt, type Limits, lackingAt, laneAt } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import { cheapestLine, price, type UnitPrices } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { emptyPrices } from "./unit-prices.ts";

/** More than all preferences of one line together; a line that costs so much is in a full row. */
const FULL = 2 ** 40;
/** What the last free seat costs, beside whole-number preferences: a tie-break, not a reason. */
const LAST_SEAT = 0.5;

/** Profiles with the fewest lines first; ties in their order. */
export function greedy({
  component,
  limits,
  works,
  deleted,
  tiers,
}: Pick<SearchState, "component" | "limits" | "works" | "deleted" | "tiers">): Assignment {
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
  const earned = (row: number): number => priceOf(lackingAt(limits, row), weights);
  for (const row of component.wanting.rows) raise(prices, limits, row, -earned(row));
  const lines = new Map<string, { line: Line; count: number }>();
  for (const { profile, at } of order) {
    const work = works[at];
    if (work === undefined) continue;
    for (let i = 0; i < profile.doctors.length; i++) {
      const cost = price(profile, work, prices, weights, deleted[at], i);
      if (!(cost < FULL)) break;
      const line = cheapestLine(profile, work);
      // What units pay for doctors they want may hide what a full seat costs.
      if (line === undefined || !fits(line, profile, limits, room)) break;
      const known = lines.get(line.key);
      if (known === undefined) lines.set(line.key, { line, count: 1 });
      else known.count++;
      eachRow(line, profile, limits, (row, places) => {
        const still = wanted[row] as number;
        wanted[row] = still - places;
        if (still > 0 && still <= places) raise(prices, limits, row, earned(row));
        const was = room[row] as number;
        room[row] = was - places;
        const dearer = scarcity(limits, row, was - places) - scarcity(limits, row, was);
        if (dearer !== 0) raise(prices, limits, row, dearer);
      });
    }
  }
  return assign(component, [...lines.values()]);
}

function fits(line: Line, profile: Profile, limits: Limits, room: Float64Array): boolean {
  let free = true;
  eachRow(line, profile, limits, (row, places) => {
    if ((room[row] as number) < places) free = false;
  });
  return free;
}

/** What a row costs that has so much room: a full one all there is, one with room for one more a little. */
function scarcity(limits: Limits, row: number, room: number): number {
  const each = heaviestAt(limits, row);
  return room < each ? FULL : room < 2 * each ? LAST_SEAT : 0;
}

function freshPrices(
  component: Component,
  limits: Limits,
  room: Float64Array,
  rows: Float64Array,
): UnitPrices {
  const prices = emptyPrices(limits, rows);
  for (const row of component.rows) {
    const price = scarcity(limits, row, room[row] as number);
    if (price !== 0) raise(prices, limits, row, price);
  }
  return prices;
}

/** Raises one row's price in place. */
function raise(prices: UnitPrices, limits: Limits, row: number, by: number): void {
  prices.rows[row] = (prices.rows[row] ?? 0) + by;
  const lane = laneAt(limits, row);
  if (lane === undefined) return;
  const { units, counts, until, first } = lane;
  const width = limits.periods + 1;
  const period = row % limits.periods;
  for (const track of TRACKS) {
    const more = counts[track] * by;
    const fresh = (first?.counts[track] ?? 0) * by;
    if (more === 0 && fresh === 0) continue;
    const sums = prices[track];
    const ends = prices.ends[track];
    for (const unit of units) {
      const base = prices.at[unit] as number;
      for (let t = period + 1; t < width; t++) sums[base + t] = (sums[base + t] as number) + more;
      if (first !== undefined) {
        for (let t = 0; t <= period; t++) {
          if ((first.until[t] ?? t) > period) sums[base + t] = (sums[base + t] as number) - fresh;
        }
      }
      if (ends === sums) continue;
      for (let t = 0; t < width; t++) {
        if ((until?.[t] ?? t) > period) ends[base + t] = (ends[base + t] as number) + more;
      }
    }
  }
}
