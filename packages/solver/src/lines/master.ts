/**
 * The master: a linear program over the lines known so far.
 *
 *   min Σ cost·λ   Σ λ + u = n per profile;  Σ λ ≤ seats per row;  tiers held: Σ costₖ·λ ≤ zₖ
 *
 * Rows enter when a solution breaks them (limit-rows.ts, worst-off-rows.ts). A held tier has a slack at a
 * high price (held-rows.ts), so that the program is never infeasible and its duals always mean something.
 */
import type { LinearProgram } from "@placera/milp";
import { priceOf } from "./bound.ts";
import type { Component } from "./component.ts";
import { HeldRows } from "./held-rows.ts";
import { LimitRows } from "./limit-rows.ts";
import type { Limits } from "./limits.ts";
import type { Line } from "./line.ts";
import { LineColumns } from "./line-columns.ts";
import { linePrice } from "./line-price.ts";
import { type MasterRows, seatRows } from "./master-rows.ts";
import type { Held, MasterPrices, MasterSolution } from "./master-solution.ts";
import type { TierWeights, UnitPrices } from "./price.ts";
import { weighted } from "./tier-costs.ts";
import { weightsOf } from "./worst-off.ts";
import { WorstOffRows } from "./worst-off-rows.ts";

export class Master {
  /** Of which its seat rows are. */
  readonly seats: MasterRows;
  private readonly lp: LinearProgram;
  private readonly component: Component;
  private readonly columns: LineColumns;
  private readonly held: HeldRows;
  private readonly limitRows: LimitRows;
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
    this.seats = seats;
    this.component = component;
    const lines = new LineColumns(lp, component.profiles);
    const held = new HeldRows(lp);
    this.columns = lines;
    this.held = held;
    this.limitRows = new LimitRows({ lp, component, limits, seats, lines, held });
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
    if (component.worstOff === undefined) return;
    this.worstOff = new WorstOffRows(lp, component.profiles, component.worstOff);
  }

  get lines(): readonly Line[] {
    return this.columns.lines;
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
    const indices = Array.from({ length: this.lp.columns }, (_, column) => column);
    const costs = indices.map((column) => {
      if (this.held.isSlack(column)) return penalty;
      const cost = this.costUnder(column, weights);
      return this.columns.lineIn(column) === undefined ? cost : cost - discount();
    });
    this.lp.changeCosts(indices, costs);
  }

  /** What a column costs that is not a held tier's slack. */
  private costUnder(column: number, weights: TierWeights): number {
    if (column === this.worstOff?.column) return this.worstOff.priceUnder(weights);
    const charge = this.limitRows.chargeIn(column);
    if (charge !== undefined) return priceOf(charge, weights);
    const { unplacedCost = [] } = this.component.profiles[column] ?? {};
    return weighted(this.columns.lineIn(column)?.costs ?? unplacedCost, weights);
  }

  /** Holds a tier at its value from now on. */
  hold(held: Held): void {
    const alone = Array.from({ length: held.tier + 1 }, (_, tier) => (tier === held.tier ? 1 : 0));
    this.held.hold(held, this.penalty, (column) => this.costUnder(column, alone));
  }

  has(line: Line): boolean {
    return this.indexOf(line) >= 0;
  }

  /** Adds lines not known yet; answers how many there were. */
  add(lines: readonly Line[]): number {
    const fresh = this.columns.admit(lines);
    if (fresh.length === 0) return 0;
    const starts = [0];
    const rowIndex: number[] = [];
    const values: number[] = [];
    const enter = (row: number, value: number): void => {
      rowIndex.push(row);
      values.push(value);
    };
    for (const line of fresh) {
      const at = this.columns.profileOf(line);
      if (at < 0) continue;
      enter(at, 1);
      this.held.each((tier) => line.costs[tier] ?? 0, enter);
      const burdened = this.worstOff?.row(at);
      if (burdened !== undefined && this.worstOff !== undefined) {
        enter(burdened, this.worstOff.burdenOf(line));
      }
      this.limitRows.each(line, at, enter);
      starts.push(rowIndex.length);
    }
    const first = this.lp.addColumns({
      cost: fresh.map((line) => weighted(line.costs, this.weights) - this.discount()),
      lower: fresh.map(() => 0),
      upper: fresh.map((line) => this.columns.sizeOf(line)),
      starts,
      rowIndex,
      values,
    });
    this.columns.place(fresh, first);
    return fresh.length;
  }

  /** The index of a line in `lines`, or −1. */
  indexOf(line: Line): number {
    return this.columns.indexOf(line);
  }

  /** Closes lines for good: those that an earlier tier ruled out. */
  bar(ruledOut: (line: Line) => boolean): void {
    this.columns.bar(ruledOut);
  }

  /** Sets the least and most each line may be taken; a line left out is free between 0 and its profile's size. */
  bound(least: ReadonlyMap<number, number>, most: ReadonlyMap<number, number>): void {
    this.columns.bound(least, most);
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
    const limits = this.limitRows.addBroken(values, this.weights);
    return limits + (this.worstOff?.addBroken(values, this.columns) ?? 0);
  }

  private read(value: number, columns: Float64Array, duals: Float64Array): MasterSolution {
    const profiles = this.component.profiles.length;
    return {
      value,
      lines: Float64Array.from(this.lines, (_, at) => columns[this.columns.column(at)] ?? 0),
      unplaced: columns.slice(0, profiles),
      slack: this.held.slackOf(columns),
      prices: {
        rows: this.limitRows.prices(duals),
        weights: this.held.priced(this.weights, duals),
        profiles: duals.slice(0, profiles),
        burdens: this.worstOff?.prices(duals),
      },
    };
  }

  /** What prices of held tiers take off a bound: Σ price · value, the price being weight beyond the objective's. */
  heldValue(weights: TierWeights): number {
    return this.held.valueUnder(weights, this.weights);
  }

  /** Reduced cost of a line under prices. */
  reducedCost(line: Line, spread: UnitPrices, prices: MasterPrices): number {
    const at = this.columns.profileOf(line);
    const profile = this.component.profiles[at];
    if (profile === undefined) return Infinity;
    const weights = weightsOf(prices.weights, prices.burdens, at);
    return linePrice(line, profile, spread, weights) - (prices.profiles[at] ?? 0);
  }

  dispose(): void {
    this.lp.dispose();
  }
}
