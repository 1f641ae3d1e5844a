/** A problem without its unit-side rules, for looking at one doctor by herself. */
import type { Problem } from "@placera/domain";

export function withoutLimits(problem: Problem): Problem {
  return { ...problem, unitRules: [] };
}
