/** What came of a solve, and how it goes on while it runs. Infeasible is an answer, not an error. */

import type { PartProof } from "./bound-proofs.ts";
import type { Day } from "./calendar.ts";
import type { DoctorId, IntakeId, SectionId, SiteId, UnitId } from "./ids.ts";
import type { Plan, TierResult, VerifiedPlan } from "./plan.ts";
import type { RuleId, Track } from "./rule-settings.ts";
import type { TierId } from "./tier.ts";

/**
 * - `optimal`: everyone has a plan, and every tier is proven best.
 * - `feasible`: everyone has a plan; some tier has a gap.
 * - `infeasible`: proven that not everyone can have a plan; the plan leaves out as few as was found.
 * - `no-plan-found`: stopped before everyone had a plan and before that was proven impossible.
 */
export type OutcomeStatus = "optimal" | "feasible" | "infeasible" | "no-plan-found";

/** Why the search ended. */
export const STOPPED_BY = [
  "finished",
  "time-limit",
  "node-limit",
  "memory-limit",
  "cancelled",
  "shutdown",
] as const;
export type StoppedBy = (typeof STOPPED_BY)[number];

/** One unit's or section's seats over one span that a counting certificate points at. */
export interface SeatPoint {
  readonly unit: UnitId;
  /** Present where the cap of one track is meant. */
  readonly track?: Track;
  readonly from: Day;
  readonly to: Day;
  readonly seats: number;
}

/** One intake's seats at a site (intake-split) that a counting certificate points at. */
export interface BasePoint {
  readonly intake: IntakeId;
  readonly site: SiteId;
  readonly seats: number;
}

/** Why a doctor has no plan. */
export type Reason =
  | {
      /**
       * Counting certificate (docs/formulation.md 9): every legal rotation of the `demand` doctors takes
       * at least one seat at one of the points; together the points have `seats`. So `short` of
       * them stay without. Checkable by hand.
       */
      readonly kind: "too-few-seats";
      readonly sections: readonly SectionId[];
      readonly points: readonly SeatPoint[];
      readonly bases: readonly BasePoint[];
      readonly from: Day;
      readonly to: Day;
      readonly doctors: readonly DoctorId[];
      readonly demand: number;
      readonly seats: number;
      readonly short: number;
    }
  /** No rotation of hers alone obeys these rules together, even with every seat free. */
  | { readonly kind: "rules-clash"; readonly rules: readonly RuleId[] }
  /** Not everyone fits, proven by search; no short count shows it. */
  | { readonly kind: "search" }
  /** The search stopped before she was placed; nothing is proven. */
  | { readonly kind: "not-found" };

export interface Unplaced {
  readonly doctor: DoctorId;
  readonly reason: Reason;
}

export interface SolveStats {
  readonly elapsedMs: number;
  readonly firstPlanMs: number | undefined;
  readonly bestPlanMs: number | undefined;
  readonly components: number;
  readonly lines: number;
  readonly rows: number;
  readonly engine: string;
  readonly formulation: string;
}

export interface Outcome {
  readonly status: OutcomeStatus;
  readonly stoppedBy: StoppedBy;
  /** Undefined only when stopped before any verified plan, be it an empty one. */
  readonly plan: VerifiedPlan | undefined;
  readonly unplaced: readonly Unplaced[];
  readonly tiers: readonly TierResult[];
  /** What the bounds rest on, where prices show them; undefined where an engine's word is all. */
  readonly proofs?: readonly PartProof[] | undefined;
  readonly stats: SolveStats;
}

/** Where a running solve is; sent at least once a second. */
export interface Progress {
  readonly stage:
    | "reading"
    | "bounding"
    | "diving"
    | "improving"
    | "closing"
    | "verifying"
    | "done";
  readonly tier: TierId | undefined;
  readonly component: number;
  readonly components: number;
  readonly lines: number;
  /** Of the tier being solved, all components together where known. */
  readonly incumbent: number | undefined;
  readonly bound: number | undefined;
  readonly gap: number | undefined;
  /** By tier, all components together, once each has a plan. */
  readonly tiers?: readonly TierStanding[] | undefined;
  readonly elapsedMs: number;
}

/** Where a tier is while a solve runs. */
export interface TierStanding {
  readonly tier: TierId;
  /** Of the best plan so far. */
  readonly value: number;
  readonly bound: number;
}

/** What a solve asks of its surroundings; no clock or flag is reached for elsewhere. */
export interface SolveWatch {
  /** Monotonic milliseconds. */
  now(): number;
  /** Polled often; a value asks the solve to end with the best verified plan it has. */
  stopped(): Exclude<StoppedBy, "finished"> | undefined;
  report(progress: Progress): void;
  /** Called with each better plan, verified. */
  incumbent(plan: VerifiedPlan): void;
  /** Threads that the solve may use, the one it is called on included. Default: that one alone. */
  readonly threads?: number | undefined;
  /** A plan to begin from, if any. */
  readonly warmStart?: Plan | undefined;
}
