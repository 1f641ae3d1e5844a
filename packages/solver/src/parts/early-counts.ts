/**
 * What counting seats shows of a whole problem before any part of it is begun: said at once, and kept
 * for parts that a stop did not let end.
 */
import type { PartProof, Problem, Reason } from "@placera/domain";
import { tooFewSeats } from "../lines/explain.ts";
import { limitsOf } from "../lines/limits.ts";
import { countSeats, type SeatCount, shortOf } from "../lines/seat-count.ts";
import { writeCountProof } from "../lines/write-proof.ts";
import type { PartStanding, Shown } from "./standing.ts";

export interface EarlyCounts {
  readonly counts: readonly SeatCount[];
  /** So many at the least must be left out. */
  readonly short: number;
}

export function earlyCounts(problem: Problem): EarlyCounts {
  const counts = countSeats(problem, limitsOf(problem));
  return { counts, short: counts.reduce((sum, count) => sum + shortOf(count), 0) };
}

export function shownOf(
  problem: Problem,
  { counts }: EarlyCounts,
  parts: readonly (PartStanding & { readonly doctors: readonly number[] })[],
): Shown {
  if (counts.length === 0) return { bound: 0, proofs: [], reasons: new Map() };
  const limits = limitsOf(problem);
  const proofs: PartProof[] = [];
  const reasons = new Map<number, Reason>();
  let bound = 0;
  for (const { doctors, end, standing } of parts) {
    if (end !== undefined) continue;
    const own = new Set(doctors);
    const within = counts.filter((count) => count.doctors.every((at) => own.has(at)));
    const short = within.reduce((sum, count) => sum + shortOf(count), 0);
    // Doctors without a single line are known of already, and may be among those counted.
    const known = standing?.shares.reduce((sum, each) => sum + (each.unconditional[0] ?? 0), 0);
    bound += Math.max(0, short - (known ?? 0));
    for (const count of within) {
      proofs.push(writeCountProof({ problem, limits }, count));
      const reason = tooFewSeats({ problem, limits }, count);
      for (const at of count.doctors) reasons.set(at, reason);
    }
  }
  return { bound, proofs, reasons };
}
