/** Which of two plans is better, and which of two outcomes a stopped job hands over. */
import { type SolveOutcome, stoppedOutcome } from "@placera/domain";

/** A plan's value by tier, first tier first. */
export type Score = readonly { readonly tier: string; readonly value: number }[];

/** The first tier that differs decides; less is better. */
export function isWorse(score: Score, than: Score): boolean {
  for (const [at, { value }] of score.entries()) {
    const other = than[at]?.value ?? value;
    if (value !== other) return value > other;
  }
  return false;
}

/** A run that was stopped before it had caught up does not undo what an earlier run found. */
export function betterOutcome(
  outcome: SolveOutcome,
  earlier: SolveOutcome | undefined,
): SolveOutcome {
  if (outcome.stoppedBy === "finished" || earlier?.plan === undefined) return outcome;
  const keepsUp = outcome.plan !== undefined && !isWorse(outcome.tiers, earlier.tiers);
  return keepsUp ? outcome : stoppedOutcome(earlier, outcome.stoppedBy);
}
