/** The plan file: what `solve` and `download` write, and what `verify` re-checks from files alone. */
import { z } from "zod";
import { PartProof } from "./bound-proofs.ts";
import { type Day, formatDay, parseDay } from "./calendar.ts";
import { contentHash } from "./content-hash.ts";
import { type Outcome, type Reason, STOPPED_BY } from "./outcome.ts";
import { type Plan, PlanRotations, PlanSupervision, writePlan, writeSupervision } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { RULE_IDS, TRACKS } from "./rule-settings.ts";
import { SolveParams } from "./solve-params.ts";

/** The identity of a plan: its rotations, who supervises where that is named, and nothing else. */
export function planHash(plan: Plan): string {
  const rotations = writePlan(plan);
  if (plan.supervision === undefined) return contentHash(rotations);
  return contentHash({ rotations, supervision: writeSupervision(plan.supervision) });
}

const Tier = z.strictObject({
  tier: z.string(),
  value: z.number(),
  bound: z.number(),
  proven: z.boolean(),
});

/** What was solved, by what, with which rules, and what was proven. */
export const Certificate = z.strictObject({
  problemHash: z.string(),
  planHash: z.string(),
  rulePacks: z.array(z.string()),
  /** Laws set aside, each with its reason. */
  overrides: z.array(
    z.strictObject({ rule: z.string(), programme: z.string(), reason: z.string() }),
  ),
  product: z.strictObject({ name: z.literal("placera"), version: z.string() }),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  formulation: z.string(),
  params: SolveParams,
  status: z.enum(["optimal", "feasible", "infeasible", "no-plan-found"]),
  stoppedBy: z.enum(STOPPED_BY),
  tiers: z.array(Tier),
  /** Prices that show the bounds; absent where a bound is the engine's alone. */
  proofs: z.array(PartProof).optional(),
});
export type Certificate = z.output<typeof Certificate>;

const DayText = z
  .string()
  .refine((text) => parseDay(text) !== undefined)
  .meta({ format: "date" });

/** Why a doctor has no plan, as written: days as text. */
export const ReasonText = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("too-few-seats"),
    sections: z.array(z.string()),
    points: z.array(
      z.strictObject({
        unit: z.string(),
        track: z.enum(TRACKS).optional(),
        from: DayText,
        to: DayText,
        seats: z.number(),
      }),
    ),
    bases: z.array(z.strictObject({ intake: z.string(), site: z.string(), seats: z.number() })),
    from: DayText,
    to: DayText,
    doctors: z.array(z.string()),
    demand: z.number(),
    seats: z.number(),
    short: z.number(),
  }),
  z.strictObject({ kind: z.literal("rules-clash"), rules: z.array(z.enum(RULE_IDS)) }),
  z.strictObject({ kind: z.literal("search") }),
  z.strictObject({ kind: z.literal("not-found") }),
]);
export type ReasonText = z.output<typeof ReasonText>;

/** Reason → its text form. */
export function writeReason(reason: Reason): ReasonText {
  switch (reason.kind) {
    case "too-few-seats":
      return {
        ...reason,
        sections: [...reason.sections],
        doctors: [...reason.doctors],
        points: reason.points.map((point) => ({ ...point, ...writeSpan(point) })),
        bases: reason.bases.map((base) => ({ ...base })),
        ...writeSpan(reason),
      };
    case "rules-clash":
      return { kind: reason.kind, rules: [...reason.rules] };
    case "search":
    case "not-found":
      return { kind: reason.kind };
  }
}

/** The text form of a reason → Reason; the inverse of `writeReason`. */
export function readReason(reason: ReasonText): Reason {
  if (reason.kind !== "too-few-seats") return reason;
  const points = reason.points.map(({ track, ...point }) => ({
    ...point,
    ...(track === undefined ? {} : { track }),
    ...readSpan(point),
  }));
  return { ...reason, points, ...readSpan(reason) };
}

const readSpan = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: parseDay(from) ?? Number.NaN,
  to: parseDay(to) ?? Number.NaN,
});

const writeSpan = ({ from, to }: { readonly from: Day; readonly to: Day }) => ({
  from: formatDay(from),
  to: formatDay(to),
});

const FindingText = z.strictObject({
  rule: z.string(),
  class: z.string(),
  magnitude: z.number(),
  doctors: z.array(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const PlanDocument = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal("plan"),
  name: z.string(),
  rotations: PlanRotations,
  /** Who supervises whom; absent where the problem names no supervisors. */
  supervision: PlanSupervision.optional(),
  unplaced: z.array(z.strictObject({ doctor: z.string(), reason: ReasonText })),
  findings: z.array(FindingText),
  certificate: Certificate,
});
export type PlanDocument = z.output<typeof PlanDocument>;

/** Who made the plan: versions that go into the certificate. */
export interface Makers {
  readonly product: Certificate["product"];
  readonly engine: Certificate["engine"];
}

/**
 * An outcome → the plan file. Undefined when there is no verified plan to write; nothing but a
 * verified plan is ever written.
 */
export function createPlanDocument(
  problem: Problem,
  outcome: Outcome,
  params: SolveParams,
  makers: Makers,
): PlanDocument | undefined {
  if (outcome.plan === undefined) return undefined;
  const { plan, findings } = outcome.plan;
  return {
    schemaVersion: 1,
    kind: "plan",
    name: problem.name,
    rotations: writePlan(plan),
    ...(plan.supervision === undefined ? {} : { supervision: writeSupervision(plan.supervision) }),
    unplaced: outcome.unplaced.map(({ doctor, reason }) => ({
      doctor,
      reason: writeReason(reason),
    })),
    findings: findings.map(({ rule, class: ruleClass, magnitude, doctors, params: details }) => ({
      rule,
      class: ruleClass,
      magnitude,
      doctors: [...doctors],
      params: { ...details },
    })),
    certificate: {
      problemHash: problem.hash,
      planHash: planHash(plan),
      rulePacks: [...problem.rulePacks],
      overrides: problem.overrides.map((override) => ({ ...override })),
      product: makers.product,
      engine: makers.engine,
      formulation: outcome.stats.formulation,
      params,
      status: outcome.status,
      stoppedBy: outcome.stoppedBy,
      tiers: outcome.tiers.map((tier) => ({ ...tier })),
      ...(outcome.proofs === undefined ? {} : { proofs: [...outcome.proofs] }),
    },
  };
}
