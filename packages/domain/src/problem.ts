/**
 * The problem: everything known before a plan is made. Immutable, its references checked; only
 * `parseProblem` makes one, so nothing after it validates again.
 */
import type { Calendar } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import type { ProgrammeId } from "./ids.ts";
import type { Objective } from "./objective.ts";
import type { PreviousRotation } from "./previous-plan.ts";
import type { Intake, Programme } from "./programme.ts";
import type { RuleId, RuleSetting } from "./rule-settings.ts";
import type { Section } from "./section.ts";
import type { Home, Region, Site } from "./site.ts";
import type { Supervisor } from "./supervisor.ts";
import type { TierId } from "./tier.ts";
import type { OnCallLine, Unit } from "./unit.ts";

/** A law set aside in a programme, be it for want of a pack, and why: printed on every output. */
export interface LawOverride {
  readonly rule: RuleId;
  readonly programme: ProgrammeId;
  readonly reason: string;
}

export interface ProblemData {
  /** SHA-256 of the file's canonical JSON, `sha256-…`: the problem's identity. */
  readonly hash: string;
  readonly name: string;
  readonly calendar: Calendar;
  readonly sections: readonly Section[];
  readonly regions: readonly Region[];
  readonly sites: readonly Site[];
  readonly homes: readonly Home[];
  readonly units: readonly Unit[];
  readonly onCallLines: readonly OnCallLine[];
  readonly programmes: readonly Programme[];
  readonly intakes: readonly Intake[];
  readonly doctors: readonly Doctor[];
  /** Those named; units without any do not count supervision. */
  readonly supervisors: readonly Supervisor[];
  /** Rules that couple doctors: seats and intake splits; those that are off left out. */
  readonly unitRules: readonly RuleSetting[];
  readonly overrides: readonly LawOverride[];
  /** The plan to stay close to. */
  readonly previousPlan: { readonly rotations: readonly PreviousRotation[] } | undefined;
  readonly objective: Objective;
  /** Ids of the rule packs in force, `core@1` first. */
  readonly rulePacks: readonly string[];
}

declare const checked: unique symbol;
/** A problem whose every reference holds. */
export type Problem = ProblemData & { readonly [checked]: true };

/** The tiers a problem's objective has, first first. */
export function tiersOf({ objective }: ProblemData): TierId[] {
  return objective.tiers.map(({ id }) => id);
}
