/**
 * Diving: round the master's fractions to whole numbers, a few at a time, pricing anew in between
 * (Sadykov et al. 2019). What is whole already stays free to change. Lines that no longer fit what is
 * taken are closed, so the program stays solvable.
 */

import { roundUp, WHOLE } from "../tolerance.ts";
import type { Assignment } from "./assignment.ts";
import { Fixed } from "./fixed.ts";
import { generate } from "./generate.ts";
import type { Master } from "./master.ts";
import type { MasterSolution } from "./master-solution.ts";
import type { SearchState } from "./search-state.ts";

export interface DiveParams {
  readonly grid: number;
  /** Give up when no plan found below here could cost this little. */
  readonly cutoff: number;
  /** Nothing costs less: while the linear program costs no more, lines known are enough. */
  readonly target: number;
}

/** Of a fraction above this a whole doctor is taken at once; below only the largest few. */
const CLEAR = 0.7;
/** Shares of the doctors fixed in one step: at least, and at most. */
const SHARE = { least: 0.01, most: 0.04 };
/** Rounds of pricing between two steps. */
const ROUNDS = 2;

/** Whole lines by the rows of the master, which has a solution; undefined when given up or stopped. */
export function dive(
  state: SearchState,
  master: Master,
  { grid, cutoff, target }: DiveParams,
): Assignment["lines"] | undefined {
  const { component, watch } = state;
  const fixed = new Fixed(state, master);
  const [few, many] = [SHARE.least, SHARE.most].map((share) =>
    Math.max(1, Math.floor(share * component.doctors)),
  ) as [number, number];
  let least = target;
  try {
    for (;;) {
      if (watch.stopped()) return undefined;
      fixed.apply();
      watch.turn({ stage: "diving", lines: master.lines.length });
      const costs = ({ value }: MasterSolution) => roundUp(value - WHOLE, grid);
      const known = master.solve(watch.stopped);
      if (known === undefined) return undefined;
      const pricing = { grid, cutoff, rounds: ROUNDS, smoothing: 0, active: fixed.active() };
      const solution =
        costs(known) <= least && known.slack < WHOLE
          ? known
          : generate(state, master, pricing)?.solution;
      if (solution === undefined || solution.slack > WHOLE) return undefined;
      if (costs(solution) > cutoff) return undefined;
      // What pricing could not bring down once it is not asked for again.
      least = Math.max(least, costs(solution));
      const open = candidates(solution.lines, fixed);
      const fractions = open
        .filter(({ fraction }) => fraction > WHOLE)
        .sort((a, b) => b.fraction - a.fraction || a.at - b.at);
      if (fractions.length === 0) {
        for (const { at, whole } of open) fixed.take(at, whole);
        return fixed.lines();
      }
      fix(fixed, fractions, few, many);
    }
  } finally {
    master.bound(new Map(), new Map());
  }
}

/** Takes some, as far as they fit beside what is taken. */
function fix(fixed: Fixed, fractions: readonly Candidate[], few: number, many: number): void {
  let taken = 0;
  for (const { at, fraction } of fractions) {
    if (taken >= many || (taken >= few && fraction < CLEAR)) return;
    if (!fixed.fits(at)) {
      fixed.close(at);
      continue;
    }
    fixed.take(at, 1);
    taken++;
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
