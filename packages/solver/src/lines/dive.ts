/**
 * Diving: round the master's fractions to whole numbers, a few at a time, pricing anew in between
 * (Sadykov et al. 2019). Lines that no longer fit the seats left are closed, so the program stays solvable.
 */

import { roundUp, WHOLE } from "../tolerance.ts";
import { type Assignment, assign } from "./assignment.ts";
import { type GenerateParams, generate } from "./generate.ts";
import { eachRow, type Line } from "./line.ts";
import type { Master } from "./master.ts";
import type { SearchState } from "./search-state.ts";

export interface DiveParams {
  readonly grid: number;
  /** Give up when no plan found below here could cost this little. */
  readonly cutoff: number;
  /** Lines to keep from the start, with counts: the part of a plan that is not searched anew. */
  readonly kept: Assignment["lines"];
}

/** Of a fraction above this a whole doctor is taken at once; below only the largest one. */
const CLEAR = 0.7;
/** At most this share of the doctors is fixed in one step. */
const SHARE = 0.04;
/** Rounds of pricing between two steps. */
const ROUNDS = 2;

/** A whole assignment, or undefined when given up or stopped. */
export function dive(
  state: SearchState,
  master: Master,
  params: DiveParams,
): Assignment | undefined {
  const { component, watch } = state;
  const fixed = new Fixed(state, master);
  for (const { line, count } of params.kept) {
    master.add([line]);
    fixed.take(master.indexOf(line), count);
  }
  const perStep = Math.max(1, Math.floor(SHARE * component.doctors));
  const pricing: GenerateParams = {
    grid: params.grid,
    cutoff: params.cutoff,
    rounds: ROUNDS,
    smoothing: 0,
  };
  try {
    for (;;) {
      if (watch.stopped()) return undefined;
      fixed.apply();
      const generated = generate(state, master, { ...pricing, active: fixed.active() });
      if (generated === undefined) return undefined;
      watch.turn({ stage: "diving", lines: master.lines.length });
      const { solution } = generated;
      if (solution.slack > WHOLE) return undefined;
      if (roundUp(solution.value - WHOLE, params.grid) > params.cutoff) return undefined;
      const open = candidates(solution.lines, fixed);
      for (const { at, whole } of open) if (whole > 0) fixed.take(at, whole);
      const fractions = open
        .filter(({ fraction }) => fraction > WHOLE)
        .sort((a, b) => b.fraction - a.fraction || a.at - b.at);
      if (fractions.length === 0) return assign(component, fixed.lines());
      let taken = 0;
      for (const { at, fraction } of fractions) {
        if (taken >= perStep || (taken > 0 && fraction < CLEAR)) break;
        if (!fixed.fits(at)) {
          fixed.close(at);
          continue;
        }
        fixed.take(at, 1);
        taken++;
      }
    }
  } finally {
    master.bound(new Map(), new Map());
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

/** Lines taken for good, the seats they leave, and lines closed. */
class Fixed {
  private readonly counts = new Map<number, number>();
  private readonly closed = new Map<number, number>();
  private readonly room: Float64Array;
  private readonly left: number[];
  private readonly state: SearchState;
  private readonly master: Master;
  private readonly profileAt: Map<number, number>;

  constructor(state: SearchState, master: Master) {
    this.state = state;
    this.master = master;
    this.room = Float64Array.from(state.limits.capacity);
    this.left = state.component.profiles.map(({ doctors }) => doctors.length);
    this.profileAt = new Map(state.component.profiles.map(({ index }, at) => [index, at]));
  }

  count(at: number): number {
    return this.counts.get(at) ?? 0;
  }

  private each(line: Line, visit: (row: number) => void): void {
    const profile = this.state.component.profiles[this.profileAt.get(line.profile) ?? -1];
    if (profile !== undefined) eachRow(line, profile, this.state.limits, visit);
  }

  /** By profile: are there doctors left to place? */
  active(): boolean[] {
    return this.left.map((left) => left > 0);
  }

  fits(at: number): boolean {
    const line = this.master.lines[at];
    if (line === undefined || (this.left[this.profileAt.get(line.profile) ?? -1] ?? 0) < 1)
      return false;
    let fits = true;
    this.each(line, (row) => {
      if ((this.room[row] as number) < 1) fits = false;
    });
    return fits;
  }

  take(at: number, count: number): void {
    const line = this.master.lines[at];
    if (line === undefined) return;
    this.counts.set(at, this.count(at) + count);
    const profile = this.profileAt.get(line.profile) ?? -1;
    this.left[profile] = (this.left[profile] ?? 0) - count;
    this.each(line, (row) => {
      this.room[row] = (this.room[row] as number) - count;
    });
  }

  close(at: number): void {
    this.closed.set(at, this.count(at));
  }

  apply(): void {
    this.master.bound(this.counts, this.closed);
  }

  lines(): { line: Line; count: number }[] {
    return [...this.counts].flatMap(([at, count]) => {
      const line = this.master.lines[at];
      return line === undefined || count === 0 ? [] : [{ line, count }];
    });
  }
}
