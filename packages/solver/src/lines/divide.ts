/** A problem as the line formulation takes it apart: limits, profiles, components. */
import type { Problem } from "@placera/domain";
import { channelsOf } from "../formulation/channels.ts";
import { type Component, componentsOf } from "./component.ts";
import { type Limits, limitsOf } from "./limits.ts";
import { type Profile, profilesOf } from "./profile.ts";

export interface Divided {
  readonly problem: Problem;
  readonly limits: Limits;
  readonly profiles: readonly Profile[];
  readonly components: readonly Component[];
}

export function divide(problem: Problem): Divided {
  const limits = limitsOf(problem);
  const profiles = profilesOf(problem, limits);
  return {
    problem,
    limits,
    profiles,
    components: componentsOf(profiles, limits, channelsOf(problem).worstOff),
  };
}
