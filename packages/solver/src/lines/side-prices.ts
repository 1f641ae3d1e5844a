/**
 * Prices on what a relaxed graph does not see, each on a row that every line keeps:
 *
 *   μ_r   requirement r at most (or, where all do it, exactly) once
 *   ν_jt  of a pair j, e before d: by period t d is begun only if e was begun before t
 *   η_h   at most so many stays at site h
 *
 * They add to what options cost; Σ μ + most · Σ η comes off again. A path's breaks are the slopes
 * along which the prices are moved.
 */
import { PRICE_GRID } from "../tolerance.ts";
import type { LineGraph, Relaxed } from "./line-graph.ts";

export class SidePrices {
  readonly mu: Float64Array;
  private readonly nu: Float64Array;
  private readonly eta: Float64Array;
  private readonly periods: number;
  private readonly pairs: readonly (readonly [first: number, then: number])[];
  private readonly siteOf: Int32Array;
  private readonly most: number;
  private readonly optional: Uint8Array;
  /** By requirement and period: what ν adds to a stay that begins there. */
  private readonly timed: Float64Array;
  private kept: readonly Float64Array[] = [];

  constructor(graph: LineGraph, { facts, encodings, optional }: Relaxed) {
    const must = encodings.filter(({ price }) => price === "must");
    const sites = new Map<string, number>(facts.problem.sites.map(({ id }, at) => [id, at]));
    this.periods = facts.periods.count;
    this.optional = optional;
    this.pairs = must.flatMap(({ encoding }) =>
      (encoding.before ?? []).flatMap((mask, then) =>
        [...optional.keys()].flatMap((first) =>
          (mask & (1 << first)) === 0 ? [] : [[first, then] as const],
        ),
      ),
    );
    this.most =
      must.find(({ encoding }) => encoding.mostAtSite !== undefined)?.encoding.mostAtSite ?? 0;
    this.siteOf = Int32Array.from(
      graph.optionUnit,
      (unit) => sites.get(facts.problem.units[unit]?.site ?? "") ?? 0,
    );
    this.mu = new Float64Array(optional.length);
    this.nu = new Float64Array(this.pairs.length * this.periods);
    this.eta = new Float64Array(this.most > 0 ? sites.size : 0);
    this.timed = new Float64Array(optional.length * this.periods);
  }

  private get all(): readonly Float64Array[] {
    return [this.mu, this.nu, this.eta];
  }

  reset(): void {
    for (const prices of this.all) prices.fill(0);
  }

  /** Keeps the prices as they are, to come back to. */
  keep(): void {
    this.kept = this.all.map((prices) => prices.slice());
  }

  restore(): void {
    this.kept.forEach((prices, at) => {
      this.all[at]?.set(prices);
    });
  }

  /** What comes off every path. */
  get constant(): number {
    return total(this.mu) + this.most * total(this.eta);
  }

  /** Sums ν up; before `of` is asked. */
  settle(): void {
    const { timed, periods, nu } = this;
    timed.fill(0);
    this.pairs.forEach(([first, then], j) => {
      let later = 0;
      for (let t = periods - 1; t >= 0; t--) {
        timed[first * periods + t] = (timed[first * periods + t] as number) - later;
        later += nu[j * periods + t] as number;
        timed[then * periods + t] = (timed[then * periods + t] as number) + later;
      }
    });
  }

  /** What ν and η add to an option; μ is apart, for labels give it back. */
  of(requirement: number, from: number, option: number): number {
    const timed = this.timed[requirement * this.periods + from] as number;
    return this.most > 0 ? timed + (this.eta[this.siteOf[option] as number] as number) : timed;
  }

  /** Moves the prices along the breaks of a path; false where it breaks nothing. */
  move(
    taken: readonly { requirement: number; from: number; option: number }[],
    by: (size: number) => number,
  ): boolean {
    const slopes = this.slopesOf(taken);
    let size = 0;
    this.all.forEach((prices, kind) => {
      slopes[kind]?.forEach((slope, at) => {
        if (slope < 0 && (prices[at] as number) === 0 && this.isFloored(kind, at)) return;
        size += slope * slope;
      });
    });
    if (size === 0) return false;
    const length = Math.max(PRICE_GRID, by(size));
    this.all.forEach((prices, kind) => {
      slopes[kind]?.forEach((slope, at) => {
        const moved = (prices[at] as number) + length * slope;
        const cut = Math.round(moved / PRICE_GRID) * PRICE_GRID;
        prices[at] = this.isFloored(kind, at) ? Math.max(0, cut) : cut;
      });
    });
    return true;
  }

  /** Only "exactly once" may have a price of either sign. */
  private isFloored(kind: number, at: number): boolean {
    return kind > 0 || this.optional[at] === 1;
  }

  private slopesOf(taken: readonly { requirement: number; from: number; option: number }[]) {
    const { periods } = this;
    const counts = new Float64Array(this.mu.length).fill(-1);
    const sites = new Float64Array(this.eta.length).fill(-this.most);
    for (const { requirement, option } of taken) {
      counts[requirement] = (counts[requirement] as number) + 1;
      const site = this.siteOf[option] as number;
      if (site < sites.length) sites[site] = (sites[site] as number) + 1;
    }
    const order = new Float64Array(this.nu.length);
    this.pairs.forEach(([first, then], j) => {
      for (const { requirement, from } of taken) {
        if (requirement !== first && requirement !== then) continue;
        for (let t = requirement === then ? from : from + 1; t < periods; t++) {
          const at = j * periods + t;
          order[at] = (order[at] as number) + (requirement === then ? 1 : -1);
        }
      }
    });
    return [counts, order, sites];
  }
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
