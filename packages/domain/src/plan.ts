/** The plan: who is where, from when to when. Days in spans are half-open. */
import { z } from "zod";
import { type Day, formatDay, parseDay, type Span } from "./calendar.ts";
import type { DoctorId, RequirementId, SectionId, UnitId } from "./problem.ts";
import type { RuleClass, RuleId } from "./rule-settings.ts";
import { type PercentageStep, percentagesIn, type Working } from "./service.ts";
import type { TierId } from "./tier.ts";

/** One stay of one doctor at one unit. */
export interface Placement {
  readonly requirement: RequirementId;
  readonly unit: UnitId;
  /** The section it is credited to. */
  readonly section: SectionId;
  readonly from: Day;
  readonly to: Day;
  /** Per cent of full time, the first from its first day; left out at full time throughout. */
  readonly percentages?: readonly PercentageStep[];
}

/** What a placement in the span says of the doctor's working time. */
export function workingIn(doctor: Working, span: Span): Pick<Placement, "percentages"> {
  if (doctor.percentages.length === 0) return {};
  const percentages = percentagesIn(doctor, span);
  return percentages.every(({ percentage }) => percentage === 100) ? {} : { percentages };
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
const Share = z.number().positive().max(100);
const PercentageText = z.union([
  Share,
  z.array(z.strictObject({ from: DateText, percentage: Share })).min(1),
]);

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
        percentage: PercentageText.optional(),
      }),
    ),
  }),
);

/** Plan → its JSON rotations. */
export function writePlan(plan: Plan): z.output<typeof PlanRotations> {
  return plan.rotations.map(({ doctor, start, placements }) => ({
    doctor,
    start: formatDay(start),
    placements: placements.map(({ requirement, unit, section, from, to, percentages }) => ({
      requirement,
      unit,
      section,
      from: formatDay(from),
      to: formatDay(to),
      ...(percentages === undefined ? {} : { percentage: writePercentages(percentages) }),
    })),
  }));
}

/** One number where there is one step. */
function writePercentages(steps: readonly PercentageStep[]): z.output<typeof PercentageText> {
  const [only, ...others] = steps;
  if (only !== undefined && others.length === 0) return only.percentage;
  return steps.map(({ from, percentage }) => ({ from: formatDay(from), percentage }));
}

/** JSON rotations → Plan; the inverse of `writePlan`. */
export function readPlan(rotations: z.output<typeof PlanRotations>): Plan {
  const day = (text: string): Day => parseDay(text) ?? Number.NaN;
  return {
    rotations: rotations.map(({ doctor, start, placements }) => ({
      doctor,
      start: day(start),
      placements: placements.map(({ requirement, unit, section, from, to, percentage }) => ({
        requirement,
        unit,
        section,
        from: day(from),
        to: day(to),
        ...(percentage === undefined
          ? {}
          : {
              percentages: Array.isArray(percentage)
                ? percentage.map((step) => ({ ...step, from: day(step.from) }))
                : [{ from: day(from), percentage }],
            }),
      })),
    })),
  };
}
