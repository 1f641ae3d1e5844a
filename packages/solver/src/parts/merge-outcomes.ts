/** Outcomes of parts that were solved apart, each as a job of its own → the outcome of the whole. */
import {
  type Outcome,
  type Plan,
  type Problem,
  readPlan,
  readReason,
  type SolveOutcome,
  type StoppedBy,
} from "@placera/domain";
import { statusOf, tierResults } from "../outcome-parts.ts";
import { PlanRefused } from "../plan-refused.ts";
import { nameSupervisors } from "../supervise/name-supervisors.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { addBounds } from "./add-bounds.ts";

/** The merged plan is verified as a whole. Throws `PlanRefused` when it is refused. */
export function mergeOutcomes(problem: Problem, parts: readonly SolveOutcome[]): Outcome {
  const verification = verifyPlan(problem, nameSupervisors(problem, unionOf(problem, parts)));
  if (!verification.ok) throw new PlanRefused(verification.violations);
  const { verified } = verification;
  const tiers = tierResults(verified, boundsOf(parts));
  const reasons = new Map(
    parts.flatMap(({ unplaced }) => unplaced.map((each) => [each.doctor, each])),
  );
  const proofs = parts.flatMap(({ plan }) => plan?.certificate.proofs ?? []);
  return {
    status: statusOf(tiers),
    stoppedBy: stoppedBy(parts),
    plan: verified,
    unplaced: verified.unplaced.map((doctor) => {
      const known = reasons.get(doctor)?.reason;
      return { doctor, reason: known === undefined ? { kind: "not-found" } : readReason(known) };
    }),
    tiers,
    ...(proofs.length === 0 ? {} : { proofs }),
    stats: statsOf(parts),
  };
}

/** The parts' rotations in the order of the problem's doctors. */
function unionOf(problem: Problem, parts: readonly SolveOutcome[]): Plan {
  const { rotations } = readPlan(parts.flatMap(({ plan }) => plan?.rotations ?? []));
  const byDoctor = new Map(rotations.map((rotation) => [rotation.doctor, rotation]));
  return { rotations: problem.doctors.flatMap(({ id }) => byDoctor.get(id) ?? []) };
}

/** Whatever the tiers before come to, a part's outcome says only that no cost is below zero. */
const boundsOf = (parts: readonly SolveOutcome[]): number[] =>
  addBounds(
    parts.map(({ tiers }) => ({
      values: tiers.map(({ value }) => value),
      bounds: tiers.map(({ bound }) => bound),
      unconditional: tiers.map(({ bound }, k) => (k === 0 ? bound : 0)),
    })),
  );

/** Why any of them ended early; what somebody wished comes before what a limit brought about. */
function stoppedBy(parts: readonly SolveOutcome[]): StoppedBy {
  const order = ["cancelled", "shutdown", "time-limit", "memory-limit", "node-limit"] as const;
  return order.find((reason) => parts.some((part) => part.stoppedBy === reason)) ?? "finished";
}

function statsOf(parts: readonly SolveOutcome[]): Outcome["stats"] {
  const stats = parts.map((part) => part.stats);
  const sum = (of: "components" | "lines" | "rows") =>
    stats.reduce((all, each) => all + each[of], 0);
  // They run at the same time where there are workers enough.
  const latest = (of: "firstPlanMs" | "bestPlanMs") => {
    const times = stats.map((each) => each[of]);
    return times.some((time) => time === undefined)
      ? undefined
      : Math.max(...times.map((time) => time ?? 0));
  };
  const [first] = stats;
  return {
    elapsedMs: Math.max(0, ...stats.map(({ elapsedMs }) => elapsedMs)),
    firstPlanMs: latest("firstPlanMs"),
    bestPlanMs: latest("bestPlanMs"),
    components: sum("components"),
    lines: sum("lines"),
    rows: sum("rows"),
    engine: first?.engine ?? "unknown",
    formulation: first?.formulation ?? "unknown",
  };
}
