/** The parts of an outcome that follow from a verified plan and the bounds. */
import type { OutcomeStatus, TierResult, VerifiedPlan } from "@placera/domain";

/** Values of the plan beside the bounds, which are never above them. */
export function tierResults(
  { score }: VerifiedPlan,
  bounds: readonly (number | undefined)[],
): TierResult[] {
  return score.map(({ tier, value }, k) => {
    const bound = Math.min(value, bounds[k] ?? 0);
    return { tier, value, bound, proven: bound === value };
  });
}

export function statusOf(tiers: readonly TierResult[]): OutcomeStatus {
  const [unplaced] = tiers;
  if (unplaced !== undefined && unplaced.value > 0)
    return unplaced.bound > 0 ? "infeasible" : "no-plan-found";
  return tiers.every(({ proven }) => proven) ? "optimal" : "feasible";
}
