/** A problem without its unit-side rules, for looking at one doctor by herself. */
import type { Measure, Problem } from "@placera/domain";

export function withoutLimits(problem: Problem): Problem {
  return { ...problem, unitRules: [] };
}

/** A problem whose objective does not look at these measures. */
export function withoutMeasures(problem: Problem, ...measures: readonly Measure[]): Problem {
  const tiers = problem.objective.tiers.flatMap(({ id, terms }) => {
    const [first, ...rest] = terms.filter(({ measure }) => !measures.includes(measure));
    return first === undefined ? [] : [{ id, terms: [first, ...rest] as const }];
  });
  return { ...problem, objective: { ...problem.objective, tiers } };
}
