/** The rows by which places are counted, by number, and which of them a line takes places in. */
import type { Component } from "./component.ts";
import type { Limits } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import type { Profile } from "./profile.ts";

export interface MasterRows {
  /**
   * After the rows of the limits: by pool, the rows of units that stand in for each other. Where there
   * are any, whole lines may not fit where they say they are.
   */
  readonly pools: readonly (readonly number[])[];
  /** By row: how many doctors it holds. */
  readonly capacity: Float64Array;
  /** By row: 1 where it has to be watched. */
  readonly watched: Uint8Array;
  each(line: Line, profile: Profile, visit: (row: number, places: number) => void): void;
}

/** Can whole lines not fit where they say they are? */
export const isPooled = ({ pools }: MasterRows): boolean => pools.length > 0;

/** Prices by row → prices by row of the limits: a pool's is paid in each of its rows. */
export function spread({ pools }: MasterRows, limits: Limits, prices: Float64Array): Float64Array {
  const rows = prices.slice(0, limits.rows);
  pools.forEach((own, pool) => {
    const price = prices[limits.rows + pool] as number;
    for (const row of own) rows[row] = (rows[row] as number) + price;
  });
  return rows;
}

/** The rows as they are: one a unit's seats in a period, and one an intake's doctors at a site. */
export function seatRows(component: Component, limits: Limits): MasterRows {
  const watched = new Uint8Array(limits.rows);
  for (const row of component.rows) watched[row] = 1;
  return {
    pools: [],
    capacity: limits.capacity,
    watched,
    each: (line, profile, visit) => eachRow(line, profile, limits, visit),
  };
}

/** The rows a line takes places in, each once, and how many in each. */
export interface Taken {
  readonly rows: Int32Array;
  readonly places: Int32Array;
}

/** Of the rows that are watched, those a line takes places in. */
export function takenBy(line: Line, profile: Profile, { each, watched }: MasterRows): Taken {
  const rows: number[] = [];
  const places: number[] = [];
  each(line, profile, (row, count) => {
    if (watched[row] !== 1) return;
    rows.push(row);
    places.push(count);
  });
  return { rows: new Int32Array(rows), places: new Int32Array(places) };
}
