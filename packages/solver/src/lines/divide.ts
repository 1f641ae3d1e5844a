/** A problem as the line formulation takes it apart: limits, profiles, components. */
import { type Problem, tiersOf } from "@placera/domain";
import { channelsOf } from "../formulation/channels.ts";
import { type Component, componentsOf } from "./component.ts";
import { type Limits, limitsOf } from "./limits.ts";
import { type Profile, profilesOf } from "./profile.ts";

export interface Divided {
  readonly problem: Problem;
  readonly limits: Limits;
  readonly profiles: readonly Profile[];
  readonly components: readonly Component[];
  /** By tier: what units cost that want doctors whom nobody could be. */
  readonly deserted: readonly number[];
}

/** `keepUpTo`: the tier up to which who can keep her earlier plan at no cost does so (kept.ts). */
export function divide(problem: Problem, keepUpTo?: number): Divided {
  const limits = limitsOf(problem);
  const profiles = profilesOf(problem, limits, { keepUpTo });
  const components = componentsOf(profiles, limits, channelsOf(problem).worstOff);
  const reached = new Set(components.flatMap(({ wanting }) => [...wanting.rows]));
  const missing = limits.least.reduce(
    (sum, wanted, row) => sum + (reached.has(row) ? 0 : wanted),
    limits.hopeless,
  );
  const deserted = tiersOf(problem).map((_, k) =>
    k === limits.lacking.tier ? missing * limits.lacking.weight : 0,
  );
  return { problem, limits, profiles, components, deserted };
}
