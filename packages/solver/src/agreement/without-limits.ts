/** A problem without its unit-side rules, for looking at one doctor by herself. */
import type { Problem } from "@placera/domain";

export function withoutLimits(problem: Problem): Problem {
  return { ...problem, unitRules: [] };
}

/** A problem whose tiers all add up over doctors. */
export function withoutWorstOff(problem: Problem): Problem {
  const tiers = problem.objective.tiers.flatMap(({ id, terms }) => {
    const [first, ...rest] = terms.filter(({ measure }) => measure !== "worst-off");
    return first === undefined ? [] : [{ id, terms: [first, ...rest] as const }];
  });
  return { ...problem, objective: { ...problem.objective, tiers } };
}
