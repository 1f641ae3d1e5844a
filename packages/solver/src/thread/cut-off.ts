/** What a solve answers that is ended from outside: its last plan, of which next to nothing is proven. */
import type {
  DoctorId,
  Outcome,
  OutcomeStatus,
  Problem,
  SolveParams,
  VerifiedPlan,
} from "@placera/domain";
import type { SnapshotTimes } from "./thread-watch.ts";

/** Cut off before its first plan. */
export function beforeAnyPlan(problem: Problem): Outcome {
  const none = { elapsedMs: 0, firstPlanMs: undefined, bestPlanMs: undefined };
  return {
    status: "no-plan-found",
    stoppedBy: "cancelled",
    plan: undefined,
    unplaced: problem.doctors.map(({ id }) => notFound(id)),
    tiers: [],
    stats: { ...none, ...unknownSize, formulation: "unknown" },
  };
}

/** Cut off now, with a plan. */
export function cutOff(plan: VerifiedPlan, times: SnapshotTimes, params: SolveParams): Outcome {
  // Every tier counts something unwanted, so none goes below zero.
  const tiers = plan.score.map(({ tier, value }) => ({
    tier,
    value,
    bound: 0,
    proven: value === 0,
  }));
  const status: OutcomeStatus =
    plan.unplaced.length > 0
      ? "no-plan-found"
      : tiers.every(({ proven }) => proven)
        ? "optimal"
        : "feasible";
  return {
    status,
    stoppedBy: "cancelled",
    plan,
    unplaced: plan.unplaced.map(notFound),
    tiers,
    stats: { ...times, ...unknownSize, formulation: params.formulation },
  };
}

const unknownSize = { components: 0, lines: 0, rows: 0, engine: "unknown" };
const notFound = (doctor: DoctorId) => ({ doctor, reason: { kind: "not-found" as const } });
