/** Looks for better plans of one component, by negotiation, neighbourhoods and dives; it proves nothing. */
import { roundUp } from "../tolerance.ts";
import { anneal } from "./anneal.ts";
import { type Assignment, assign } from "./assignment.ts";
import type { Blend } from "./blend.ts";
import type { Branch } from "./branch.ts";
import { combine } from "./combine.ts";
import { type DivePlanParams, divePlan, seatAt } from "./dive-plan.ts";
import type { BoundProof } from "./generate.ts";
import { greedy } from "./greedy.ts";
import { improve } from "./improve.ts";
import type { Master } from "./master.ts";
import type { MasterRows } from "./master-rows.ts";
import { isRelaxed, isVast, type Masters } from "./masters.ts";
import { negotiate } from "./negotiate.ts";
import { recreate } from "./recreate.ts";
import { type OpenProgram, offer, type SearchState } from "./search-state.ts";
import { wholeLines } from "./split-lines.ts";
import { weighted } from "./tier-costs.ts";

/** Doctors freed by a neighbourhood: at first, how many more after each that brings nothing, and the most. */
const FREE = { first: 8, more: { least: 1.5, most: 8, share: 1 / 50 }, most: 240, share: 0.4 };
/** Neighbourhoods in a row that bring nothing before closing is tried again, on more time: at least, and by doctor. */
const PATIENCE = { least: 20, share: 1 / 15 };
/** Steps of ruin and recreation at a time. */
const RECREATE_STEPS = 200;
/** Moves of an annealing, by doctor: of one that must soon be over, the next, and how many times as many each after it takes. */
const ANNEAL = { soon: 2_500, next: 25_000, longer: 3 };
/** Its heat at first: where it began is forgotten. */
const HEAT = 0.2;
/** Turns of a negotiation, by doctor. */
const TURNS = 30;
/** A first negotiation, to find somewhere to begin: turns by doctor, and what prices are raised by. */
interface First {
  readonly turns: number;
  readonly step: number;
}
/** Turns are fewer where one for times alone soon does more, or where each is dear. */
const FIRST = {
  small: { turns: 15, step: 1 },
  large: { turns: 5, step: 1 },
  relaxed: { turns: 3, step: 1 },
  pools: { turns: 15, step: 16 },
};
/** How much dearer each tier is than the next in the first negotiation. */
const SOFT = 8;
/** After every so many neighbourhoods one negotiation from the best plan, at least; it costs by doctor, they do not. */
const NEGOTIATE_EVERY = { least: 5, share: 1 / 60 };
/** Nodes that the program over the known lines may take. */
const COMBINE_NODES = 200;

/** Turns of a negotiation near a point of branching, by doctor. */
const NEAR_TURNS = 10;

/** Negotiations from nothing, and dives, before neighbourhoods. */
const TRIES = 4;
/** Doctors up to whom one negotiation takes less time than to dive; so many times as few are tried as often. */
export const SMALL = 200;
/** Negotiations before the first dive at most. */
const BEFORE = 3;

/** What a search is for, and when it has found it. */
export interface Wanted {
  readonly blend: Blend;
  readonly done: () => boolean;
}

export interface PlanSearchParams {
  readonly seed: number;
  readonly open: OpenProgram;
  readonly masters: Masters;
  /** How many must be left out, as far as is known. */
  readonly outside: () => number;
}

export class PlanSearch {
  private readonly state: SearchState;
  private readonly params: PlanSearchParams;
  /** Neighbourhoods in a row that brought nothing. */
  private failures = 0;
  /** Negotiations begun in which somebody must be left out. */
  private negotiations = 0;
  private annealings = 0;

  constructor(state: SearchState, params: PlanSearchParams) {
    this.state = state;
    this.params = params;
  }

  /** Negotiates with the tiers not far apart: somewhere to begin, soon. Places doctors one by one where that finds nothing. */
  first(): void {
    const { state } = this;
    const bySize = state.component.doctors > SMALL ? "large" : "small";
    const found = this.negotiateFirst(FIRST[isRelaxed(state) ? "relaxed" : bySize]);
    if (found !== undefined) offer(state, found);
    else if (state.best.lines.length === 0) offer(state, greedy(state));
  }

  /** The same for times alone where units are pooled, and units for them after. True when that found something better. */
  async firstTimes(pools: MasterRows, blend: Blend): Promise<boolean> {
    const { state, params } = this;
    const times = this.negotiateFirst(FIRST.pools, pools);
    if (times === undefined) return false;
    const found = await seatAt(state, times.lines, { blend, seed: params.seed });
    return found !== undefined && offer(state, found);
  }

  private negotiateFirst({ turns, step }: First, rows?: MasterRows): Assignment | undefined {
    const { state, params } = this;
    const weights = Array.from({ length: state.tiers }, (_, k) => SOFT ** (state.tiers - 1 - k));
    return negotiate(state, {
      weights,
      unit: step,
      rows,
      guide: new Float64Array(state.limits.rows),
      turns: turns * state.component.doctors,
      below: weighted(state.best.value, weights),
      target: Number.POSITIVE_INFINITY,
      outside: params.outside(),
    });
  }

  /**
   * From the bound of a master that minimises the blend. Where few seats bind a negotiation is often
   * enough, and in a small component it takes less time than a dive.
   */
  async begin(master: Master, proof: BoundProof, { blend, done }: Wanted): Promise<void> {
    const { state } = this;
    const { grid, step, weights } = blend;
    const before = Math.min(BEFORE, Math.floor(SMALL / state.component.doctors));
    const target = roundUp(proof.bound, grid);
    for (let tries = 0; tries < TRIES && !done() && !state.watch.stopped(); tries++) {
      if (tries < before) {
        this.negotiate(proof, blend);
        continue;
      }
      // Of points that cost the same another one may have units for everybody.
      if (tries > before) master.minimise(weights, 1, this.tieBreak(grid));
      const cutoff = weighted(state.best.value, weights) - step;
      await this.dive(master, { blend, grid, target, cutoff });
    }
  }

  /** Draws what is taken off a line's cost: all lines of a plan together less than half a step. */
  private tieBreak(grid: number): () => number {
    const { random, component } = this.state;
    const most = grid / (2 * component.doctors);
    return () => random.next() * most;
  }

  negotiate(proof: BoundProof, { weights, grid }: Blend, from?: Assignment): boolean {
    const { state } = this;
    const found = negotiate(state, {
      weights,
      unit: grid,
      guide: proof.rows,
      from,
      turns: TURNS * state.component.doctors,
      below: weighted(state.best.value, weights),
      target: roundUp(proof.bound, grid),
      outside: this.strive(),
    });
    return found !== undefined && offer(state, found);
  }

  /**
   * Looks for a plan near a point that has one time for each stay of everyone's, but units only as pools
   * have room: by negotiation in what is left of the graphs there, by closing over units alone, and by
   * negotiation in all of the graphs.
   */
  async settle(point: Branch, { blend, done }: Wanted): Promise<boolean> {
    const { state } = this;
    const near = (deleted: Branch["deleted"], turns: number): void => {
      const found = negotiate(
        { ...state, deleted: [...deleted] },
        {
          weights: blend.weights,
          unit: blend.grid,
          guide: point.proof.rows,
          from: assign(state.component, wholeLines(state.component, point.parts)),
          turns: turns * state.component.doctors,
          below: weighted(state.best.value, blend.weights),
          target: roundUp(point.proof.bound, blend.grid),
          outside: this.params.outside(),
        },
      );
      if (found !== undefined) offer(state, found);
    };
    state.watch.turn({ stage: "closing", lines: this.params.masters.lines.length });
    const whole = wholeLines(state.component, point.parts);
    const seated = await seatAt(state, whole, { blend, seed: this.params.seed });
    if (seated !== undefined) offer(state, seated);
    if (done() || state.watch.stopped()) return done();
    near(point.deleted, NEAR_TURNS);
    if (done() || state.watch.stopped()) return done();
    near(state.deleted, TURNS);
    return done();
  }

  /** Neighbourhoods and negotiations by turns, while they bring something. */
  async improveUntil(proof: BoundProof, blend: Blend, done: () => boolean): Promise<void> {
    const { state, params } = this;
    const { doctors } = state.component;
    const most = Math.max(PATIENCE.least, Math.round(PATIENCE.share * doctors));
    const every = Math.max(NEGOTIATE_EVERY.least, Math.round(NEGOTIATE_EVERY.share * doctors));
    for (let patience = most; patience > 0 && !done() && state.watch.step(); patience--) {
      state.watch.turn({ stage: "improving", lines: params.masters.lines.length });
      let better: boolean;
      if (isVast(state)) better = this.anneal(proof, blend) || this.recreate(proof, blend);
      else if (patience % every === 0) better = this.negotiate(proof, blend, state.best);
      else better = await this.improve(proof, blend);
      if (better) patience = most + 1;
      if (state.watch.stopped()) return;
    }
  }

  /** The best plan of the lines that the small master knows, as a place to begin. */
  async combineKnown({ weights, step }: Blend): Promise<void> {
    const { state, params } = this;
    state.watch.turn({ stage: "closing", lines: params.masters.lines.length });
    const found = await combine(state, params.masters.pooledLines, {
      weights,
      held: [],
      cutoff: weighted(state.best.value, weights) - step,
      nodeLimit: COMBINE_NODES,
      seed: params.seed,
    });
    if (found.kind === "better") offer(state, found.assignment);
  }

  /**
   * Fixes lines of a master's solution one after another; where its rows are pooled, units are chosen
   * for the times that come of it. True when that found something better.
   */
  async dive(master: Master, params: Omit<DivePlanParams, "seed">): Promise<boolean> {
    const { state } = this;
    const found = await divePlan(state, master, { ...params, seed: this.params.seed });
    return found !== undefined && offer(state, found);
  }

  /** Annealing, each time for longer; true when it found something better. */
  anneal(proof: BoundProof, { weights, grid, step }: Blend): boolean {
    const { state } = this;
    const next = ANNEAL.next * ANNEAL.longer ** (this.annealings - 1);
    const moves = this.annealings === 0 ? ANNEAL.soon : next;
    this.annealings++;
    const target = roundUp(proof.bound, grid);
    const found = anneal(state, {
      weights,
      step,
      moves: moves * state.component.doctors,
      heat: HEAT,
      target,
      lines: this.params.masters.lines.length,
    });
    return found !== undefined && offer(state, found);
  }

  /** Steps of ruin and recreation; true when they found something better. */
  private recreate(proof: BoundProof, { weights, grid }: Blend): boolean {
    const { state } = this;
    const target = roundUp(proof.bound, grid);
    const found = recreate(state, { weights, guide: proof.rows, steps: RECREATE_STEPS, target });
    return found !== undefined && offer(state, found);
  }

  /** How many the next negotiation leaves out: every other time as the best plan, should none do with less. */
  private strive(): number {
    const least = this.params.outside();
    if (least === 0 || this.negotiations++ % 2 === 0) return least;
    return Math.max(least, this.state.best.value[0] ?? 0);
  }

  private async improve(proof: BoundProof, blend: Blend): Promise<boolean> {
    const { state, params } = this;
    const { seed, open, masters } = params;
    const { doctors } = state.component;
    const most = Math.min(FREE.most, Math.round(FREE.share * doctors));
    const more = Math.min(FREE.more.most, Math.max(FREE.more.least, FREE.more.share * doctors));
    const size = Math.min(Math.max(4, most), Math.round(FREE.first + more * this.failures));
    const known = masters.lines;
    const outside = params.outside();
    const better = await improve(state, proof, { blend, size, seed, open, known, outside });
    this.failures = better ? 0 : this.failures + 1;
    return better;
  }
}
