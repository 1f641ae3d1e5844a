/**
 * Neighbourhoods: free a few doctors who compete for the same seats, keep the rest of the best plan,
 * and dive anew. Doctors whose lines cost most above what prices say they should are freed first.
 */
import { priceAll } from "./bound.ts";
import { dive } from "./dive.ts";
import type { BoundProof } from "./generate.ts";
import { linePrice } from "./line-price.ts";
import { eachRow, type Line } from "./line.ts";
import type { Master } from "./master.ts";
import { unitPrices } from "./price.ts";
import { offer, type SearchState } from "./search-state.ts";

/** One doctor's line in the best plan; `line` is undefined for an unplaced doctor. */
interface Seat {
  readonly profile: number;
  readonly line: Line | undefined;
}

/** Frees about `size` doctors and dives; true when a better plan was found. */
export function improve(
  state: SearchState,
  master: Master,
  proof: BoundProof,
  params: { readonly grid: number; readonly cutoff: number; readonly size: number },
): boolean {
  const seats = seatsOf(state);
  const freed = neighbourhood(state, seats, proof, params.size);
  const kept = new Map<string, { line: Line; count: number }>();
  seats.forEach(({ line }, at) => {
    if (line === undefined || freed.has(at)) return;
    const known = kept.get(line.key);
    if (known === undefined) kept.set(line.key, { line, count: 1 });
    else known.count++;
  });
  const { grid, cutoff } = params;
  const found = dive(state, master, { grid, cutoff, kept: [...kept.values()] });
  return found !== undefined && offer(state, found);
}

function seatsOf({ best, component }: SearchState): Seat[] {
  const at = new Map(component.profiles.map(({ index }, i) => [index, i]));
  const placed = best.lines.flatMap(({ line, count }) =>
    Array.from({ length: count }, () => ({ profile: at.get(line.profile) ?? -1, line })),
  );
  const unplaced = best.unplaced.flatMap((count, profile) =>
    Array.from({ length: count }, () => ({ profile, line: undefined })),
  );
  return [...placed, ...unplaced];
}

function neighbourhood(
  state: SearchState,
  seats: readonly Seat[],
  proof: BoundProof,
  size: number,
): Set<number> {
  const { component, limits, random } = state;
  const excess = excessOf(state, seats, proof);
  const total = excess.reduce((sum, each) => sum + each, 0);
  // Half by excess, half anywhere, so that no part of the plan is never looked at.
  let mark = random.next() * total;
  let first = random.below(seats.length);
  if (total > 0 && random.next() < 0.5) {
    first = Math.max(0, excess.findIndex((each) => (mark -= each) <= 0));
  }
  const freed = new Set([first]);
  const wanted = new Set<number>();
  const want = (at: number): void => {
    const seat = seats[at];
    const profile = component.profiles[seat?.profile ?? -1];
    if (profile === undefined) return;
    if (seat?.line !== undefined) eachRow(seat.line, profile, limits, (row) => wanted.add(row));
  };
  want(first);
  seats.forEach(({ line }, at) => {
    if (line === undefined && freed.size < size) freed.add(at);
  });
  const order = seats.map((_, at) => at);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const scored = order
    .filter((at) => !freed.has(at))
    .map((at) => ({ at, shared: sharedRows(state, seats[at], wanted, proof) }))
    .sort((a, b) => b.shared - a.shared);
  for (const { at } of scored) {
    if (freed.size >= size) break;
    freed.add(at);
  }
  return freed;
}

/** How much two lines compete: rows in common, priced rows counting more. */
function sharedRows(
  { component, limits, random }: SearchState,
  seat: Seat | undefined,
  wanted: ReadonlySet<number>,
  proof: BoundProof,
): number {
  const profile = component.profiles[seat?.profile ?? -1];
  if (seat?.line === undefined || profile === undefined) return 0;
  let shared = 0;
  eachRow(seat.line, profile, limits, (row) => {
    if (wanted.has(row)) shared += (proof.rows[row] as number) > 0 ? 3 : 1;
  });
  return shared * (0.5 + random.next());
}

/** By seat: what its line costs above the cheapest one of its profile, under the proof's prices. */
function excessOf(state: SearchState, seats: readonly Seat[], proof: BoundProof): number[] {
  const { component, limits } = state;
  const priced = priceAll(state, proof.rows, proof.weights, proof.held, 0);
  const spread = unitPrices(limits, proof.rows);
  return seats.map(({ profile: at, line }) => {
    const profile = component.profiles[at];
    if (profile === undefined || line === undefined) return 1;
    const least = priced.costs[at] as number;
    return Math.max(0, linePrice(line, profile, spread, proof.weights, limits) - least);
  });
}
