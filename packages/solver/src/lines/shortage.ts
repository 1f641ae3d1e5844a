/**
 * The counting certificate (docs/formulation.md 9): some doctors must each take at least one of a few
 * seats, and there are fewer seats than doctors. Checkable by hand: every weight is one.
 */
import { priceAll } from "./bound.ts";
import type { BoundProof } from "./generate.ts";
import { laneAt } from "./limits.ts";
import type { SearchState } from "./search-state.ts";

export interface Shortage {
  /** Rows whose seats are counted. */
  readonly rows: readonly number[];
  /** Indices of profiles every line of which takes at least one of those seats. */
  readonly profiles: readonly number[];
  readonly demand: number;
  readonly seats: number;
}

/** A price at or above this becomes a counted seat. */
const COUNTED = 0.5;

/** The shortage that the prices of tier 0 point at, thinned; undefined where no such count is short. */
export function findShortage(state: SearchState, proof: BoundProof): Shortage | undefined {
  const { limits, component } = state;
  // Seats of a unit or an intake: what several units share is no seat to be short of.
  const priced = [...component.rows].filter(
    (row) => (proof.rows[row] as number) > 0 && laneAt(limits, row)?.shared === undefined,
  );
  const clear = priced.filter((row) => (proof.rows[row] as number) >= COUNTED);
  for (const rows of [clear, priced]) {
    const found = count(state, rows);
    if (found.demand > found.seats) return thin(state, found);
  }
  return undefined;
}

function count(state: SearchState, rows: readonly number[]): Shortage {
  const prices = new Float64Array(state.limits.rows);
  for (const row of rows) prices[row] = 1;
  const weights = new Array<number>(state.tiers).fill(0);
  const { costs } = priceAll(state, { rows: prices, weights, held: 0 });
  let demand = 0;
  const profiles = state.component.profiles.flatMap((profile, at) => {
    if (!((costs[at] as number) >= 1) || costs[at] === Number.POSITIVE_INFINITY) return [];
    demand += profile.doctors.length;
    return [profile.index];
  });
  const seats = rows.reduce((sum, row) => sum + (state.limits.capacity[row] as number), 0);
  return { rows, profiles, demand, seats };
}

/** Drops seats as long as the count stays as short: fewer to look at, the same conclusion. */
function thin(state: SearchState, found: Shortage): Shortage {
  let kept = found;
  for (const row of [...found.rows].reverse()) {
    if (state.watch.stopped()) return kept;
    const without = count(
      state,
      kept.rows.filter((each) => each !== row),
    );
    if (without.demand - without.seats >= kept.demand - kept.seats) kept = without;
  }
  return kept;
}
