/**
 * Neighbourhoods: free some doctors who compete for the same seats, keep the rest of the best plan,
 * bound what the freed alone could cost in the seats that are left, and let them negotiate; where
 * that finds nothing, dive for them alone.
 */

import { roundUp } from "../tolerance.ts";
import { assign, tally } from "./assignment.ts";
import type { Blend } from "./blend.ts";
import { priceAll } from "./bound.ts";
import { divePlan } from "./dive-plan.ts";
import { fittingLines } from "./fitting-lines.ts";
import { type BoundProof, generate } from "./generate.ts";
import { eachRow, type Line } from "./line.ts";
import { linePrice } from "./line-price.ts";
import { Master } from "./master.ts";
import { negotiate } from "./negotiate.ts";
import { pooledRows } from "./pooled-rows.ts";
import { join, remainder } from "./remainder.ts";
import { type OpenProgram, offer, type SearchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";
import { unitPrices } from "./unit-prices.ts";
import { weightsOf } from "./worst-off.ts";

/** Turns of a negotiation, by doctor freed. */
const TURNS = 60;
/** Shares of a neighbourhood up to which doctors are chosen by whom those chosen before compete with. */
const CIRCLES = [0.1, 0.5, 1];

/** Doctors of a component from which neighbourhoods dive: smaller ones have as much of one more negotiation. */
const DIVE_FROM = 200;

/** One doctor's line in the best plan; `line` is undefined for an unplaced doctor. */
interface Seat {
  /** Index into the component's profiles. */
  readonly profile: number;
  readonly line: Line | undefined;
}

export interface ImproveParams {
  readonly blend: Blend;
  /** Doctors to free. */
  readonly size: number;
  readonly seed: number;
  readonly open: OpenProgram;
  /** Lines found before, to begin with. */
  readonly known: readonly Line[];
  /** How many of all must be left out. */
  readonly outside: number;
}

/** Frees doctors and solves for them; true when a better plan was found. */
export async function improve(
  state: SearchState,
  proof: BoundProof,
  params: ImproveParams,
): Promise<boolean> {
  const seats = seatsOf(state);
  const freed = neighbourhood(state, seats, proof, params.size);
  const kept = tally(seats.filter((_, at) => !freed.has(at)));
  const own = tally(seats.filter((_, at) => freed.has(at)));
  const rest = remainder(state, kept);
  const sub = { ...rest, best: assign(rest.component, own) };
  const { weights, grid, step } = params.blend;
  const { outside } = params;
  const stayOut = seats.filter(({ line }, at) => line === undefined && !freed.has(at)).length;
  const cutoff = weighted(sub.best.value, weights) - step;
  const lp = await params.open(params.seed);
  const master = new Master(lp, sub.component, sub.limits, pooledRows(sub.component, sub.limits));
  try {
    master.minimise(weights, 1);
    master.add(own.map(({ line }) => line));
    master.add(fittingLines(params.known, sub, proof));
    const rounds = Number.POSITIVE_INFINITY;
    const generated = generate(sub, master, { grid, cutoff, rounds, smoothing: 0.5 });
    if (generated === undefined) return false;
    const target = roundUp(generated.proof.bound, grid);
    if (target > cutoff) return false;
    const found = negotiate(sub, {
      weights,
      unit: grid,
      guide: generated.proof.rows,
      turns: TURNS * sub.component.doctors,
      below: cutoff + step,
      target,
      outside: Math.max(0, outside - stayOut),
    });
    const { blend, seed } = params;
    const isLarge = state.component.doctors >= DIVE_FROM;
    const better =
      found ??
      (isLarge ? await divePlan(sub, master, { blend, grid, cutoff, target, seed }) : undefined);
    return better !== undefined && offer(state, assign(state.component, join(kept, better.lines)));
  } finally {
    master.dispose();
  }
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
  const { random } = state;
  const excess = excessOf(state, seats, proof);
  const total = excess.reduce((sum, each) => sum + each, 0);
  let first = random.below(seats.length);
  // Mostly by excess, sometimes anywhere, so that no part of the plan is never looked at.
  if (total > 0 && random.next() < 0.7) {
    let mark = random.next() * total;
    first = 0;
    while (first < excess.length - 1 && mark > (excess[first] ?? 0)) mark -= excess[first++] ?? 0;
  }
  const freed = new Set([first]);
  seats.forEach(({ line }, at) => {
    if (line === undefined && freed.size < size / 2) freed.add(at);
  });
  // In circles: where hospitals share few seats, what one gains another must be able to make room for.
  for (const circle of CIRCLES) {
    const wanted = rowsOf(
      state,
      [...freed].flatMap((at) => seats[at] ?? []),
    );
    const scored = seats
      .map((seat, at) => ({
        at,
        score: competition(state, seat, wanted, proof) + (excess[at] ?? 0),
      }))
      .filter(({ at }) => !freed.has(at))
      .map(({ at, score }) => ({ at, score: (1 + score) * random.next() }))
      .sort((a, b) => b.score - a.score || a.at - b.at);
    for (const { at } of scored) {
      if (freed.size >= circle * size) break;
      freed.add(at);
    }
  }
  return freed;
}

/** The rows that these doctors' lines take places in. */
function rowsOf({ component, limits }: SearchState, seats: readonly Seat[]): Set<number> {
  const rows = new Set<number>();
  for (const { profile: at, line } of seats) {
    const profile = component.profiles[at];
    if (profile === undefined || line === undefined) continue;
    eachRow(line, profile, limits, (row) => rows.add(row));
  }
  return rows;
}

/** How much a line competes for rows wanted: those in common, priced ones counting more. */
function competition(
  { component, limits }: SearchState,
  { profile: at, line }: Seat,
  wanted: ReadonlySet<number>,
  proof: BoundProof,
): number {
  const profile = component.profiles[at];
  if (line === undefined || profile === undefined) return 0;
  let shared = 0;
  eachRow(line, profile, limits, (row) => {
    if (wanted.has(row)) shared += (proof.rows[row] as number) > 0 ? 3 : 1;
  });
  return shared;
}

/** By seat: what its line costs above the cheapest one of its profile, under the proof's prices. */
function excessOf(state: SearchState, seats: readonly Seat[], proof: BoundProof): number[] {
  const { component, limits } = state;
  const { burdens } = proof;
  const priced = priceAll(state, proof);
  const spread = unitPrices(limits, proof.rows);
  return seats.map(({ profile: at, line }) => {
    const profile = component.profiles[at];
    if (profile === undefined || line === undefined) return 1;
    const least = priced.costs[at] as number;
    const weights = weightsOf(proof.weights, burdens, at);
    return Math.max(0, linePrice(line, profile, spread, weights) - least);
  });
}
