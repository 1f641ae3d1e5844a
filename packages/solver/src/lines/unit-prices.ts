/** Prices of rows as sums over units and time, with which a stay costs two look-ups (algorithm 3.2). */
import { TRACKS } from "@placera/domain";
import type { Lane } from "./lanes.ts";
import type { Limits } from "./limits.ts";
import type { ShortStays, UnitPrices } from "./price-work.ts";

/** Spreads row prices over units. */
export function unitPrices(limits: Limits, rows: Float64Array): UnitPrices {
  if (isFree(rows, 0, rows.length)) return freePrices(limits);
  const prices = emptyPrices(limits, rows);
  for (const unit of limits.limited) sumUnit(prices, limits, unit);
  return prices;
}

const free = new WeakMap<Limits, UnitPrices>();

/** Of every seat free: not to be changed. */
function freePrices(limits: Limits): UnitPrices {
  const prices = free.get(limits) ?? emptyPrices(limits, new Float64Array(limits.rows));
  free.set(limits, prices);
  return prices;
}

/** Room for sums of prices that are all 0. */
export function emptyPrices(limits: Limits, rows: Float64Array): UnitPrices {
  const { sumsAt: at, sums, repeats } = limits;
  const room = (): Float64Array => new Float64Array(sums);
  const [AT, BT] = [room(), room()];
  // Where doctors count more or less at first, sums up to a start and up to an end are not the same.
  const apart = repeats || limits.newFor > 0;
  const ends = apart ? { AT: room(), BT: room() } : { AT, BT };
  return { at, AT, BT, ends, short: shortStays(limits, rows), rows };
}

/** Amends what `sumUnit` takes off for the whole time that a doctor is new, though she stays less. */
function shortStays(limits: Limits, rows: Float64Array): ShortStays | undefined {
  const { lanes, lanesOf, periods, newFor: below } = limits;
  if (below === 0) return undefined;
  const amend: ShortStays["amend"] = (track, unit, from, to) => {
    let sum = 0;
    for (const at of lanesOf[track][unit] ?? []) {
      const { first } = lanes[at] as Lane;
      if (first === undefined) continue;
      const fresh = first.until[from] ?? from;
      for (let t = to; t < fresh; t++) {
        sum -= first.counts[track] * (rows[at * periods + t] as number);
      }
    }
    return sum;
  };
  return { below, amend };
}

function isFree(rows: Float64Array, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (rows[row] !== 0) return false;
  return true;
}

/** Brings one unit's sums, which are 0, up to date with the prices of rows. */
export function sumUnit({ rows, ...prices }: UnitPrices, limits: Limits, unit: number): void {
  const base = prices.at[unit] as number;
  for (const track of TRACKS) {
    const sums = prices[track];
    const ends = prices.ends[track];
    for (const at of limits.lanesOf[track][unit] ?? []) {
      const { counts, until, first: fresh } = limits.lanes[at] as Lane;
      const places = counts[track];
      const first = at * limits.periods;
      if (isFree(rows, first, first + limits.periods)) continue;
      let sum = 0;
      for (let t = 0; t < limits.periods; t++) {
        sum += places * (rows[first + t] as number);
        sums[base + t + 1] = (sums[base + t + 1] as number) + sum;
      }
      if (fresh !== undefined) {
        for (let t = 0; t < limits.periods; t++) {
          let more = 0;
          for (let at = t; at < (fresh.until[t] ?? t); at++) more += rows[first + at] as number;
          sums[base + t] = (sums[base + t] as number) - fresh.counts[track] * more;
        }
      }
      if (ends === sums) continue;
      sum = 0;
      let counted = 0;
      for (let t = 0; t <= limits.periods; t++) {
        for (const end = until?.[t] ?? t; counted < end; counted++) {
          sum += places * (rows[first + counted] as number);
        }
        ends[base + t] = (ends[base + t] as number) + sum;
      }
    }
  }
}
