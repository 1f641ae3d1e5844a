/** Prices of seats that change as doctors come and go, kept as the prefix sums that pricing reads. */
import { TRACKS } from "@placera/domain";
import { type Limits, laneAt } from "./limits.ts";
import type { UnitPrices } from "./price.ts";
import { emptyPrices, sumUnit } from "./unit-prices.ts";

export class SeatPrices {
  readonly prices: UnitPrices;
  private readonly limits: Limits;
  /** Units whose sums are out of date. */
  private readonly stale = new Set<number>();

  constructor(limits: Limits) {
    this.limits = limits;
    this.prices = emptyPrices(limits, new Float64Array(limits.rows));
  }

  set(row: number, price: number): void {
    const { rows } = this.prices;
    if (rows[row] === price) return;
    rows[row] = price;
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
