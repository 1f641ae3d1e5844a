/** A problem's parts put together to so many batches of about equal work, for as many workers. */
import type { Problem } from "@placera/domain";
import { LEAST_DOCTORS, splitProblem } from "./split.ts";

/** Indices of doctors by batch, ascending; at most `most` batches, fewer when there are fewer parts. */
export function divideParts(problem: Problem, most: number): number[][] {
  const parts = [...splitProblem(problem, LEAST_DOCTORS)];
  parts.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const batches: number[][] = Array.from({ length: Math.min(most, parts.length) }, () => []);
  for (const part of parts) {
    // The largest first, each to whoever has least: nobody gets much more than others.
    const least = batches.reduce((a, b) => (b.length < a.length ? b : a));
    least.push(...part);
  }
  return batches.map((batch) => batch.sort((a, b) => a - b));
}
