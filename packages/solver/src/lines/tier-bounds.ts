/** What each tier of a component costs at the least: with every seat free, by a count, by prices of seats. */
import { roundUp } from "../tolerance.ts";
import { type Blend, gridOf, only, penaltyOf, staysExact } from "./blend.ts";
import { FreeBounds } from "./free-bounds.ts";
import { type BoundProof, generate } from "./generate.ts";
import type { Master } from "./master.ts";
import type { Masters } from "./masters.ts";
import type { SearchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

export class TierBounds {
  /** By tier: with every seat free. */
  readonly unconditional: readonly number[];
  /** By tier: the best so far. */
  readonly best: number[];
  /** What is proven of the first tier, where it was bounded before its turn. */
  first: BoundProof | undefined;
  /** What is proven of all tiers blended. */
  blended: BoundProof | undefined;
  private readonly state: SearchState;
  private readonly masters: Masters;
  /** With every seat free. */
  readonly free: FreeBounds;

  constructor(state: SearchState, masters: Masters) {
    this.state = state;
    this.masters = masters;
    this.free = new FreeBounds(state);
    this.unconditional = Array.from({ length: state.tiers }, (_, k) => this.up(k, this.free.of(k)));
    this.best = [...this.unconditional];
  }

  /** Takes what was counted of the first tier, if it says more. */
  takeCount(counted: BoundProof | undefined): void {
    if (counted === undefined || counted.bound <= (this.best[0] ?? 0)) return;
    this.first = counted;
    this.best[0] = this.up(0, counted);
  }

  /** The best proof of a tier that is there before lines are generated for it. */
  known(tier: number): BoundProof {
    const blended = this.ofBlend(tier);
    // Where the blend's proof is all there is to prove, nothing is priced for another.
    if (blended !== undefined && this.up(tier, blended) >= (this.state.best.value[tier] ?? 0)) {
      return blended;
    }
    const plain = (tier === 0 ? this.first : undefined) ?? this.free.of(tier);
    return blended !== undefined && blended.bound > plain.bound ? blended : plain;
  }

  /** The blend's prices bound its last tier too: what the tiers before weigh in it, they are held at. */
  private ofBlend(tier: number): BoundProof | undefined {
    const { blended, state } = this;
    const { worstOff } = state.component;
    const elsewhere = worstOff !== undefined && (worstOff.alone || worstOff.tier !== tier);
    if (blended === undefined || tier < state.tiers - 1 || elsewhere) return undefined;
    // What cannot be computed again from the plan file is no proof.
    if (!staysExact(state, blended)) return undefined;
    const held = this.masters.held.reduce(
      (sum, { tier: k, value }) => sum + value * (blended.weights[k] ?? 0),
      blended.held,
    );
    return { ...blended, bound: blended.bound + blended.held - held, held };
  }

  /** Bounds all tiers blended, as well as this master can; undefined when stopped before. */
  underBlend(master: Master, { weights, grid }: Blend): BoundProof | undefined {
    const { state, blended } = this;
    master.minimise(weights, 1);
    master.add(state.best.lines.map(({ line }) => line));
    const generated = generate(state, master, {
      grid,
      cutoff: weighted(state.best.value, weights),
      rounds: Number.POSITIVE_INFINITY,
      smoothing: 0.5,
      proof: blended,
    });
    if (generated !== undefined) this.blended = generated.proof;
    return generated?.proof;
  }

  /** Generates lines until the first tier's bound is as good as this master gives; undefined when stopped before. */
  unplaced(master: Master): BoundProof | undefined {
    master.minimise(only(0, this.state.tiers), 1);
    const proof = this.generate(0, master, this.first ?? this.free.of(0));
    if (proof !== undefined) this.first = proof;
    return proof;
  }

  /** The same for any tier; the proof given when stopped before. */
  tighten(tier: number, master: Master, proof: BoundProof): BoundProof {
    const { state } = this;
    master.minimise(only(tier, state.tiers), penaltyOf(state, tier));
    master.add(state.best.lines.map(({ line }) => line));
    return this.generate(tier, master, proof) ?? proof;
  }

  /** A bound as a value that plans can have. */
  up(tier: number, { bound }: BoundProof): number {
    return roundUp(bound, gridOf(this.state, tier));
  }

  private generate(tier: number, master: Master, known: BoundProof): BoundProof | undefined {
    const { state, best } = this;
    const generated = generate(state, master, {
      grid: gridOf(state, tier),
      cutoff: state.best.value[tier] ?? 0,
      rounds: Number.POSITIVE_INFINITY,
      smoothing: 0.5,
      proof: known,
    });
    best[tier] = Math.max(best[tier] ?? 0, this.up(tier, generated?.proof ?? known));
    return generated?.proof;
  }
}
