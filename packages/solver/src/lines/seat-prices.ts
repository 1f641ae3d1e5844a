/** Prices of seats that change as doctors come and go, kept as the prefix sums that pricing reads. */
import { TRACKS } from "@placera/domain";
import { type Limits, laneAt } from "./limits.ts";
import type { MasterRows } from "./master-rows.ts";
import type { UnitPrices } from "./price.ts";
import { emptyPrices, sumUnit } from "./unit-prices.ts";

export class SeatPrices {
  readonly prices: UnitPrices;
  private readonly limits: Limits;
  private readonly pools: MasterRows["pools"];
  /** As set; a row in a pool has that of the pool beside its own. */
  private readonly own: Float64Array;
  /** Units whose sums are out of date. */
  private readonly stale = new Set<number>();

  constructor(limits: Limits, pools: MasterRows["pools"] = []) {
    this.limits = limits;
    this.pools = pools;
    this.own = new Float64Array(limits.rows + pools.length);
    this.prices = emptyPrices(limits, new Float64Array(limits.rows));
  }

  /** Sets the price of a row of the limits, or of a pool after them. */
  set(row: number, price: number): void {
    const { own, limits, pools } = this;
    const by = price - (own[row] as number);
    own[row] = price;
    if (row < limits.rows) this.raise(row, by);
    else for (const each of pools[row - limits.rows] ?? []) this.raise(each, by);
  }

  /** Raises the price of a row of the limits, whatever else it costs. */
  raise(row: number, by: number): void {
    if (by === 0) return;
    const { rows } = this.prices;
    rows[row] = (rows[row] as number) + by;
    for (const unit of laneAt(this.limits, row)?.units ?? []) this.stale.add(unit);
  }

  /** The prices, sums up to date. */
  current(): UnitPrices {
    const { prices, limits } = this;
    const width = limits.periods + 1;
    for (const unit of this.stale) {
      const base = prices.at[unit] as number;
      for (const track of TRACKS) {
        prices[track].fill(0, base, base + width);
        prices.ends[track].fill(0, base, base + width);
      }
      sumUnit(prices, limits, unit);
    }
    this.stale.clear();
    return this.prices;
  }
}
