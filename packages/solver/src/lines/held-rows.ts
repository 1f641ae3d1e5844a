/**
 * Tiers that a master has solved and holds at their values: each a row Σ costₖ·λ ≤ zₖ, with a slack at a
 * high price so that the program is never infeasible.
 */
import type { LinearProgram } from "@placera/milp";
import { cutPrice } from "../tolerance.ts";
import type { Held } from "./master-solution.ts";
import type { TierWeights } from "./tier-costs.ts";

export class HeldRows {
  private readonly lp: LinearProgram;
  private readonly held: (Held & { readonly row: number; readonly slack: number })[] = [];

  constructor(lp: LinearProgram) {
    this.lp = lp;
  }

  /** `costIn`: what each column costs in the tier. */
  hold({ tier, value }: Held, penalty: number, costIn: (column: number) => number): void {
    const columns: number[] = [];
    const values: number[] = [];
    const all = this.lp.columns;
    for (let column = 0; column < all; column++) {
      const cost = this.isSlack(column) ? 0 : costIn(column);
      if (cost === 0) continue;
      columns.push(column);
      values.push(cost);
    }
    const row = this.lp.addRows({
      lower: [-Infinity],
      upper: [value],
      entries: { starts: [0, columns.length], columnIndex: columns, values },
    });
    const slack = this.lp.addColumns({
      cost: [penalty],
      lower: [0],
      upper: [Infinity],
      starts: [0, 1],
      rowIndex: [row],
      values: [-1],
    });
    this.held.push({ tier, value, row, slack });
  }

  isSlack(column: number): boolean {
    return this.held.some(({ slack }) => slack === column);
  }

  /** The rows that a new column has to be in, and what it costs there. */
  each(costIn: (tier: number) => number, visit: (row: number, cost: number) => void): void {
    for (const { tier, row } of this.held) {
      const cost = costIn(tier);
      if (cost !== 0) visit(row, cost);
    }
  }

  /** How far a solution is above the values held, all together. */
  slackOf(columns: Float64Array): number {
    return this.held.reduce((sum, { slack }) => sum + (columns[slack] ?? 0), 0);
  }

  /** Weights by tier, with the prices of those held. */
  priced(weights: TierWeights, duals: Float64Array): number[] {
    const priced = [...weights];
    for (const { tier, row } of this.held) {
      priced[tier] = (priced[tier] ?? 0) + cutPrice(-(duals[row] ?? 0));
    }
    return priced;
  }

  /** What prices of held tiers take off a bound: Σ price · value, the price being weight beyond the objective's. */
  valueUnder(priced: TierWeights, weights: TierWeights): number {
    return this.held.reduce(
      (sum, { tier, value }) => sum + ((priced[tier] ?? 0) - (weights[tier] ?? 0)) * value,
      0,
    );
  }
}
