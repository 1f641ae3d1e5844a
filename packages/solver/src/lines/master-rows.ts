/** The rows a master may have, by number, and which of them a line takes places in. */
import type { Component } from "./component.ts";
import type { Limits } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import type { Profile } from "./profile.ts";

export interface MasterRows {
  /** Are units that stand in for each other one? Whole lines may then not fit where they say they are. */
  readonly isPooled: boolean;
  /** By row: how many doctors it holds. */
  readonly capacity: Float64Array;
  /** By row: 1 where it has to be watched. */
  readonly watched: Uint8Array;
  each(line: Line, profile: Profile, visit: (row: number, places: number) => void): void;
  /** Prices by row of the master → prices by row of the limits. */
  spread(prices: Float64Array): Float64Array;
}

/** The rows as they are: one a unit's seats in a period, and one an intake's doctors at a site. */
export function seatRows(component: Component, limits: Limits): MasterRows {
  const watched = new Uint8Array(limits.rows);
  for (const row of component.rows) watched[row] = 1;
  return {
    isPooled: false,
    capacity: limits.capacity,
    watched,
    each: (line, profile, visit) => eachRow(line, profile, limits, visit),
    spread: (prices) => prices,
  };
}
