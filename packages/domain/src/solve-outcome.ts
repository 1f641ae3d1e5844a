/** An outcome and its progress as JSON: what leaves a solver thread, travels in a job and is kept. */
import { z } from "zod";
import {
  type Outcome,
  type OutcomeStatus,
  type Progress,
  STOPPED_BY,
  type StoppedBy,
} from "./outcome.ts";
import {
  createPlanDocument,
  type Makers,
  PlanDocument,
  ReasonText,
  writeReason,
} from "./plan-document.ts";
import type { Problem } from "./problem.ts";
import type { SolveParams } from "./solve-params.ts";

export const OUTCOME_STATUSES = [
  "optimal",
  "feasible",
  "infeasible",
  "no-plan-found",
] as const satisfies readonly OutcomeStatus[];

export const SolveOutcome = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal("outcome"),
  status: z.enum(OUTCOME_STATUSES),
  stoppedBy: z.enum(STOPPED_BY),
  /** Absent only when the solve was stopped before any verified plan. */
  plan: PlanDocument.optional(),
  unplaced: z.array(z.strictObject({ doctor: z.string(), reason: ReasonText })),
  tiers: z.array(
    z.strictObject({
      tier: z.string(),
      value: z.number(),
      bound: z.number(),
      proven: z.boolean(),
    }),
  ),
  stats: z.strictObject({
    /** Milliseconds of this run; a solve that was taken up again counts from there. */
    elapsedMs: z.number(),
    firstPlanMs: z.number().optional(),
    bestPlanMs: z.number().optional(),
    components: z.number(),
    lines: z.number(),
    rows: z.number(),
    engine: z.string(),
    formulation: z.string(),
  }),
});
export type SolveOutcome = z.output<typeof SolveOutcome>;

/** Where a running solve is. Costs and bounds are of the tier being solved, times in milliseconds. */
export const SolveProgress = z.strictObject({
  stage: z.enum(["reading", "bounding", "diving", "improving", "closing", "verifying", "done"]),
  tier: z.string().optional(),
  component: z.number(),
  components: z.number(),
  lines: z.number(),
  incumbent: z.number().optional(),
  bound: z.number().optional(),
  gap: z.number().optional(),
  /** By tier, all components together, once each has a plan. */
  tiers: z
    .array(z.strictObject({ tier: z.string(), value: z.number(), bound: z.number() }))
    .optional(),
  elapsedMs: z.number(),
});
export type SolveProgress = z.output<typeof SolveProgress>;

/** Outcome → its JSON. */
export function writeSolveOutcome(
  problem: Problem,
  outcome: Outcome,
  params: SolveParams,
  makers: Makers,
): SolveOutcome {
  const plan = createPlanDocument(problem, outcome, params, makers);
  const { firstPlanMs, bestPlanMs, ...stats } = outcome.stats;
  return {
    schemaVersion: 1,
    kind: "outcome",
    status: outcome.status,
    stoppedBy: outcome.stoppedBy,
    ...(plan === undefined ? {} : { plan }),
    unplaced: outcome.unplaced.map(({ doctor, reason }) => ({
      doctor,
      reason: writeReason(reason),
    })),
    tiers: outcome.tiers.map((tier) => ({ ...tier })),
    stats: {
      ...stats,
      ...(firstPlanMs === undefined ? {} : { firstPlanMs }),
      ...(bestPlanMs === undefined ? {} : { bestPlanMs }),
    },
  };
}

/** Progress → its JSON; what is unknown or infinite is left out. */
export function writeSolveProgress(progress: Progress): SolveProgress {
  const { stage, tier, component, components, lines, elapsedMs } = progress;
  const known = (key: "incumbent" | "bound" | "gap") => {
    const value = progress[key];
    return value !== undefined && Number.isFinite(value) ? { [key]: value } : {};
  };
  return {
    stage,
    ...(tier === undefined ? {} : { tier }),
    component,
    components,
    lines,
    ...known("incumbent"),
    ...known("bound"),
    ...known("gap"),
    ...(progress.tiers === undefined ? {} : { tiers: progress.tiers.map((each) => ({ ...each })) }),
    elapsedMs,
  };
}

/** The same outcome, ended for another reason than it gives: for a solve that had to be cut off. */
export function stoppedOutcome(outcome: SolveOutcome, stoppedBy: StoppedBy): SolveOutcome {
  const { plan } = outcome;
  return {
    ...outcome,
    stoppedBy,
    ...(plan === undefined
      ? {}
      : { plan: { ...plan, certificate: { ...plan.certificate, stoppedBy } } }),
  };
}
