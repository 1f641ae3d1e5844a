/** Prices of seats that change as doctors come and go, kept as the prefix sums that pricing reads. */
import type { Limits } from "./limits.ts";
import type { UnitPrices } from "./price.ts";

export class SeatPrices {
  readonly prices: UnitPrices;
  private readonly limits: Limits;
  /** Units whose sums are out of date. */
  private readonly stale = new Set<number>();

  constructor(limits: Limits) {
    this.limits = limits;
    const size = limits.lanesOf.AT.length * (limits.periods + 1);
    this.prices = {
      AT: new Float64Array(size),
      BT: new Float64Array(size),
      rows: new Float64Array(limits.rows),
    };
  }

  set(row: number, price: number): void {
    const { rows } = this.prices;
    if (rows[row] === price) return;
    rows[row] = price;
    const lane = this.limits.lanes[Math.floor(row / this.limits.periods)];
    if (lane !== undefined) this.stale.add(lane.unit);
  }

  /** The prices, sums up to date. */
  current(): UnitPrices {
    const { lanesOf, periods } = this.limits;
    const { rows } = this.prices;
    for (const unit of this.stale) {
      const base = unit * (periods + 1);
      for (const track of ["AT", "BT"] as const) {
        const sums = this.prices[track];
        const lanes = lanesOf[track][unit] ?? new Int32Array();
        let sum = 0;
        for (let t = 0; t < periods; t++) {
          for (let i = 0; i < lanes.length; i++) {
            sum += rows[(lanes[i] as number) * periods + t] as number;
          }
          sums[base + t + 1] = sum;
        }
      }
    }
    this.stale.clear();
    return this.prices;
  }
}
