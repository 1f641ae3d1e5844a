/** A problem as the line formulation takes it apart: limits, profiles, components. */
import type { Problem } from "@placera/domain";
import { channelsOf } from "../formulation/channels.ts";
import { type Component, componentsOf } from "./component.ts";
import { type Limits, lackingAt, limitsOf } from "./limits.ts";
import { type Profile, profilesOf } from "./profile.ts";
import { countSeats, type SeatCount } from "./seat-count.ts";

export interface Divided {
  readonly problem: Problem;
  readonly limits: Limits;
  readonly profiles: readonly Profile[];
  readonly components: readonly Component[];
  /** What counting seats shows before any line is looked at. */
  readonly counts: readonly SeatCount[];
  /** By tier: what units cost that want doctors whom nobody could be. */
  readonly deserted: readonly number[];
}

/** `keepUpTo`: the tier up to which who can keep her earlier plan at no cost does so (kept.ts). */
export function divide(problem: Problem, keepUpTo?: number): Divided {
  const limits = limitsOf(problem);
  const profiles = profilesOf(problem, limits, { keepUpTo });
  const components = componentsOf(profiles, limits, channelsOf(problem).worstOff);
  const reached = new Set(components.flatMap(({ wanting }) => [...wanting.rows]));
  const deserted = [...limits.hopeless];
  limits.least.forEach((wanted, row) => {
    if (wanted === 0 || reached.has(row)) return;
    const { tier, weight } = lackingAt(limits, row);
    deserted[tier] = (deserted[tier] ?? 0) + weight * wanted;
  });
  return { problem, limits, profiles, components, counts: countSeats(problem, limits), deserted };
}
