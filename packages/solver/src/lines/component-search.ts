/** One component, tier by tier: bound, dive, improve, close; then hold the tier and go on to the next. */

import { roundUp } from "../tolerance.ts";
import { alikeUnder } from "./alike.ts";
import type { Assignment } from "./assignment.ts";
import { type Blend, blendTo, gridOf, linesAreFree, only, penaltyOf, staysExact } from "./blend.ts";
import { priceAll } from "./bound.ts";
import { type CloseParams, close } from "./close.ts";
import type { Closed } from "./closing.ts";
import { combine } from "./combine.ts";
import { dive } from "./dive.ts";
import { eliminate } from "./eliminate.ts";
import { type BoundProof, generate } from "./generate.ts";
import { improve } from "./improve.ts";
import type { Line } from "./line.ts";
import { linesNear } from "./lines-near.ts";
import { linesWithin } from "./lines-within.ts";
import { Master } from "./master.ts";
import { type MasterRows, seatRows } from "./master-rows.ts";
import { type Held, weighted } from "./master-solution.ts";
import { negotiate } from "./negotiate.ts";
import { pooledRows } from "./pooled-rows.ts";
import type { Deleted } from "./price.ts";
import { type OpenProgram, offer, type SearchState, type SearchWatch } from "./search-state.ts";
import { findShortage, type Shortage } from "./shortage.ts";
import { type LevelSearch, settleWorstOff } from "./worst-off-level.ts";

export interface ComponentParams {
  readonly seed: number;
  readonly open: OpenProgram;
  readonly watch: SearchWatch;
  /** Plans to begin from. */
  readonly warm: readonly Assignment[];
  /** The plan to stay close to; it may take more seats than there are. */
  readonly previous?: Assignment | undefined;
  /** Rows whose seats are too few by a count made before (seat-count.ts). */
  readonly counted?: readonly number[] | undefined;
  /** It is of use only where no tier up to this one costs more than with every seat free (kept.ts). */
  readonly idealUpTo?: number | undefined;
}

export interface TierProof {
  readonly value: number;
  readonly bound: number;
  /** Prices that show it: of the bound before rounding. */
  readonly proof: BoundProof;
  /** Where closing raised the bound above what the prices show: the nodes it took in all. */
  readonly closed?: { readonly nodes: number } | undefined;
}

export interface ComponentResult {
  readonly best: Assignment;
  /** By tier; shorter than the tiers when stopped before. */
  readonly tiers: readonly TierProof[];
  /** Why some doctors are unplaced, as a count, where one was found. */
  readonly shortage: Shortage | undefined;
  readonly lines: number;
  readonly rows: number;
}

/** Arcs up to which the arc-flow model is worth a try, and up to which it is tried at once. */
const CLOSE_ARCS = 6000;
const CLOSE_ARCS_AT_ONCE = 500;
/** Nodes that closing may take at first; more each time it was not enough. */
const CLOSE_NODES = 200;
/** Lines up to which the integer program over all of them is worth a try. */
const CLOSE_LINES = 12_000;
/** Doctors freed by a neighbourhood: at first, more after each that brings nothing, and the most. */
const FREE = { first: 8, more: 1.5, most: 40, share: 0.4 };
/** Neighbourhoods in a row that bring nothing before closing is tried again, on more time. */
const PATIENCE = 20;
/** Turns of a negotiation, by doctor; the first is to find somewhere to begin. */
const TURNS = 30;
const FIRST_TURNS = 15;
/** Fewer where a turn is dear and a plan is made of known lines soon after. */
const FIRST_TURNS_RELAXED = 3;
/** How much dearer each tier is than the next in the first negotiation. */
const SOFT = 8;
/** Negotiations from nothing before neighbourhoods; then every so many neighbourhoods one from the best plan. */
const TRIES = 3;
const NEGOTIATE_EVERY = 5;

/** Is nothing dearer, in the tiers up to one, than it is with every seat free? */
export function isIdealUpTo(
  tier: number,
  values: readonly number[],
  unconditional: readonly number[],
): boolean {
  return values.every((value, k) => k > tier || value <= (unconditional[k] ?? 0));
}

export class ComponentSearch {
  private readonly state: SearchState;
  private readonly params: ComponentParams;
  private pooled: Master | undefined;
  private exact: Master | undefined;
  private readonly held: Held[] = [];
  /** What is proven of the first tier, where it was bounded before its turn. */
  private first: BoundProof | undefined;
  /** What is proven of all tiers blended. */
  private blended: BoundProof | undefined;
  private shortage: Shortage | undefined;
  /** Are lines ruled out that burden a doctor by more than the worst-off one bears? */
  private leveled = false;
  /** Neighbourhoods in a row that brought nothing. */
  private failures = 0;
  /** Negotiations begun in which somebody must be left out. */
  private negotiations = 0;
  /** By row: nothing. */
  private noPrices: Float64Array | undefined;

  /** By tier: the bound with every seat free. */
  readonly unconditional: readonly number[];
  /** By tier: the best bound so far. */
  readonly bounds: number[];

  constructor(state: SearchState, params: ComponentParams) {
    this.state = state;
    this.params = params;
    this.unconditional = Array.from({ length: state.tiers }, (_, k) =>
      roundUp(this.unpriced(k).bound, gridOf(state, k)),
    );
    this.bounds = [...this.unconditional];
    this.first = this.boundByCount();
    if (this.first !== undefined) this.bounds[0] = roundUp(this.first.bound, 1);
  }

  /** The first tier's bound where each of the seats counted costs as much as leaving. */
  private boundByCount(): BoundProof | undefined {
    const { state, params } = this;
    const rows = new Float64Array(state.limits.rows);
    // A row that no component watches has no price: its seats would not be counted.
    const watched = new Set(state.component.rows);
    const counted = (params.counted ?? []).filter((row) => watched.has(row));
    if (counted.length === 0) return undefined;
    for (const row of counted) rows[row] = 1;
    const weights = only(0, state.tiers);
    const { bound } = priceAll(state, { rows, weights, held: 0 });
    return bound > (this.bounds[0] ?? 0) ? { bound, rows, weights, held: 0 } : undefined;
  }

  /** Is the first tier bounded by a count made before? */
  get counted(): boolean {
    return this.first !== undefined;
  }

  get lines(): number {
    return (this.exact ?? this.pooled)?.lines.length ?? 0;
  }

  get rows(): number {
    return (this.exact ?? this.pooled)?.rows ?? 0;
  }

  dispose(): void {
    this.pooled?.dispose();
    this.exact?.dispose();
  }

  async run(): Promise<ComponentResult> {
    const { state } = this;
    const tiers: TierProof[] = [];
    await this.search();
    const { idealUpTo = -1 } = this.params;
    if (!isIdealUpTo(idealUpTo, state.best.value, this.unconditional)) return this.result(tiers);
    // Stopped or not: what is known of a tier by then costs one pricing to say.
    for (let tier = 0; tier < state.tiers; tier++) {
      const { bound, proof, closed } = await this.settle(tier);
      const value = state.best.value[tier] ?? 0;
      this.bounds[tier] = bound;
      tiers.push({ value, bound, proof, closed });
      if (tier === 0 && value > 0) this.shortage ??= findShortage(state, proof);
      if (tier + 1 < state.tiers) this.hold(tier, proof);
    }
    return this.result(tiers);
  }

  private result(tiers: readonly TierProof[]): ComponentResult {
    const { best } = this.state;
    return { best, tiers, shortage: this.shortage, lines: this.lines, rows: this.rows };
  }

  /** Solves one tier, the worst-off doctor's own by levels. */
  private async settle(tier: number): Promise<Omit<TierProof, "value">> {
    const { state } = this;
    const { worstOff } = state.component;
    if (worstOff?.alone !== true || worstOff.tier !== tier) {
      const proven = await this.tier(tier);
      // What is ruled out by level the prices do not show.
      return this.leveled ? { ...proven, closed: proven.closed ?? { nodes: 0 } } : proven;
    }
    const open = (level: SearchState): LevelSearch => {
      const search = new ComponentSearch(level, this.params);
      search.held.push(...this.held);
      return search;
    };
    const { bound, nodes, deleted } = await settleWorstOff(state, worstOff, open);
    deleted.forEach((each, at) => {
      state.deleted[at] = each;
    });
    this.leveled = true;
    return { bound, proof: this.unpriced(tier), closed: { nodes } };
  }

  /** Solves one tier as far as the limits allow. */
  async tier(tier: number): Promise<Omit<TierProof, "value">> {
    const { state } = this;
    const grid = gridOf(state, tier);
    let proof = this.known(tier);
    const value = (): number => state.best.value[tier] ?? 0;
    const bound = (): number => roundUp(proof.bound, grid);
    if (value() <= bound() || state.watch.stopped()) return { bound: bound(), proof };
    proof = await this.bound(tier, await this.pooledMaster(), proof);
    const blend = blendTo(state, tier);
    let lower = bound();
    let tightened = false;
    let nodes = CLOSE_NODES;
    let taken = 0;
    while (value() > lower && !state.watch.stopped()) {
      const params = {
        tier,
        held: this.held,
        cutoff: value() - grid,
        nodeLimit: nodes,
        seed: this.params.seed,
      };
      const closed = await this.close(proof, params, tightened);
      if (closed !== undefined) {
        taken += closed.nodes;
        if (closed.kind === "none-better") lower = value();
        if (closed.kind === "better") {
          offer(state, closed.assignment);
          if (closed.proven) lower = value();
        }
        if (closed.kind !== "stopped") continue;
        nodes *= 4;
      }
      await this.improveUntil(proof, blend, () => value() <= lower);
      if (tightened || value() <= lower || state.watch.stopped()) continue;
      tightened = true;
      proof = await this.bound(tier, await this.exactMaster(), proof);
      lower = Math.max(lower, bound());
      const found = value() <= lower ? undefined : await this.dive(tier, grid);
      if (found !== undefined) offer(state, found);
    }
    const closed = lower > bound() ? { nodes: taken } : undefined;
    return { bound: Math.max(lower, bound()), proof, closed };
  }

  /** The best bound of a tier that is there before anything is priced for it. */
  private known(tier: number): BoundProof {
    const plain = (tier === 0 ? this.first : undefined) ?? this.unpriced(tier);
    const { blended, state } = this;
    const { worstOff } = state.component;
    const elsewhere = worstOff !== undefined && (worstOff.alone || worstOff.tier !== tier);
    if (blended === undefined || tier < state.tiers - 1 || elsewhere) return plain;
    // What cannot be computed again from the plan file is no proof.
    if (!staysExact(state, blended)) return plain;
    // The blend's prices bound its last tier too: what the tiers before weigh in it, they are held at.
    const held = this.held.reduce(
      (sum, { tier: k, value }) => sum + value * (blended.weights[k] ?? 0),
      blended.held,
    );
    const bound = blended.bound + blended.held - held;
    return bound > plain.bound ? { ...blended, bound, held } : plain;
  }

  /** Generates lines until a tier's bound is as good as this master gives. */
  private async bound(tier: number, master: Master, proof: BoundProof): Promise<BoundProof> {
    const { state } = this;
    master.minimise(only(tier, state.tiers), penaltyOf(state, tier));
    master.add(state.best.lines.map(({ line }) => line));
    const generated = generate(state, master, {
      grid: gridOf(state, tier),
      cutoff: state.best.value[tier] ?? 0,
      rounds: Number.POSITIVE_INFINITY,
      smoothing: 0.5,
      proof,
    });
    const better = generated?.proof ?? proof;
    this.bounds[tier] = roundUp(better.bound, gridOf(state, tier));
    return better;
  }

  /** Neighbourhoods and negotiations by turns, while they bring something. */
  private async improveUntil(proof: BoundProof, blend: Blend, done: () => boolean): Promise<void> {
    const { state } = this;
    for (let patience = PATIENCE; patience > 0 && !done() && state.watch.step(); patience--) {
      state.watch.turn({ stage: "improving", lines: this.lines });
      const better =
        patience % NEGOTIATE_EVERY === 0
          ? this.negotiate(proof, blend, state.best)
          : await this.improve(proof, blend);
      if (better) patience = PATIENCE + 1;
      if (state.watch.stopped()) return;
    }
  }

  private negotiate(proof: BoundProof, blend: Blend, from?: Assignment): boolean {
    const { state } = this;
    const { weights, grid } = blend;
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

  /** How many must be left out, as far as is known. */
  private get outside(): number {
    const held = this.held.find(({ tier }) => tier === 0);
    return held?.value ?? this.bounds[0] ?? 0;
  }

  /** How many the next negotiation leaves out: every other time as the best plan, should none do with less. */
  private strive(): number {
    const least = this.outside;
    if (least === 0 || this.negotiations++ % 2 === 0) return least;
    return Math.max(least, this.state.best.value[0] ?? 0);
  }

  /** Holds a tier at its value and leaves out all that cannot reach it. */
  hold(tier: number, proof: BoundProof): void {
    const { state } = this;
    const value = state.best.value[tier] ?? 0;
    if (!this.sparesAll(proof)) {
      const { deleted } = eliminate(state, proof, value - proof.bound);
      deleted.forEach((each, at) => {
        state.deleted[at] = each;
      });
    }
    this.held.push({ tier, value });
    const at = new Map(state.component.profiles.map(({ index }, i) => [index, i]));
    for (const master of [this.pooled, this.exact]) {
      master?.hold({ tier, value });
      master?.bar((line) => isRuledOut(line, state.deleted[at.get(line.profile) ?? -1]));
    }
  }

  /** Does every line cost nothing under a proof's prices, so that none can be left out? */
  private sparesAll({ rows, weights }: BoundProof): boolean {
    const { state } = this;
    return (
      state.component.rows.every((row) => rows[row] === 0) &&
      weights.every((weight, k) => weight === 0 || (k < state.tiers && linesAreFree(state, k)))
    );
  }

  private async dive(tier: number, grid: number): Promise<Assignment | undefined> {
    const { state, params, held } = this;
    const cutoff = (state.best.value[tier] ?? 0) - grid;
    const weights = only(tier, state.tiers);
    const penalty = penaltyOf(state, tier);
    const { seed, open } = params;
    const master = await this.exactMaster();
    return dive(state, master, { grid, cutoff, weights, penalty, held, seed, open });
  }

  private async improve(proof: BoundProof, blend: Blend): Promise<boolean> {
    const { state, params } = this;
    const most = Math.min(FREE.most, Math.round(FREE.share * state.component.doctors));
    const size = Math.min(Math.max(4, most), Math.round(FREE.first + FREE.more * this.failures));
    const known = (this.exact ?? this.pooled)?.lines ?? [];
    const { seed, open } = params;
    const better = await improve(state, proof, {
      blend,
      size,
      seed,
      open,
      known,
      outside: this.outside,
    });
    this.failures = better ? 0 : this.failures + 1;
    return better;
  }

  /**
   * A plan that is good in all tiers at once, before anything is proven tier by tier: a first one by
   * negotiation, then one column generation over the blend, whose prices guide further ones.
   */
  private async search(): Promise<void> {
    const { state } = this;
    const ideal = (): boolean =>
      state.best.value.every((value, k) => value <= (this.unconditional[k] ?? 0));
    if (ideal() || state.watch.stopped()) return;
    this.firstPlan();
    if (ideal() || state.watch.stopped()) return;
    const blend = blendTo(state, state.tiers - 1);
    const master = await this.pooledMaster();
    master.add(state.best.lines.map(({ line }) => line));
    // Somebody is left out: whether she must be is asked first, it is soon answered.
    if (this.first === undefined && (state.best.value[0] ?? 0) > (this.bounds[0] ?? 0))
      this.boundUnplaced(master);
    if (state.watch.stopped()) return;
    master.minimise(blend.weights, 1);
    const cost = (): number => weighted(state.best.value, blend.weights);
    const rounds = Number.POSITIVE_INFINITY;
    const pricing = { grid: blend.grid, cutoff: cost(), smoothing: 0.5, rounds };
    const generated = generate(state, master, pricing);
    if (generated === undefined) return;
    const { proof } = generated;
    this.blended = proof;
    const done = (): boolean => ideal() || cost() <= roundUp(proof.bound, blend.grid);
    // Where whole lines are closed over, a plan made of those known is better than one negotiated.
    if (this.relaxed && !done()) return this.combineKnown(blend);
    for (let tries = 0; tries < TRIES && !done() && !state.watch.stopped(); tries++) {
      this.negotiate(proof, blend);
    }
    await this.improveUntil(proof, blend, done);
  }

  /** Has a profile stays to choose from, so that no arcs can be eliminated? */
  private get relaxed(): boolean {
    return this.state.component.profiles.some(({ graph }) => graph.relaxed !== undefined);
  }

  /** The best plan of the lines that the master knows, as a place to begin. */
  private async combineKnown({ weights, step }: Blend): Promise<void> {
    const { state, params, lines } = this;
    state.watch.turn({ stage: "closing", lines });
    const found = await combine(state, this.pooled?.lines ?? [], {
      weights,
      held: [],
      cutoff: weighted(state.best.value, weights) - step,
      nodeLimit: CLOSE_NODES,
      seed: params.seed,
    });
    if (found.kind === "better") offer(state, found.assignment);
  }

  /**
   * Looks for a plan of a tier that costs at most the cutoff, over all that elimination leaves: arcs,
   * or whole lines where graphs are relaxed. Undefined where that is too much.
   */
  private async close(
    proof: BoundProof,
    params: CloseParams,
    tightened: boolean,
  ): Promise<Closed | undefined> {
    const { state } = this;
    const gap = params.cutoff - proof.bound;
    if (this.relaxed) return this.closeLines(proof, params, gap);
    const eliminated = eliminate(state, proof, gap);
    if (eliminated.arcsLeft > (tightened ? CLOSE_ARCS : CLOSE_ARCS_AT_ONCE)) return undefined;
    state.watch.turn({ stage: "closing", lines: this.lines });
    return close(state, eliminated, params);
  }

  /** Over every line within the gap; where these are too many over some, which proves nothing. */
  private async closeLines(proof: BoundProof, params: CloseParams, gap: number): Promise<Closed> {
    const { state } = this;
    const all = linesWithin(state, proof, gap, CLOSE_LINES);
    if (all === undefined) this.pooled?.add(linesNear(state, proof, gap));
    const lines = all ?? this.pooled?.lines ?? [];
    state.watch.turn({ stage: "closing", lines: lines.length });
    const weights = only(params.tier, state.tiers);
    const closed = await combine(state, lines, { ...params, weights });
    if (all !== undefined) return closed;
    return closed.kind === "better"
      ? { ...closed, proven: false }
      : { kind: "stopped", nodes: closed.nodes };
  }

  /** Negotiates with the tiers not far apart: somewhere to begin, soon. */
  private firstPlan(): void {
    const { state } = this;
    const weights = Array.from({ length: state.tiers }, (_, k) => SOFT ** (state.tiers - 1 - k));
    const found = negotiate(state, {
      weights,
      unit: 1,
      guide: new Float64Array(state.limits.rows),
      turns: (this.relaxed ? FIRST_TURNS_RELAXED : FIRST_TURNS) * state.component.doctors,
      below: weighted(state.best.value, weights),
      target: Number.POSITIVE_INFINITY,
      outside: this.outside,
    });
    if (found !== undefined) offer(state, found);
  }

  /** Bounds the first tier alone. */
  private boundUnplaced(master: Master): void {
    const { state } = this;
    master.minimise(only(0, state.tiers), 1);
    const generated = generate(state, master, {
      grid: 1,
      cutoff: state.best.value[0] ?? 0,
      rounds: Number.POSITIVE_INFINITY,
      smoothing: 0.5,
      proof: this.first ?? this.unpriced(0),
    });
    if (generated === undefined) return;
    this.first = generated.proof;
    this.bounds[0] = roundUp(generated.proof.bound, 1);
    this.shortage = findShortage(state, generated.proof);
  }

  /** The bound with every seat free. */
  unpriced(tier: number): BoundProof {
    const { state } = this;
    this.noPrices ??= new Float64Array(state.limits.rows);
    const weights = only(tier, state.tiers);
    const pricing = { rows: this.noPrices, weights, held: 0 };
    const alike = alikeUnder(state, weights);
    return { ...pricing, bound: priceAll(state, { ...pricing, alike }).bound };
  }

  /** The master of pooled rows: small, for bounds; its whole points need not be plans. */
  private async pooledMaster(): Promise<Master> {
    const { component, limits } = this.state;
    this.pooled ??= await this.master(
      // A unit that wants doctors has a row of its own, which no pool can stand in for; and pools
      // are made of slots of one requirement.
      component.wanting.rows.length > 0 ||
        component.profiles.some(({ graph }) => graph.relaxed !== undefined)
        ? seatRows(component, limits)
        : pooledRows(component, limits),
    );
    return this.pooled;
  }

  /** The master of every row, for bounds where pooled ones fall short, and for dives. */
  private async exactMaster(): Promise<Master> {
    const { component, limits } = this.state;
    this.exact ??= await this.master(seatRows(component, limits), this.pooled?.lines);
    return this.exact;
  }

  private async master(rows: MasterRows, lines: readonly Line[] = []): Promise<Master> {
    const { state, params } = this;
    const master = new Master(await params.open(params.seed), state.component, state.limits, rows);
    for (const held of this.held) master.hold(held);
    master.add(lines);
    return master;
  }
}

function isRuledOut({ arcs, options }: Line, deleted: Deleted | undefined): boolean {
  if (deleted === undefined) return false;
  return arcs.some((a) => deleted.arcs[a] === 1) || options.some((o) => deleted.options[o] === 1);
}
