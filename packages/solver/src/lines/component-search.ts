/** One component, tier by tier: bound, dive, improve, close; then hold the tier and go on to the next. */

import { roundUp, WHOLE } from "../tolerance.ts";
import type { Assignment } from "./assignment.ts";
import { type Blend, blendTo, gridOf, only, penaltyOf } from "./blend.ts";
import { priceAll } from "./bound.ts";
import { close } from "./close.ts";
import { dive } from "./dive.ts";
import { eliminate } from "./eliminate.ts";
import { type BoundProof, generate } from "./generate.ts";
import { improve } from "./improve.ts";
import type { Line } from "./line.ts";
import { Master } from "./master.ts";
import { type Held, weighted } from "./master-solution.ts";
import { type OpenProgram, offer, type SearchState, type SearchWatch } from "./search-state.ts";
import { findShortage, type Shortage } from "./shortage.ts";

export interface ComponentParams {
  readonly seed: number;
  readonly open: OpenProgram;
  readonly watch: SearchWatch;
  /** Plan to begin from. */
  readonly warm: Assignment | undefined;
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
/** Doctors freed by a neighbourhood: at first, more after each that brings nothing, and the most. */
const FREE = { first: 8, more: 1.5, most: 40, share: 0.4 };
/** Neighbourhoods in a row that bring nothing before closing is tried again, on more time. */
const PATIENCE = 20;
/** Rounds of pricing in which most components with a place for everyone are done. */
const EARLY_ROUNDS = 40;
/** Dives of the whole component, each followed by neighbourhoods, before tiers are proven one by one. */
const DIVES = 4;

export class ComponentSearch {
  private readonly state: SearchState;
  private readonly params: ComponentParams;
  private master: Master | undefined;
  private readonly held: Held[] = [];
  /** What is proven of the first tier, where it was bounded before its turn. */
  private first: BoundProof | undefined;
  private shortage: Shortage | undefined;
  /** Neighbourhoods in a row that brought nothing. */
  private failures = 0;

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
  }

  get lines(): number {
    return this.master?.lines.length ?? 0;
  }

  get rows(): number {
    return this.master?.rows ?? 0;
  }

  dispose(): void {
    this.master?.dispose();
  }

  async run(): Promise<ComponentResult> {
    const { state } = this;
    const tiers: TierProof[] = [];
    await this.search();
    for (let tier = 0; tier < state.tiers && !state.watch.stopped(); tier++) {
      const { bound, proof, closed } = await this.tier(tier);
      const value = state.best.value[tier] ?? 0;
      this.bounds[tier] = bound;
      tiers.push({ value, bound, proof, closed });
      if (tier === 0 && value > 0) this.shortage ??= findShortage(state, proof);
      this.hold(tier, proof);
    }
    // Stopped before the first tier's turn, but after it was bounded.
    if (tiers.length === 0 && this.first !== undefined) {
      const value = state.best.value[0] ?? 0;
      tiers.push({ value, bound: this.bounds[0] ?? 0, proof: this.first });
    }
    return { best: state.best, tiers, shortage: this.shortage, lines: this.lines, rows: this.rows };
  }

  /** Solves one tier as far as the limits allow. */
  async tier(tier: number): Promise<Omit<TierProof, "value">> {
    const { state } = this;
    const grid = gridOf(state, tier);
    let proof = (tier === 0 ? this.first : undefined) ?? this.unpriced(tier);
    const value = (): number => state.best.value[tier] ?? 0;
    const bound = (): number => roundUp(proof.bound, grid);
    if (value() <= bound()) return { bound: bound(), proof };

    const master = await this.program(tier);
    const generated = generate(state, master, {
      grid,
      cutoff: value(),
      rounds: Number.POSITIVE_INFINITY,
      smoothing: 0.5,
      proof,
    });
    if (generated === undefined) return { bound: bound(), proof };
    proof = generated.proof;
    this.bounds[tier] = bound();
    const found = value() <= bound() ? undefined : await this.dive(master, grid, tier);
    if (found !== undefined) offer(state, found);
    const blend = blendTo(state, tier);
    let lower = bound();
    let patience = PATIENCE;
    let nodes = CLOSE_NODES;
    let taken = 0;
    while (value() > lower && !state.watch.stopped()) {
      const gap = value() - grid - proof.bound;
      const eliminated = eliminate(state, proof, gap);
      const most = patience > 0 ? CLOSE_ARCS_AT_ONCE : CLOSE_ARCS;
      if (eliminated.arcsLeft <= most) {
        state.watch.turn({ stage: "closing", lines: master.lines.length });
        const closed = await close(state, eliminated, {
          tier,
          held: this.held,
          cutoff: value() - grid,
          nodeLimit: nodes,
          seed: this.params.seed,
        });
        taken += closed.nodes;
        if (closed.kind === "none-better") lower = value();
        if (closed.kind === "better") {
          offer(state, closed.assignment);
          if (closed.proven) lower = value();
        }
        if (closed.kind !== "stopped") continue;
        nodes *= 4;
      }
      patience = PATIENCE;
      while (patience > 0 && value() > lower && !state.watch.stopped()) {
        if (!state.watch.step()) return { bound: lower, proof };
        state.watch.turn({ stage: "improving", lines: master.lines.length });
        patience = (await this.improve(proof, blend)) ? PATIENCE : patience - 1;
      }
    }
    const closed = lower > bound() ? { nodes: taken } : undefined;
    return { bound: Math.max(lower, bound()), proof, closed };
  }

  /** Holds a tier at its value and leaves out all that cannot reach it. */
  hold(tier: number, proof: BoundProof): void {
    const { state } = this;
    const value = state.best.value[tier] ?? 0;
    const { deleted } = eliminate(state, proof, value - proof.bound);
    deleted.forEach((each, at) => {
      state.deleted[at] = each;
    });
    this.held.push({ tier, value });
    if (this.master === undefined) return;
    this.master.hold({ tier, value });
    this.master.bar((line) => this.ruledOut(line));
  }

  private ruledOut(line: Line): boolean {
    const at = this.state.component.profiles.findIndex(({ index }) => index === line.profile);
    const deleted = this.state.deleted[at];
    if (deleted === undefined) return false;
    return (
      line.arcs.some((a) => deleted.arcs[a] === 1) ||
      line.options.some((o) => deleted.options[o] === 1)
    );
  }

  private dive(master: Master, grid: number, tier: number): Promise<Assignment | undefined> {
    const { state, params, held } = this;
    const cutoff = (state.best.value[tier] ?? 0) - grid;
    const weights = only(tier, state.tiers);
    const penalty = penaltyOf(state, tier);
    const { seed, open } = params;
    return dive(state, master, { grid, cutoff, weights, penalty, held, seed, open });
  }

  private async improve(proof: BoundProof, blend: Blend): Promise<boolean> {
    const { state, params } = this;
    const most = Math.min(FREE.most, Math.round(FREE.share * state.component.doctors));
    const size = Math.min(Math.max(4, most), Math.round(FREE.first + FREE.more * this.failures));
    const known = this.master?.lines ?? [];
    const { seed, open } = params;
    const better = await improve(state, proof, { blend, size, seed, open, known });
    this.failures = better ? 0 : this.failures + 1;
    return better;
  }

  /**
   * A plan that is good in all tiers at once, before anything is proven tier by tier: one column
   * generation over the blend, a dive, and neighbourhoods while they bring something.
   */
  private async search(): Promise<void> {
    const { state, params } = this;
    const ideal = (): boolean =>
      state.best.value.every((value, k) => value <= (this.unconditional[k] ?? 0));
    if (ideal() || state.watch.stopped()) return;
    const blend = blendTo(state, state.tiers - 1);
    const lp = await params.open(params.seed);
    const master = new Master(lp, state.component, state.limits);
    this.master = master;
    master.add(state.best.lines.map(({ line }) => line));
    master.minimise(blend.weights, 1);
    const cost = (): number => weighted(state.best.value, blend.weights);
    const pricing = { grid: blend.grid, cutoff: cost(), smoothing: 0.5 };
    let generated = generate(state, master, { ...pricing, rounds: EARLY_ROUNDS });
    if (generated === undefined) return;
    if (!generated.complete) {
      // Slow, and somebody is left out even in fractions: whether she must be is asked first.
      if (generated.solution.unplaced.some((share) => share > WHOLE)) {
        this.boundUnplaced(master);
        if ((this.bounds[0] ?? 0) > (this.unconditional[0] ?? 0)) return;
        master.minimise(blend.weights, 1);
      }
      const { proof } = generated;
      const rounds = Number.POSITIVE_INFINITY;
      generated = generate(state, master, { ...pricing, rounds, proof });
      if (generated === undefined) return;
    }
    const { proof } = generated;
    const done = (): boolean =>
      ideal() || cost() <= roundUp(proof.bound, blend.grid) || state.watch.stopped();
    for (let dives = 0; dives < DIVES && !done(); dives++) {
      // Another corner of the same optimal face leads elsewhere (isolation by tiny discounts).
      const most = blend.grid / (4 * state.component.doctors);
      if (dives > 0) master.minimise(blend.weights, 1, () => most * state.random.next());
      const found = await dive(state, master, {
        grid: blend.grid,
        cutoff: cost() - blend.step,
        weights: blend.weights,
        penalty: 1,
        held: [],
        seed: params.seed,
        open: params.open,
      });
      if (found !== undefined) offer(state, found);
      if (dives > 0) master.minimise(blend.weights, 1);
      for (let patience = PATIENCE; patience > 0 && !done() && state.watch.step(); patience--) {
        state.watch.turn({ stage: "improving", lines: master.lines.length });
        if (await this.improve(proof, blend)) patience = PATIENCE + 1;
      }
      this.failures = 0;
    }
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
      proof: this.unpriced(0),
    });
    if (generated === undefined) return;
    this.first = generated.proof;
    this.bounds[0] = roundUp(generated.proof.bound, 1);
    this.shortage = findShortage(state, generated.proof);
  }

  /** The bound with every seat free. */
  unpriced(tier: number): BoundProof {
    const rows = new Float64Array(this.state.limits.rows);
    const weights = only(tier, this.state.tiers);
    return { bound: priceAll(this.state, rows, weights, 0, 0).bound, rows, weights, held: 0 };
  }

  /** The master, opened when the first tier needs it. */
  private async program(tier: number): Promise<Master> {
    const { state } = this;
    const penalty = penaltyOf(state, tier);
    if (this.master === undefined) {
      const lp = await this.params.open(this.params.seed);
      this.master = new Master(lp, state.component, state.limits);
      for (const held of this.held) this.master.hold(held);
    }
    this.master.minimise(only(tier, state.tiers), penalty);
    this.master.add(state.best.lines.map(({ line }) => line));
    return this.master;
  }
}
