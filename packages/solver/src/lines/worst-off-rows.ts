/** The column θ and its rows in the master; rows enter when a solution breaks them. */
import type { LinearProgram } from "@placera/milp";
import { cutPrice, WHOLE } from "../tolerance.ts";
import type { Line } from "./line.ts";
import type { LineColumns } from "./line-columns.ts";
import type { TierWeights } from "./price.ts";
import type { Profile } from "./profile.ts";
import type { WorstOff } from "./worst-off.ts";

export class WorstOffRows {
  readonly column: number;
  private readonly lp: LinearProgram;
  private readonly profiles: readonly Profile[];
  private readonly worst: WorstOff;
  /** Profile → its row in the program. */
  private readonly rowOf = new Map<number, number>();

  /** Columns of those left out must be the program's first, in the order of the profiles. */
  constructor(lp: LinearProgram, profiles: readonly Profile[], worst: WorstOff) {
    this.lp = lp;
    this.profiles = profiles;
    this.worst = worst;
    this.column = lp.addColumns({
      cost: [0],
      lower: [worst.floor],
      upper: [Number.POSITIVE_INFINITY],
      starts: [0, 0],
      rowIndex: [],
      values: [],
    });
  }

  /** What θ costs. */
  priceUnder(weights: TierWeights): number {
    return (weights[this.worst.tier] ?? 0) * this.worst.weight;
  }

  burdenOf(line: Line): number {
    return line.costs[this.worst.channel] ?? 0;
  }

  /** The row that a new line of the profile has to be in, if any. */
  row(at: number): number | undefined {
    return this.rowOf.get(at);
  }

  /** Adds the rows that a solution breaks; answers how many there were. */
  addBroken(values: Float64Array, lines: LineColumns): number {
    const theta = values[this.column] ?? 0;
    const used = this.profiles.map(({ unplacedBurden }, at) => unplacedBurden * (values[at] ?? 0));
    lines.each((line, column, profile) => {
      used[profile] = (used[profile] ?? 0) + this.burdenOf(line) * (values[column] ?? 0);
    });
    let added = 0;
    used.forEach((burden, at) => {
      const doctors = this.profiles[at]?.doctors.length ?? 0;
      if (this.rowOf.has(at) || burden <= doctors * theta + WHOLE) return;
      const unplaced = this.profiles[at]?.unplacedBurden ?? 0;
      const columnIndex = [this.column];
      const entries = [-doctors];
      lines.each((line, column, profile) => {
        if (profile !== at || this.burdenOf(line) === 0) return;
        columnIndex.push(column);
        entries.push(this.burdenOf(line));
      });
      if (unplaced !== 0) {
        columnIndex.push(at);
        entries.push(unplaced);
      }
      const row = this.lp.addRows({
        lower: [Number.NEGATIVE_INFINITY],
        upper: [0],
        entries: { starts: [0, columnIndex.length], columnIndex, values: entries },
      });
      this.rowOf.set(at, row);
      added++;
    });
    return added;
  }

  /** By profile: the price of a burden. */
  prices(duals: Float64Array): Float64Array {
    const prices = new Float64Array(this.profiles.length);
    for (const [at, row] of this.rowOf) prices[at] = cutPrice(-(duals[row] ?? 0));
    return prices;
  }
}
