/** Places taken by row, and what it costs when stays come and go: seats overrun, doctors missing or too many. */
import { priceOf } from "./bound.ts";
import type { Component } from "./component.ts";
import { eachPeriod, type Lane } from "./lanes.ts";
import { crowdingAt, type Limits, lackingAt } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import type { TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { Random } from "./random.ts";

/** The rows of each option of a profile, flat: those of option o are [start[o], start[o + 1]). */
export interface OptionRows {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly places: Int32Array;
  /** The options that take a place in row r: [rowStart[r], rowStart[r + 1]) of `options`. */
  readonly rowStart: Int32Array;
  readonly options: Int32Array;
}

/** The slot of each option is given. */
export function optionRows(
  { graph, track, optionBase }: Profile,
  optionSlot: ArrayLike<number>,
  limits: Limits,
): OptionRows {
  const start = [0];
  const row: number[] = [];
  const places: number[] = [];
  graph.optionUnit.forEach((unit, option) => {
    const slot = optionSlot[option] as number;
    const [from, to] = [graph.slotFrom[slot] as number, graph.slotTo[slot] as number];
    for (const lane of limits.lanesOf[track][unit] ?? []) {
      eachPeriod(limits.lanes[lane] as Lane, track, from, to, (t, taken) => {
        row.push(lane * limits.periods + t);
        places.push(taken);
      });
    }
    const base = optionBase[option] as number;
    if (base >= 0) {
      row.push(base);
      places.push(1);
    }
    start.push(row.length);
  });
  return {
    start: Int32Array.from(start),
    row: Int32Array.from(row),
    places: Int32Array.from(places),
    ...byRow(start, row, limits.rows),
  };
}

function byRow(
  start: readonly number[],
  row: readonly number[],
  rows: number,
): Pick<OptionRows, "rowStart" | "options"> {
  const rowStart = new Int32Array(rows + 1);
  for (const each of row) rowStart[each + 1] = (rowStart[each + 1] as number) + 1;
  for (let r = 0; r < rows; r++) {
    rowStart[r + 1] = (rowStart[r + 1] as number) + (rowStart[r] as number);
  }
  const next = rowStart.slice();
  const options = new Int32Array(row.length);
  for (let option = 0; option + 1 < start.length; option++) {
    for (let i = start[option] as number; i < (start[option + 1] as number); i++) {
      const at = next[row[i] as number] as number;
      options[at] = option;
      next[row[i] as number] = at + 1;
    }
  }
  return { rowStart, options };
}

export class SeatLedger {
  /** Places overrun in all. */
  over = 0;
  /** What doctors missing cost in all, and what those too many do. */
  missing: number;
  crowd = 0;
  /** Rows from which a doctor was taken who is wanted there, since this was last emptied. */
  private readonly left = new Int32Array(64);
  leavings = 0;
  /** What the dearest doctor missing costs. */
  dearest = 0;
  private readonly use: Int32Array;
  private readonly capacity: Float64Array;
  private readonly least: Float64Array;
  private readonly comfort: Float64Array;
  private readonly lacking: Float64Array;
  private readonly crowding: Float64Array;

  constructor({ wanting, crowded }: Component, limits: Limits, weights: TierWeights) {
    this.use = new Int32Array(limits.rows);
    this.capacity = limits.capacity;
    this.comfort = limits.comfort;
    this.least = new Float64Array(limits.rows);
    this.lacking = new Float64Array(limits.rows);
    this.crowding = new Float64Array(limits.rows);
    this.missing = 0;
    for (const row of wanting.rows) {
      this.least[row] = limits.least[row] as number;
      this.lacking[row] = priceOf(lackingAt(limits, row), weights);
      this.dearest = Math.max(this.dearest, this.lacking[row] as number);
      this.missing += (this.least[row] as number) * (this.lacking[row] as number);
    }
    for (const row of crowded) this.crowding[row] = priceOf(crowdingAt(limits, row), weights);
  }

  /** Is somebody missing in the row? */
  lacks(row: number): boolean {
    return (this.use[row] as number) < (this.least[row] as number);
  }

  /** Some row that a doctor left and that lacks her still; −1 where there is none. */
  someLeft(random: Random): number {
    while (this.leavings > 0) {
      const at = random.below(this.leavings);
      const row = this.left[at] as number;
      if (this.lacks(row)) return row;
      this.left[at] = this.left[--this.leavings] as number;
    }
    return -1;
  }

  /** Takes the places of a whole line. */
  takeLine(line: Line, profile: Profile, limits: Limits): void {
    eachRow(line, profile, limits, (row, places) => this.move(row, places));
  }

  /** Takes the places of an option, or gives them back: `by` is 1 or −1. */
  shift({ start, row, places }: OptionRows, option: number, by: 1 | -1): void {
    const end = start[option + 1] as number;
    for (let i = start[option] as number; i < end; i++) {
      this.move(row[i] as number, by * (places[i] as number));
    }
  }

  private move(row: number, by: number): void {
    const before = this.use[row] as number;
    const after = before + by;
    this.use[row] = after;
    const room = this.capacity[row] as number;
    if (before > room) this.over -= before - room;
    if (after > room) this.over += after - room;
    const wanted = this.least[row] as number;
    if (before < wanted) this.missing -= (wanted - before) * (this.lacking[row] as number);
    if (after < wanted) {
      this.missing += (wanted - after) * (this.lacking[row] as number);
      if (by < 0 && this.leavings < this.left.length) this.left[this.leavings++] = row;
    }
    const comfort = this.comfort[row] as number;
    if (before > comfort) this.crowd -= (before - comfort) * (this.crowding[row] as number);
    if (after > comfort) this.crowd += (after - comfort) * (this.crowding[row] as number);
  }
}
