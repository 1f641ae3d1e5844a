/** One component, tier by tier: bound, dive, improve, close; then hold the tier and go on to the next. */

import { roundUp } from "../tolerance.ts";
import { type Blend, blendTo, gridOf } from "./blend.ts";
import { branchTier } from "./branch-tier.ts";
import { closeTier } from "./close-tier.ts";
import {
  type ComponentParams,
  type ComponentResult,
  isIdealUpTo,
  type Raised,
  type TierProof,
} from "./component-result.ts";
import { boundByCount } from "./count-bound.ts";
import { eliminate, sparesAll } from "./eliminate.ts";
import type { BoundProof } from "./generate.ts";
import type { Master } from "./master.ts";
import { isPooled } from "./master-rows.ts";
import { isRelaxed, isVast, Masters } from "./masters.ts";
import { PlanSearch, SMALL } from "./plan-search.ts";
import { offer, type SearchState } from "./search-state.ts";
import { findShortage, type Shortage } from "./shortage.ts";
import { TierBounds } from "./tier-bounds.ts";
import { weighted } from "./tier-costs.ts";
import { searchVast } from "./vast.ts";
import { type LevelSearch, settleWorstOff } from "./worst-off-level.ts";

/** Nodes that closing may take at first; more each time it was not enough. */
const CLOSE_NODES = 200;
/** Doctors up to whom a linear program of every row is soon solved, and negotiating for units as soon done as for times. */
const FEW = 60;

export class ComponentSearch {
  private readonly state: SearchState;
  private readonly params: ComponentParams;
  private readonly masters: Masters;
  private readonly plans: PlanSearch;
  private readonly tierBounds: TierBounds;
  private shortage: Shortage | undefined;
  /** Are lines ruled out that burden a doctor by more than the worst-off one bears? */
  private leveled = false;
  /** Has it been negotiated for a first plan? */
  private prepared = false;

  constructor(state: SearchState, params: ComponentParams) {
    this.state = state;
    this.params = params;
    const { seed, open } = params;
    const masters = new Masters(state, { seed, open });
    this.masters = masters;
    this.plans = new PlanSearch(state, { seed, open, masters, outside: () => this.outside });
    this.tierBounds = new TierBounds(state, masters);
    this.tierBounds.takeCount(boundByCount(state, params.counted ?? []));
  }

  /** By tier: the bound with every seat free. */
  get unconditional(): readonly number[] {
    return this.tierBounds.unconditional;
  }

  /** By tier: the best bound so far. */
  get bounds(): number[] {
    return this.tierBounds.best;
  }

  /** Is the first tier bounded by a count made before? */
  get counted(): boolean {
    return this.tierBounds.first !== undefined;
  }

  /** Are all rows priced before anything else is tried, where those of this master are fewer? */
  private isWorthEveryRow({ seats }: Master): boolean {
    return isPooled(seats) && this.state.component.doctors <= FEW;
  }

  dispose(): void {
    this.masters.dispose();
  }

  /** Negotiates for a first plan, once; cheap beside the rest. */
  prepare(): void {
    const { best, watch } = this.state;
    if (this.prepared || this.isIdeal()) return;
    // Stopped before, one that has no plan at all still gets one.
    if (watch.stopped() && best.lines.length > 0) return;
    this.prepared = true;
    this.plans.first();
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
      this.tierBounds.best[tier] = bound;
      tiers.push({ value, bound, proof, closed });
      if (tier === 0 && value > 0) this.shortage ??= findShortage(state, proof);
      if (tier + 1 < state.tiers) this.hold(tier, proof);
    }
    return this.result(tiers);
  }

  private result(tiers: readonly TierProof[]): ComponentResult {
    const { state, shortage, masters } = this;
    const { lines, rows } = masters;
    return { best: state.best, tiers, shortage, lines: lines.length, rows };
  }

  /** Solves one tier, the worst-off doctor's own by levels. */
  private async settle(tier: number): Promise<Omit<TierProof, "value">> {
    const { state } = this;
    const { worstOff } = state.component;
    if (worstOff?.alone !== true || worstOff.tier !== tier) {
      const proven = await this.tier(tier);
      // What is ruled out by level the prices do not show.
      return this.leveled
        ? { ...proven, closed: proven.closed ?? { engine: "highs", nodes: 0 } }
        : proven;
    }
    const open = (level: SearchState): LevelSearch => {
      const search = new ComponentSearch(level, this.params);
      search.masters.held.push(...this.masters.held);
      return search;
    };
    const { bound, nodes, deleted } = await settleWorstOff(state, worstOff, open);
    deleted.forEach((each, at) => {
      state.deleted[at] = each;
    });
    this.leveled = true;
    return { bound, proof: this.tierBounds.free.of(tier), closed: { engine: "highs", nodes } };
  }

  /** Solves one tier as far as the limits allow. */
  async tier(tier: number): Promise<Omit<TierProof, "value">> {
    const { state, masters, plans, tierBounds } = this;
    const grid = gridOf(state, tier);
    let proof = tierBounds.known(tier);
    const value = (): number => state.best.value[tier] ?? 0;
    const bound = (): number => tierBounds.up(tier, proof);
    if (value() <= bound() || state.watch.stopped()) return { bound: bound(), proof };
    proof = tierBounds.tighten(tier, await masters.pooled(), proof);
    const blend = blendTo(state, tier);
    let lower = bound();
    let tightened = false;
    const tighten = async (): Promise<void> => {
      tightened = true;
      const master = await masters.exact();
      proof = tierBounds.tighten(tier, master, proof);
      lower = Math.max(lower, bound());
      if (value() > lower) await this.diveFor(master, tier, blend);
    };
    if (value() > lower && !isRelaxed(state)) {
      const master = await masters.pooled();
      await this.diveFor(master, tier, blend);
      if (value() > lower && this.isWorthEveryRow(master)) await tighten();
    }
    let more = 1;
    let nodes = 0;
    let engine: Raised["engine"] = "branching";
    while (value() > lower && !state.watch.stopped()) {
      const params = {
        tier,
        held: masters.held,
        cutoff: value() - grid,
        nodeLimit: more * CLOSE_NODES,
        seed: this.params.seed,
      };
      // A large program waits until nothing else brings anything.
      const bounded = { proof, tightened: tightened && more > 1 };
      const closed = await closeTier(state, masters, bounded, params);
      if (closed !== undefined) {
        nodes += closed.nodes;
        if (closed.kind === "better") offer(state, closed.assignment);
        if (closed.kind === "none-better" || (closed.kind === "better" && closed.proven)) {
          lower = value();
          engine = "highs";
        }
        if (closed.kind !== "stopped") continue;
      }
      const branched = await branchTier(state, { masters, plans }, proof, {
        tier,
        target: lower,
        more,
      });
      nodes += branched?.nodes ?? 0;
      if (branched?.kind === "none") {
        lower += grid;
        tierBounds.best[tier] = lower;
      }
      if (branched !== undefined && branched.kind !== "stopped") continue;
      more *= 4;
      await plans.improveUntil(proof, blend, () => value() <= lower);
      if (tightened || value() <= lower || state.watch.stopped()) continue;
      await tighten();
    }
    const closed = lower > bound() ? { engine, nodes } : undefined;
    return { bound: Math.max(lower, bound()), proof, closed };
  }

  /** Dives for a plan that is better in a tier, which the master must minimise. */
  private diveFor(master: Master, tier: number, blend: Blend): Promise<boolean> {
    const { state, plans } = this;
    const grid = gridOf(state, tier);
    const [value = 0, target = 0] = [state.best.value[tier], this.bounds[tier]];
    return plans.dive(master, { blend, grid, target, cutoff: value - grid });
  }

  /** How many must be left out, as far as is known. */
  private get outside(): number {
    const held = this.masters.held.find(({ tier }) => tier === 0);
    return held?.value ?? this.bounds[0] ?? 0;
  }

  /** Holds a tier at its value and leaves out all that cannot reach it. */
  hold(tier: number, proof: BoundProof): void {
    const { state } = this;
    const value = state.best.value[tier] ?? 0;
    if (!sparesAll(state, proof)) {
      const { deleted } = eliminate(state, proof, value - proof.bound);
      deleted.forEach((each, at) => {
        state.deleted[at] = each;
      });
    }
    this.masters.hold({ tier, value });
  }

  /**
   * A plan that is good in all tiers at once, before anything is proven tier by tier: a first one by
   * negotiation, then one column generation over the blend, whose prices guide further ones and whose
   * points are dived from.
   */
  private async search(): Promise<void> {
    const { state } = this;
    this.prepare();
    if (this.isIdeal() || state.watch.stopped()) return;
    const blend = blendTo(state, state.tiers - 1);
    const master = await this.masters.pooled();
    master.add(state.best.lines.map(({ line }) => line));
    if (isVast(state)) {
      const free = this.tierBounds.free.under(blend.weights);
      this.tierBounds.blended = await searchVast(state, { master, plans: this.plans }, blend, free);
      return;
    }
    if (this.leavesOut() && isPooled(master.seats) && state.component.doctors > FEW) {
      await this.plans.firstTimes(master.seats, blend);
    }
    // Whether whoever is left out still must be is asked first, it is soon answered.
    if (!this.counted && this.leavesOut()) {
      const unplaced = this.tierBounds.unplaced(master);
      if (unplaced !== undefined) this.shortage = findShortage(state, unplaced);
      // What negotiation in a large component has not found by then takes it long.
      if (state.component.doctors > SMALL) await this.diveFor(master, 0, blend);
    }
    if (state.watch.stopped()) return;
    const bounded = this.tierBounds.underBlend(master, blend);
    if (bounded === undefined) return;
    let proof = bounded;
    const cost = (): number => weighted(state.best.value, blend.weights);
    const done = (): boolean => this.isIdeal() || cost() <= roundUp(proof.bound, blend.grid);
    // Where whole lines are closed over, a plan made of those known is better than one negotiated.
    if (isRelaxed(state) && !done()) return this.plans.combineKnown(blend);
    await this.plans.begin(master, proof, { blend, done });
    if (!done() && !state.watch.stopped() && this.isWorthEveryRow(master)) {
      proof = this.tierBounds.underBlend(await this.masters.exact(), blend) ?? proof;
    }
    // Where only the last tier is open, its own search does more than this one for all.
    if (isIdealUpTo(state.tiers - 2, state.best.value, this.unconditional)) return;
    await this.plans.improveUntil(proof, blend, done);
  }

  /** Does the best plan leave out more than must be, as far as is known? */
  private leavesOut(): boolean {
    return (this.state.best.value[0] ?? 0) > (this.bounds[0] ?? 0);
  }

  /** Is nothing dearer than with every seat free? */
  private isIdeal(): boolean {
    return isIdealUpTo(this.state.tiers, this.state.best.value, this.unconditional);
  }
}
