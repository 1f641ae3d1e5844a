/** What a count of seats proves of the first tier, as prices that anyone can compute again. */
import { only } from "./blend.ts";
import { priceAll } from "./bound.ts";
import type { BoundProof } from "./generate.ts";
import type { SearchState } from "./search-state.ts";

/** The first tier's bound where each of the seats counted costs as much as leaving; undefined without any. */
export function boundByCount(
  state: SearchState,
  countedRows: readonly number[],
): BoundProof | undefined {
  const rows = new Float64Array(state.limits.rows);
  // A row that no component watches has no price: its seats would not be counted.
  const watched = new Set(state.component.rows);
  const counted = countedRows.filter((row) => watched.has(row));
  if (counted.length === 0) return undefined;
  for (const row of counted) rows[row] = 1;
  const weights = only(0, state.tiers);
  const { bound } = priceAll(state, { rows, weights, held: 0 });
  return { bound, rows, weights, held: 0 };
}
