/**
 * Evenness of load at units: each doctor beyond half of a unit's seats in a period counts 1, beyond
 * three quarters 1 more. The sum is least where units are full to the same degree, all the time.
 */
import type { Problem } from "@placera/domain";
import { seatsByPeriod } from "../rules/seats-by-period.ts";

/** How full a unit may be, as shares of its seats, before more doctors count. */
const LEVELS = [1 / 2, 3 / 4];

/** One level at one unit: by period, how many doctors count nothing there; Infinity is no limit. */
export interface LoadLevel {
  readonly unit: number;
  readonly comfort: readonly number[];
}

/** Where load counts: its tier, how much, and the levels of the units; undefined where nothing asks for it. */
export interface Load {
  readonly tier: number;
  readonly weight: number;
  readonly levels: readonly LoadLevel[];
}

export function loadIn(problem: Problem): Load | undefined {
  for (const [tier, { terms }] of problem.objective.tiers.entries()) {
    const weight = terms.find(({ measure }) => measure === "load")?.weight;
    if (weight !== undefined) return { tier, weight, levels: levelsOf(problem) };
  }
  return undefined;
}

function levelsOf({ units, calendar }: Problem): LoadLevel[] {
  return units
    .filter(({ seats }) => seats.some((step) => step.seats !== null))
    .flatMap(({ index, seats }) => {
      const limits = seatsByPeriod(seats, calendar);
      return LEVELS.map((level) => ({
        unit: index,
        comfort: limits.map((limit) => Math.ceil(level * limit)),
      }));
    });
}
