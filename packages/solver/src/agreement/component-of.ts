/** A random small problem taken apart as the line formulation does it, for tests of its stages. */
import { type Problem, type ProblemFile, parseProblem } from "@placera/domain";
import { assign } from "../lines/assignment.ts";
import type { Component } from "../lines/component.ts";
import type { Limits } from "../lines/limits.ts";
import { limitsOf } from "../lines/limits.ts";
import { type Profile, profilesOf } from "../lines/profile.ts";
import { createRandom } from "../lines/random.ts";
import { type SearchState, searchState } from "../lines/search-state.ts";
import { randomProblem } from "../testing/random-problem.ts";

export interface TakenApart {
  readonly problem: Problem;
  readonly limits: Limits;
  readonly profiles: readonly Profile[];
  /** All profiles and all rows as one component. */
  readonly state: SearchState;
}

export function takeApart(
  seed: number,
  change: (file: ProblemFile) => ProblemFile = (file) => file,
): TakenApart {
  const parsed = parseProblem(change(randomProblem(seed)));
  if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
  const { problem } = parsed;
  const limits = limitsOf(problem);
  const profiles = profilesOf(problem, limits);
  const rows = Array.from(limits.capacity, (_, row) => row);
  const wanted = rows.filter((row) => (limits.least[row] ?? 0) > 0);
  const crowded = rows.filter((row) => Number.isFinite(limits.comfort[row]));
  const limited = rows.filter(
    (row) =>
      Number.isFinite(limits.capacity[row]) ||
      Number.isFinite(limits.comfort[row]) ||
      (limits.least[row] ?? 0) > 0,
  );
  const component: Component = {
    profiles,
    rows: Int32Array.from(limited),
    doctors: problem.doctors.length,
    wanting: { limits, rows: Int32Array.from(wanted) },
    crowded: Int32Array.from(crowded),
  };
  const watch = { stopped: () => false, turn: () => {}, better: () => {}, step: () => true };
  const state = searchState(component, limits, assign(component, []), createRandom(seed), watch);
  return { problem, limits, profiles, state };
}
