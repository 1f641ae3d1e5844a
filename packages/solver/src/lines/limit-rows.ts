/**
 * The rows of a master's program that limits make: seats, doctors wanted, comfort. A row enters when a
 * solution breaks it, with a column for doctors missing in it and one for those beyond its comfort.
 */
import type { LinearProgram } from "@placera/milp";
import { costIn, type UnitCharge } from "../formulation/channels.ts";
import { cutPrice, cutSignedPrice, WHOLE } from "../tolerance.ts";
import { priceOf } from "./bound.ts";
import type { Component } from "./component.ts";
import type { HeldRows } from "./held-rows.ts";
import { crowdingAt, type Limits, lackingAt } from "./limits.ts";
import type { Line } from "./line.ts";
import type { LineColumns } from "./line-columns.ts";
import { type MasterRows, spread } from "./master-rows.ts";
import type { TierWeights } from "./tier-costs.ts";

export interface LimitRowsParams {
  readonly lp: LinearProgram;
  readonly component: Component;
  readonly limits: Limits;
  readonly seats: MasterRows;
  readonly lines: LineColumns;
  readonly held: HeldRows;
}

export class LimitRows {
  private readonly lp: LinearProgram;
  private readonly component: Component;
  private readonly limits: Limits;
  private readonly seats: MasterRows;
  private readonly lines: LineColumns;
  private readonly held: HeldRows;
  /** Rows of the problem → rows of the program. */
  private readonly lpRow = new Map<number, number>();
  /** Columns of doctors missing in a row, or beyond its comfort → what each costs. */
  private readonly charges = new Map<number, UnitCharge>();
  /** By row: places taken; 0 but while broken rows are looked for. */
  private readonly used: Float64Array;

  constructor({ lp, component, limits, seats, lines, held }: LimitRowsParams) {
    this.lp = lp;
    this.component = component;
    this.limits = limits;
    this.seats = seats;
    this.lines = lines;
    this.held = held;
    this.used = new Float64Array(seats.capacity.length);
  }

  /** What a column costs that stands for doctors missing or too many, if it does. */
  chargeIn(column: number): UnitCharge | undefined {
    return this.charges.get(column);
  }

  /** The rows of the program that a new line has to be in, and how many places it takes there. */
  each(line: Line, profile: number, visit: (row: number, places: number) => void): void {
    const own = this.component.profiles[profile];
    if (this.lpRow.size === 0 || own === undefined) return;
    this.seats.each(line, own, (row, places) => {
      const there = this.lpRow.get(row);
      if (there !== undefined) visit(there, places);
    });
  }

  /** Adds the rows that a solution breaks; answers how many there were. */
  addBroken(values: Float64Array, weights: TierWeights): number {
    const broken = this.broken(values).filter((row) => !this.lpRow.has(row));
    broken.sort((a, b) => a - b);
    if (broken.length > 0) this.add(broken, weights);
    return broken.length;
  }

  private broken(values: Float64Array): number[] {
    const { used, seats, limits } = this;
    const { profiles, wanting, crowded } = this.component;
    const touched: number[] = [];
    this.lines.each((line, column, profile) => {
      const value = values[column] ?? 0;
      const own = profiles[profile];
      if (value < WHOLE || own === undefined) return;
      seats.each(line, own, (row, places) => {
        if (seats.watched[row] !== 1) return;
        if (used[row] === 0) touched.push(row);
        used[row] = (used[row] as number) + places * value;
      });
    });
    const over = touched.filter(
      (row) => (used[row] as number) > (seats.capacity[row] ?? Infinity) + WHOLE,
    );
    const under = [...wanting.rows].filter(
      (row) => (used[row] as number) < (limits.least[row] ?? 0) - WHOLE,
    );
    const beyond = [...crowded].filter(
      (row) => (used[row] as number) > (limits.comfort[row] ?? Infinity) + WHOLE,
    );
    for (const row of touched) used[row] = 0;
    return [...new Set([...over, ...under, ...beyond])];
  }

  private add(rows: readonly number[], weights: TierWeights): void {
    const { limits, seats } = this;
    const columns = new Map(
      rows.map((row) => [row, { at: [] as number[], places: [] as number[] }]),
    );
    this.lines.each((line, column, profile) => {
      const own = this.component.profiles[profile];
      if (own === undefined) return;
      seats.each(line, own, (row, places) => {
        const there = columns.get(row);
        there?.at.push(column);
        there?.places.push(places);
      });
    });
    const lists = rows.map((row) => columns.get(row) ?? { at: [], places: [] });
    const starts = [0];
    for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.at.length);
    const first = this.lp.addRows({
      lower: rows.map((row) => limits.least[row] || -Infinity),
      upper: rows.map((row) =>
        Math.min(seats.capacity[row] ?? Infinity, limits.comfort[row] ?? Infinity),
      ),
      entries: {
        starts,
        columnIndex: lists.flatMap(({ at }) => at),
        values: lists.flatMap(({ places }) => places),
      },
    });
    rows.forEach((row, i) => {
      this.lpRow.set(row, first + i);
    });
    for (const row of rows) {
      const least = limits.least[row] ?? 0;
      // Doctors missing, which makes the row one that can always be met; and those beyond its comfort.
      if (least > 0) this.addCharged(row, 1, least, lackingAt(limits, row), weights);
      if ((limits.comfort[row] ?? Infinity) !== Infinity) {
        this.addCharged(row, -1, Infinity, crowdingAt(limits, row), weights);
      }
    }
  }

  /** A column of doctors missing in a row (1), or of those too many (−1), each at what units pay. */
  private addCharged(
    row: number,
    sign: 1 | -1,
    upper: number,
    charge: UnitCharge,
    weights: TierWeights,
  ): void {
    const rowIndex = [this.lpRow.get(row) ?? -1];
    const values: number[] = [sign];
    this.held.each(
      (tier) => costIn(charge, tier),
      (held, cost) => {
        rowIndex.push(held);
        values.push(cost);
      },
    );
    const column = this.lp.addColumns({
      cost: [priceOf(charge, weights)],
      lower: [0],
      upper: [upper],
      starts: [0, rowIndex.length],
      rowIndex,
      values,
    });
    this.charges.set(column, charge);
  }

  /** Prices by row of the limits. */
  prices(duals: Float64Array): Float64Array {
    const priced = new Float64Array(this.seats.capacity.length);
    for (const [row, there] of this.lpRow) {
      const price = -(duals[there] ?? 0);
      priced[row] = (this.limits.least[row] ?? 0) > 0 ? cutSignedPrice(price) : cutPrice(price);
    }
    return spread(this.seats, this.limits, priced);
  }
}
