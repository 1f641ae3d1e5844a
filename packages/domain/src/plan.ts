/** The plan: who is where, from when to when. Days in spans are half-open. */
import { z } from "zod";
import { type Day, formatDay, parseDay } from "./calendar.ts";
import type { DoctorId, RequirementId, SectionId, UnitId } from "./problem.ts";
import type { RuleClass, RuleId } from "./rule-settings.ts";
import type { TierId } from "./tier.ts";

/** One stay of one doctor at one unit. */
export interface Placement {
  readonly requirement: RequirementId;
  readonly unit: UnitId;
  /** The section it is credited to. */
  readonly section: SectionId;
  readonly from: Day;
  readonly to: Day;
}

/** One doctor's whole rotation: the block and its placements in order of time. */
export interface Rotation {
  readonly doctor: DoctorId;
  /** The block's first day. */
  readonly start: Day;
  readonly placements: readonly Placement[];
}

/** Rotations in the order of the problem's doctors; a doctor without one is unplaced. */
export interface Plan {
  readonly rotations: readonly Rotation[];
}

/** A rule that a plan breaks: where, and how badly in whole steps (1 or more). */
export interface Finding {
  readonly rule: RuleId;
  readonly class: RuleClass;
  /** `broken`: the plan is not valid. `disregarded`: a preference that cost something. */
  readonly kind: "broken" | "disregarded";
  readonly magnitude: number;
  readonly doctors: readonly DoctorId[];
  readonly unit?: UnitId;
  readonly from?: Day;
  readonly to?: Day;
  /** What the sentence of the rule needs. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a tier came to. */
export interface TierResult {
  readonly tier: TierId;
  /** Of the plan, recomputed from the plan alone. */
  readonly value: number;
  /** No plan that is as good in the tiers before can be below this. */
  readonly bound: number;
  readonly proven: boolean;
}

declare const verified: unique symbol;
/** A plan that every rule in force passed. Only `verifyPlan` makes one; only this can be rendered. */
export interface VerifiedPlan {
  readonly [verified]: true;
  readonly plan: Plan;
  readonly unplaced: readonly DoctorId[];
  /** Preferences that were disregarded. */
  readonly findings: readonly Finding[];
  /** The plan's value by tier. */
  readonly score: readonly { readonly tier: TierId; readonly value: number }[];
  /** Wishes granted and made, by doctor. */
  readonly wishes: readonly {
    readonly doctor: DoctorId;
    readonly granted: readonly boolean[];
  }[];
}

const DateText = z.string().refine((text) => parseDay(text) !== undefined);

/** A plan's rotations as JSON. */
export const PlanRotations = z.array(
  z.strictObject({
    doctor: z.string(),
    start: DateText,
    placements: z.array(
      z.strictObject({
        requirement: z.string(),
        unit: z.string(),
        section: z.string(),
        from: DateText,
        to: DateText,
      }),
    ),
  }),
);

/** Plan → its JSON rotations. */
export function writePlan(plan: Plan): z.output<typeof PlanRotations> {
  return plan.rotations.map(({ doctor, start, placements }) => ({
    doctor,
    start: formatDay(start),
    placements: placements.map(({ requirement, unit, section, from, to }) => ({
      requirement,
      unit,
      section,
      from: formatDay(from),
      to: formatDay(to),
    })),
  }));
}

/** JSON rotations → Plan; the inverse of `writePlan`. */
export function readPlan(rotations: z.output<typeof PlanRotations>): Plan {
  const day = (text: string): Day => parseDay(text) ?? Number.NaN;
  return {
    rotations: rotations.map(({ doctor, start, placements }) => ({
      doctor,
      start: day(start),
      placements: placements.map(({ requirement, unit, section, from, to }) => ({
        requirement,
        unit,
        section,
        from: day(from),
        to: day(to),
      })),
    })),
  };
}
