/** One problem, or one part of it: begun with all lines, or first with those who can keep their earlier plan doing so. */
import type { Plan, Problem } from "@placera/domain";
import {
  type BegunLines,
  beginDivided,
  type LinesEnd,
  type LinesParams,
  type LinesWatch,
  type Share,
  type Standing,
} from "./begin-divided.ts";
import { isIdealUpTo } from "./component-result.ts";
import { type Divided, divide } from "./divide.ts";
import { keepingTier } from "./kept.ts";

export type { BegunLines, LinesEnd, SearchStage, Share, Standing } from "./begin-divided.ts";

export function beginLines(problem: Problem, params: LinesParams, watch: LinesWatch): BegunLines {
  const tier = keepingTier(problem);
  const divided = divide(problem, tier);
  if (tier !== undefined && divided.counts.length > 0) {
    // Somebody must be left out, so that not everyone costs her least: those kept are not enough.
    return beginDivided(divide(problem), params, watch);
  }
  if (tier === undefined || !divided.profiles.some(({ isKept }) => isKept === true)) {
    return beginDivided(divided, params, watch);
  }
  return new KeptFirst(divided, tier, params, watch);
}

/** Searches among the plans in which those kept change nothing; among all where these are not enough (kept.ts). */
class KeptFirst implements BegunLines {
  private readonly problem: Problem;
  private readonly tier: number;
  private readonly params: LinesParams;
  private readonly watch: LinesWatch;
  private readonly near: BegunLines;
  /** Is what is proven of the plans near the earlier one proven of all? */
  private isEnough = false;
  private all: BegunLines | undefined;

  constructor(near: Divided, tier: number, params: LinesParams, watch: LinesWatch) {
    this.problem = near.problem;
    this.tier = tier;
    this.params = params;
    this.watch = watch;
    this.near = beginDivided(near, { ...params, idealUpTo: tier }, watch);
  }

  plan(): Plan {
    return (this.all ?? this.near).plan();
  }

  standing(): Standing {
    if (this.all !== undefined) return this.all.standing();
    const standing = this.near.standing();
    return { ...standing, shares: standing.shares.map((share) => this.shown(share)) };
  }

  prepare(): void {
    this.near.prepare();
  }

  async run(): Promise<LinesEnd> {
    const { params, watch, problem } = this;
    const end = await this.near.run();
    const { shares } = this.near.standing();
    const isIdeal = shares.every(({ values, unconditional }) =>
      isIdealUpTo(this.tier, values, unconditional),
    );
    if (watch.stopped()) return { ...end, proofs: [] };
    if (isIdeal) {
      this.isEnough = true;
      return end;
    }
    const warmStarts = [...params.warmStarts, this.near.plan()];
    this.all = beginDivided(divide(problem), { ...params, warmStarts }, watch);
    watch.better();
    return this.all.run();
  }

  /** What of a share holds for all plans: with every seat free those kept cost nothing up to the tier. */
  private shown({ values, bounds, unconditional }: Share): Share {
    const free = unconditional.map((bound, k) => (k <= this.tier ? bound : 0));
    return { values, bounds: this.isEnough ? bounds : free, unconditional: free };
  }
}
