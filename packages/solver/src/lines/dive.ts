/**
 * Diving: round the master's fractions to whole numbers, a few at a time, pricing anew in between
 * (Sadykov et al. 2019). Lines that no longer fit the seats left are closed, so the program stays solvable.
 */

import { roundUp, WHOLE } from "../tolerance.ts";
import { type Assignment, assign } from "./assignment.ts";
import { fittingLines } from "./fitting-lines.ts";
import { Fixed } from "./fixed.ts";
import { generate } from "./generate.ts";
import { Master } from "./master.ts";
import type { Held, MasterSolution } from "./master-solution.ts";
import type { TierWeights } from "./price.ts";
import { costIn, join, remainder } from "./remainder.ts";
import type { OpenProgram, SearchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

export interface DiveParams {
  readonly grid: number;
  /** Give up when no plan found below here could cost this little. */
  readonly cutoff: number;
  /** What is minimised, as the master given has it: for the masters of what remains. */
  readonly weights: TierWeights;
  readonly penalty: number;
  readonly held: readonly Held[];
  readonly seed: number;
  readonly open: OpenProgram;
}

/** Of a fraction above this a whole doctor is taken at once; below only the largest one. */
const CLEAR = 0.7;
/** At most this share of the doctors is fixed in one step. */
const SHARE = 0.04;
/** Rounds of pricing between two steps. */
const ROUNDS = 2;
/** When this share of the doctors is fixed, the rest goes on in a program of its own, which is smaller. */
const DEEP = 0.3;
/** Fewer doctors than this are not worth a program of their own. */
const FEW = 12;

/** A whole assignment, or undefined when given up or stopped. */
export async function dive(
  state: SearchState,
  master: Master,
  params: DiveParams,
): Promise<Assignment | undefined> {
  const { component, watch } = state;
  const fixed = new Fixed(state, master);
  const perStep = Math.max(1, Math.floor(SHARE * component.doctors));
  const deep = component.doctors > FEW ? (1 - DEEP) * component.doctors : 0;
  const { grid, cutoff } = params;
  try {
    for (;;) {
      if (watch.stopped()) return undefined;
      fixed.apply();
      const pricing = { grid, cutoff, rounds: ROUNDS, smoothing: 0, active: fixed.active() };
      const generated = generate(state, master, pricing);
      if (generated === undefined) return undefined;
      watch.turn({ stage: "diving", lines: master.lines.length });
      const { solution } = generated;
      if (solution.slack > WHOLE) return undefined;
      if (roundUp(solution.value - WHOLE, grid) > cutoff) return undefined;
      const open = candidates(solution.lines, fixed);
      for (const { at, whole } of open) if (whole > 0) fixed.take(at, whole);
      const fractions = open
        .filter(({ fraction }) => fraction > WHOLE)
        .sort((a, b) => b.fraction - a.fraction || a.at - b.at);
      if (fractions.length === 0) return assign(component, fixed.lines());
      if (fixed.remaining < deep) return await deeper(state, master, fixed, solution, params);
      fix(fixed, fractions, perStep);
    }
  } finally {
    master.bound(new Map(), new Map());
  }
}

function fix(fixed: Fixed, fractions: readonly Candidate[], most: number): void {
  let taken = 0;
  for (const { at, fraction } of fractions) {
    if (taken >= most || (taken > 0 && fraction < CLEAR)) return;
    if (!fixed.fits(at)) {
      fixed.close(at);
      continue;
    }
    fixed.take(at, 1);
    taken++;
  }
}

/** Goes on with the doctors that remain, in a master of their own. */
async function deeper(
  state: SearchState,
  master: Master,
  fixed: Fixed,
  solution: MasterSolution,
  params: DiveParams,
): Promise<Assignment | undefined> {
  const kept = fixed.lines();
  const rest = remainder(state, kept);
  const spent = kept.reduce(
    (sum, { line, count }) => sum + count * weighted(line.costs, params.weights),
    0,
  );
  const held = params.held.map(({ tier, value }) => ({ tier, value: value - costIn(kept, tier) }));
  const smaller = new Master(await params.open(params.seed), rest.component, rest.limits);
  try {
    smaller.minimise(params.weights, params.penalty);
    smaller.add(fittingLines(master.lines, rest, solution.prices));
    for (const each of held) smaller.hold(each);
    const cutoff = params.cutoff - spent;
    const found = await dive(rest, smaller, { ...params, cutoff, held });
    return found && assign(state.component, join(kept, found.lines));
  } finally {
    smaller.dispose();
  }
}

interface Candidate {
  readonly at: number;
  readonly whole: number;
  readonly fraction: number;
}

function candidates(values: Float64Array, fixed: Fixed): Candidate[] {
  const open: Candidate[] = [];
  for (let at = 0; at < values.length; at++) {
    const free = (values[at] as number) - fixed.count(at);
    if (free <= WHOLE) continue;
    const whole = Math.floor(free + WHOLE);
    open.push({ at, whole, fraction: Math.max(0, free - whole) });
  }
  return open;
}
