/** Why an engine stopped, apart from what it found: the two are never read off each other. */

/** Each reason for stopping and its meaning, one sentence each. */
export const TERMINATION_MEANING = {
  optimal: "No solution is better than the one given, within the gap that was asked for.",
  infeasible: "It is proven that no solution exists.",
  unbounded: "Solutions exist and their cost falls without end, so the model lacks a bound.",
  "infeasible-or-unbounded":
    "It is proven that there is no best solution; whether there is any was not settled.",
  cutoff:
    "No solution costs as little as the cutoff that was given; whether a dearer one exists was not asked.",
  "time-limit": "The time limit was reached before the search was complete.",
  "node-limit": "The limit on search nodes was reached before the search was complete.",
  "iteration-limit": "The limit on simplex iterations was reached before the search was complete.",
  interrupted: "The caller asked for a stop before the search was complete.",
  "memory-limit": "The engine reached its memory limit before the search was complete.",
  "numerical-trouble": "The engine gave up because it could not trust its own arithmetic.",
} as const satisfies Record<string, string>;

/** Why an engine stopped. */
export type TerminationStatus = keyof typeof TERMINATION_MEANING;

/** All statuses, in the order in which the documentation lists them. */
export const TERMINATION_STATUSES = Object.keys(
  TERMINATION_MEANING,
) as readonly TerminationStatus[];

/** Did the engine finish, so that more time would change nothing? */
export function isConclusive(status: TerminationStatus): boolean {
  return ["optimal", "infeasible", "unbounded", "infeasible-or-unbounded", "cutoff"].includes(
    status,
  );
}
