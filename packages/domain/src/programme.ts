/** Programmes: what doctors are to do, and in which order; and the intakes that begin one together. */
import type { Day, Duration, Span } from "./calendar.ts";
import type { IntakeId, ProgrammeId, RequirementId, SectionId, SiteId, UnitId } from "./ids.ts";
import type { RuleSetting, Track } from "./rule-settings.ts";
import type { Text } from "./text.ts";

export interface LengthRange {
  readonly min: Duration;
  readonly max: Duration;
}

/** One owed stay: in one of the sections, in one stretch, of a length in the range. */
export interface Requirement {
  readonly id: RequirementId;
  readonly index: number;
  readonly sections: readonly SectionId[];
  readonly length: LengthRange;
  /** Must lie at the doctor's base site (bassite). */
  readonly atBase: boolean;
  /** Requirements that must have been begun before this one. */
  readonly after: readonly RequirementId[];
  /** Index of the group it may be chosen from; undefined when everyone does it. */
  readonly group: number | undefined;
}

/** Of these requirements each doctor does exactly so many. */
export interface Group {
  readonly requirements: readonly RequirementId[];
  readonly choose: number;
}

/** A short placement (kortplacering) inside a longer one that is done in two parts, at one unit. */
export interface ShortPlacement {
  readonly requirement: RequirementId;
  /** The parts of the longer one before and after it. */
  readonly within: readonly [first: RequirementId, second: RequirementId];
  /** Of all three together. */
  readonly length: LengthRange | undefined;
  /** The unit of the first part, where it was just done before the plan begins. */
  readonly begunAt: UnitId | undefined;
}

/** Fixed days on which doctors of a programme or an intake are away from their units (D28). */
export interface FixedSpan extends Span {
  readonly id: string;
  readonly kind: "teaching" | "introduction" | "vacation" | "closed";
  readonly name: Text;
}

/** How often a doctor is assessed, and when at last (D18). */
export interface Assessments {
  readonly perPlacement: number;
  /** Weeks of service that each takes. */
  readonly leastWeeks: number;
  /** The month of the block's service, counted from 1. */
  readonly finalReviewMonth: number | undefined;
}

export interface Programme {
  readonly id: ProgrammeId;
  readonly index: number;
  readonly track: Track;
  readonly name: string;
  readonly requirements: readonly Requirement[];
  readonly length: LengthRange | undefined;
  /** Order template: every requirement of a group begins before any of a later group. */
  readonly order: readonly (readonly RequirementId[])[] | undefined;
  readonly groups: readonly Group[];
  readonly shortPlacements: readonly ShortPlacement[];
  /** Goals to be met at the units of a rotation. */
  readonly goals: readonly string[];
  readonly assessments: Assessments | undefined;
  /** Sorted, disjoint. */
  readonly fixedSpans: readonly FixedSpan[];
  /** The rules of this programme, one setting a rule; those that are off left out. */
  readonly rules: readonly RuleSetting[];
}

export interface Intake {
  readonly id: IntakeId;
  readonly programme: ProgrammeId;
  readonly start: Day;
  /** At most so many of the intake's doctors have their base at the site. */
  readonly split: ReadonlyMap<SiteId, number> | undefined;
  /** Programmes as its doctors have them, where some fixed spans are the intake's own (D28). */
  readonly programmes: ReadonlyMap<ProgrammeId, Programme>;
}
