/**
 * The master: a linear program over the lines known so far.
 *
 *   min Σ cost·λ   Σ λ + u = n per profile;  Σ λ ≤ seats per row;  tiers held: Σ costₖ·λ ≤ zₖ
 *
 * Rows enter when a solution breaks them. A held tier has a slack at a high price, so that the
 * program is never infeasible and its duals always mean something.
 */
import type { LinearProgram } from "@placera/milp";
import { costIn, type UnitCharge } from "../formulation/channels.ts";
import { cutPrice, cutSignedPrice, WHOLE } from "../tolerance.ts";
import { priceOf } from "./bound.ts";
import type { Component } from "./component.ts";
import { crowdingAt, type Limits, lackingAt } from "./limits.ts";
import type { Line } from "./line.ts";
import { linePrice } from "./line-price.ts";
import { type MasterRows, seatRows } from "./master-rows.ts";
import { type Held, type MasterPrices, type MasterSolution, weighted } from "./master-solution.ts";
import type { TierWeights, UnitPrices } from "./price.ts";
import { weightsOf } from "./worst-off.ts";
import { WorstOffRows } from "./worst-off-rows.ts";

export class Master {
  readonly lines: Line[] = [];
  private readonly lp: LinearProgram;
  private readonly component: Component;
  private readonly limits: Limits;
  private readonly known = new Map<string, number>();
  private readonly profileAt: Map<number, number>;
  /** Rows of the problem → rows of the program. */
  private readonly lpRow = new Map<number, number>();
  private readonly lpRows: number[] = [];
  private readonly seats: MasterRows;
  /** By row: places taken; 0 but while broken rows are looked for. */
  private readonly used: Float64Array;
  private readonly held: (Held & { readonly row: number; readonly slack: number })[] = [];
  private readonly lineColumn: number[] = [];
  /** Columns of doctors missing in a row, or beyond its comfort → what each costs. */
  private readonly charges = new Map<number, UnitCharge>();
  /** Column → its line, or −1. */
  private readonly columnLine: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly barred = new Set<number>();
  private readonly worstOff: WorstOffRows | undefined;
  private weights: TierWeights = [1];
  private penalty = 1;
  /** What is taken off a line's cost to break ties; nothing unless asked for. */
  private discount: () => number = () => 0;

  constructor(
    lp: LinearProgram,
    component: Component,
    limits: Limits,
    seats: MasterRows = seatRows(component, limits),
  ) {
    this.lp = lp;
    this.component = component;
    this.limits = limits;
    this.profileAt = new Map(component.profiles.map(({ index }, at) => [index, at]));
    this.seats = seats;
    this.used = new Float64Array(seats.capacity.length);
    const sizes = component.profiles.map(({ doctors }) => doctors.length);
    lp.addRows({ lower: sizes, upper: sizes });
    lp.addColumns({
      cost: sizes.map(() => 0),
      lower: sizes.map(() => 0),
      upper: sizes,
      starts: [...sizes.keys(), sizes.length],
      rowIndex: [...sizes.keys()],
      values: sizes.map(() => 1),
    });
    for (const _ of sizes) this.columnLine.push(-1);
    if (component.worstOff === undefined) return;
    this.worstOff = new WorstOffRows(lp, component.profiles, component.worstOff);
    this.columnLine.push(-1);
  }

  get rows(): number {
    return this.lp.rows;
  }

  /**
   * From now on minimises the tiers in these weights; `penalty` is what a held tier's slack costs.
   * A discount, drawn for each line, breaks ties; together they must stay below half a grid step.
   */
  minimise(weights: TierWeights, penalty: number, discount: () => number = () => 0): void {
    this.weights = weights;
    this.penalty = penalty;
    this.discount = discount;
    const indices = this.columnLine.map((_, column) => column);
    const slacks = new Set(this.held.map(({ slack }) => slack));
    const costs = indices.map((column) => {
      if (slacks.has(column)) return penalty;
      if (column === this.worstOff?.column) return this.worstOff.priceUnder(weights);
      const charge = this.charges.get(column);
      if (charge !== undefined) return priceOf(charge, weights);
      const line = this.lines[this.columnLine[column] ?? -1];
      if (line !== undefined) return weighted(line.costs, weights) - discount();
      return weighted(this.component.profiles[column]?.unplacedCost ?? [], weights);
    });
    this.lp.changeCosts(indices, costs);
  }

  /** Holds a tier at its value from now on. */
  hold({ tier, value }: Held): void {
    const columns: number[] = [];
    const values: number[] = [];
    this.columnLine.forEach((at, column) => {
      const line = this.lines[at];
      const charge = this.charges.get(column);
      const cost =
        charge !== undefined
          ? costIn(charge, tier)
          : column === this.worstOff?.column
            ? this.worstOff.costIn(tier)
            : line === undefined
              ? (this.component.profiles[column]?.unplacedCost[tier] ?? 0)
              : (line.costs[tier] ?? 0);
      if (cost === 0 || this.held.some(({ slack }) => slack === column)) return;
      columns.push(column);
      values.push(cost);
    });
    const row = this.lp.addRows({
      lower: [-Infinity],
      upper: [value],
      entries: { starts: [0, columns.length], columnIndex: columns, values },
    });
    const slack = this.lp.addColumns({
      cost: [this.penalty],
      lower: [0],
      upper: [Infinity],
      starts: [0, 1],
      rowIndex: [row],
      values: [-1],
    });
    this.columnLine.push(-1);
    this.lpRows[row] = -1;
    this.held.push({ tier, value, row, slack });
  }

  has(line: Line): boolean {
    return this.known.has(line.key);
  }

  /** Adds lines not known yet; answers how many there were. */
  add(lines: readonly Line[]): number {
    const fresh = lines.filter((line) => {
      if (this.known.has(line.key)) return false;
      this.known.set(line.key, this.lines.length);
      this.lines.push(line);
      return true;
    });
    if (fresh.length === 0) return 0;
    const starts = [0];
    const rowIndex: number[] = [];
    const values: number[] = [];
    const upper: number[] = [];
    for (const line of fresh) {
      const at = this.profileAt.get(line.profile) ?? -1;
      const profile = this.component.profiles[at];
      if (profile === undefined) continue;
      rowIndex.push(at);
      values.push(1);
      for (const { tier, row } of this.held) {
        if ((line.costs[tier] ?? 0) === 0) continue;
        rowIndex.push(row);
        values.push(line.costs[tier] ?? 0);
      }
      const burdened = this.worstOff?.row(at);
      if (burdened !== undefined && this.worstOff !== undefined) {
        rowIndex.push(burdened);
        values.push(this.worstOff.burdenOf(line));
      }
      if (this.lpRow.size > 0) {
        this.seats.each(line, profile, (row, places) => {
          const there = this.lpRow.get(row);
          if (there === undefined) return;
          rowIndex.push(there);
          values.push(places);
        });
      }
      starts.push(rowIndex.length);
      upper.push(profile.doctors.length);
    }
    const first = this.lp.addColumns({
      cost: fresh.map((line) => weighted(line.costs, this.weights) - this.discount()),
      lower: fresh.map(() => 0),
      upper,
      starts,
      rowIndex,
      values,
    });
    fresh.forEach((_, i) => {
      this.columnLine.push(this.lineColumn.length);
      this.lineColumn.push(first + i);
      this.lower.push(0);
      this.upper.push(upper[i] ?? 0);
    });
    return fresh.length;
  }

  /** The index of a line in `lines`, or −1. */
  indexOf(line: Line): number {
    return this.known.get(line.key) ?? -1;
  }

  /** Closes lines for good: those that an earlier tier ruled out. */
  bar(ruledOut: (line: Line) => boolean): void {
    this.lines.forEach((line, at) => {
      if (ruledOut(line)) this.barred.add(at);
    });
    this.bound(new Map(), new Map());
  }

  /** Sets the least and most each line may be taken; a line left out is free between 0 and its profile's size. */
  bound(least: ReadonlyMap<number, number>, most: ReadonlyMap<number, number>): void {
    const columns: number[] = [];
    const lowers: number[] = [];
    const uppers: number[] = [];
    this.lines.forEach((line, at) => {
      const lower = least.get(at) ?? 0;
      const size =
        this.component.profiles[this.profileAt.get(line.profile) ?? -1]?.doctors.length ?? 0;
      const upper = Math.max(lower, this.barred.has(at) ? 0 : (most.get(at) ?? size));
      if (this.lower[at] === lower && this.upper[at] === upper) return;
      this.lower[at] = lower;
      this.upper[at] = upper;
      columns.push(this.lineColumn[at] ?? -1);
      lowers.push(lower);
      uppers.push(upper);
    });
    if (columns.length > 0) this.lp.changeColumnBounds(columns, lowers, uppers);
  }

  /** Solves, with every row that turned out to be broken put in. Undefined when stopped. */
  solve(stopped: () => boolean): MasterSolution | undefined {
    for (;;) {
      // The dual simplex, measured against the primal: as fast after new columns, 4 × as fast in dives.
      const answer = this.lp.solve({ stopped, method: "dual" });
      if (answer.status !== "optimal") return undefined;
      if (this.addBrokenRows(answer.columnValues) === 0) {
        return this.read(answer.objective, answer.columnValues, answer.rowDuals);
      }
      if (stopped()) return undefined;
    }
  }

  private addBrokenRows(values: Float64Array): number {
    const { used } = this;
    const touched: number[] = [];
    this.lines.forEach((line, at) => {
      const value = values[this.lineColumn[at] ?? -1] ?? 0;
      if (value < WHOLE) return;
      const profile = this.component.profiles[this.profileAt.get(line.profile) ?? -1];
      if (profile === undefined) return;
      this.seats.each(line, profile, (row, places) => {
        if (this.seats.watched[row] !== 1) return;
        if (used[row] === 0) touched.push(row);
        used[row] = (used[row] as number) + places * value;
      });
    });
    const over = touched.filter(
      (row) => (used[row] as number) > (this.seats.capacity[row] ?? Infinity) + WHOLE,
    );
    const under = [...this.component.wanting.rows].filter(
      (row) => (used[row] as number) < (this.limits.least[row] ?? 0) - WHOLE,
    );
    const crowded = [...this.component.crowded].filter(
      (row) => (used[row] as number) > (this.limits.comfort[row] ?? Infinity) + WHOLE,
    );
    for (const row of touched) used[row] = 0;
    const broken = [...new Set([...over, ...under, ...crowded])]
      .filter((row) => !this.lpRow.has(row))
      .sort((a, b) => a - b);
    if (broken.length > 0) this.addRows(broken);
    return broken.length + this.addBurdens(values);
  }

  private addBurdens(values: Float64Array): number {
    if (this.worstOff === undefined) return 0;
    const lines = this.lines.map((line, at) => ({
      line,
      column: this.lineColumn[at] ?? -1,
      profile: this.profileAt.get(line.profile) ?? -1,
    }));
    return this.worstOff.addBroken(values, lines);
  }

  private addRows(rows: readonly number[]): void {
    const columns = new Map(
      rows.map((row) => [row, { at: [] as number[], places: [] as number[] }]),
    );
    this.lines.forEach((line, at) => {
      const profile = this.component.profiles[this.profileAt.get(line.profile) ?? -1];
      if (profile === undefined) return;
      this.seats.each(line, profile, (row, places) => {
        const own = columns.get(row);
        own?.at.push(this.lineColumn[at] ?? -1);
        own?.places.push(places);
      });
    });
    const lists = rows.map((row) => columns.get(row) ?? { at: [], places: [] });
    const starts = [0];
    for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.at.length);
    const columnIndex = lists.flatMap(({ at }) => at);
    const first = this.lp.addRows({
      lower: rows.map((row) => this.limits.least[row] || -Infinity),
      upper: rows.map((row) =>
        Math.min(this.seats.capacity[row] ?? Infinity, this.limits.comfort[row] ?? Infinity),
      ),
      entries: { starts, columnIndex, values: lists.flatMap(({ places }) => places) },
    });
    rows.forEach((row, i) => {
      this.lpRow.set(row, first + i);
      this.lpRows[first + i] = row;
    });
    for (const row of rows) {
      const least = this.limits.least[row] ?? 0;
      // Doctors missing, which makes the row one that can always be met; and those beyond its comfort.
      if (least > 0) this.addCharged(row, 1, least, lackingAt(this.limits, row));
      if ((this.limits.comfort[row] ?? Infinity) !== Infinity) {
        this.addCharged(row, -1, Infinity, crowdingAt(this.limits, row));
      }
    }
  }

  /** A column of doctors missing in a row (1), or of those too many (−1), each at what units pay. */
  private addCharged(row: number, sign: 1 | -1, upper: number, charge: UnitCharge): void {
    const held = this.held.filter(({ tier }) => costIn(charge, tier) !== 0);
    const column = this.lp.addColumns({
      cost: [priceOf(charge, this.weights)],
      lower: [0],
      upper: [upper],
      starts: [0, 1 + held.length],
      rowIndex: [this.lpRow.get(row) ?? -1, ...held.map((each) => each.row)],
      values: [sign, ...held.map(({ tier }) => costIn(charge, tier))],
    });
    this.columnLine.push(-1);
    this.charges.set(column, charge);
  }

  private read(value: number, columns: Float64Array, duals: Float64Array): MasterSolution {
    const priced = new Float64Array(this.seats.capacity.length);
    for (const [row, there] of this.lpRow) {
      const price = -(duals[there] ?? 0);
      priced[row] = (this.limits.least[row] ?? 0) > 0 ? cutSignedPrice(price) : cutPrice(price);
    }
    const rows = this.seats.spread(priced);
    const weights = [...this.weights];
    let slack = 0;
    for (const held of this.held) {
      weights[held.tier] = (weights[held.tier] ?? 0) + cutPrice(-(duals[held.row] ?? 0));
      slack += columns[held.slack] ?? 0;
    }
    return {
      value,
      lines: Float64Array.from(this.lineColumn, (column) => columns[column] ?? 0),
      unplaced: columns.slice(0, this.component.profiles.length),
      slack,
      prices: {
        rows,
        weights,
        profiles: duals.slice(0, this.component.profiles.length),
        burdens: this.worstOff?.prices(duals),
      },
    };
  }

  /** What prices of held tiers take off a bound: Σ price · value, the price being weight beyond the objective's. */
  heldValue(weights: TierWeights): number {
    return this.held.reduce(
      (sum, { tier, value }) => sum + ((weights[tier] ?? 0) - (this.weights[tier] ?? 0)) * value,
      0,
    );
  }

  /** Reduced cost of a line under prices. */
  reducedCost(line: Line, spread: UnitPrices, prices: MasterPrices): number {
    const at = this.profileAt.get(line.profile) ?? -1;
    const profile = this.component.profiles[at];
    if (profile === undefined) return Infinity;
    const weights = weightsOf(prices.weights, prices.burdens, at);
    return linePrice(line, profile, spread, weights, this.limits) - (prices.profiles[at] ?? 0);
  }

  dispose(): void {
    this.lp.dispose();
  }
}
