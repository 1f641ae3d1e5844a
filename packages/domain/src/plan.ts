/** The plan: who is where, from when to when. Days in spans are half-open. */
import { z } from "zod";
import { type Day, formatDay, parseDay, type Span } from "./calendar.ts";
import type { PercentageStep } from "./doctor.ts";
import type { DoctorId, RequirementId, SectionId, SupervisorId, UnitId } from "./ids.ts";
import type { RuleClass, RuleId } from "./rule-settings.ts";
import { percentagesIn, type Working } from "./service.ts";
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

/** Who supervises whom from when to when: in a placement, or through the whole block. */
export interface Supervision {
  readonly doctor: DoctorId;
  /** The placement's; undefined for the whole block (huvudhandledare). */
  readonly requirement?: RequirementId;
  readonly supervisor: SupervisorId;
  readonly from: Day;
  readonly to: Day;
}

/** What of a plan would want somebody else, were a supervisor to leave. */
export interface SupervisorLoss {
  readonly supervisor: SupervisorId;
  /** Her doctors, in order of time, and who can take over without anybody else being moved; undefined is nobody. */
  readonly charges: readonly (Omit<Supervision, "supervisor"> & {
    readonly by: SupervisorId | undefined;
  })[];
  /** When the others at her unit have too little room for all who are there; in slots. */
  readonly short: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly load: number;
    readonly room: number;
    readonly doctors: readonly DoctorId[];
  }[];
}

/** Rotations in the order of the problem's doctors; a doctor without one is unplaced. */
export interface Plan {
  readonly rotations: readonly Rotation[];
  /** Undefined until they are named, and where the problem names no supervisors. */
  readonly supervision?: readonly Supervision[];
}

/** A rule that a plan breaks: where, and how badly in whole steps (1 or more). */
export interface Finding {
  readonly rule: RuleId;
  readonly class: RuleClass;
  /** `broken`: the plan is not valid. `disregarded`: a preference, priced or told. */
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

/** Who supervises whom as JSON. */
export const PlanSupervision = z.array(
  z.strictObject({
    doctor: z.string(),
    requirement: z.string().optional(),
    supervisor: z.string(),
    from: DateText,
    to: DateText,
  }),
);

/** Supervision → its JSON. */
export function writeSupervision(
  supervision: readonly Supervision[],
): z.output<typeof PlanSupervision> {
  return supervision.map((each) => ({
    ...each,
    from: formatDay(each.from),
    to: formatDay(each.to),
  }));
}

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

/** JSON → Plan; the inverse of `writePlan` and `writeSupervision`. */
export function readPlan(
  rotations: z.output<typeof PlanRotations>,
  supervision?: z.output<typeof PlanSupervision>,
): Plan {
  const day = (text: string): Day => parseDay(text) ?? Number.NaN;
  return {
    ...(supervision === undefined
      ? {}
      : {
          supervision: supervision.map(({ requirement, ...each }) => ({
            ...each,
            ...(requirement === undefined ? {} : { requirement }),
            from: day(each.from),
            to: day(each.to),
          })),
        }),
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
