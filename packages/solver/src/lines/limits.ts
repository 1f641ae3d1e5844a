/**
 * The rows that couple doctors, flat. A lane is one unit's seats for all tracks or one; lane ℓ in
 * period t is row ℓ·T + t. After the lanes come the base rows (an intake's doctors at a site).
 */
import type { Problem } from "@placera/domain";
import { UNIT_RULES } from "../rules/index.ts";
import type { BaseLimit, SeatLimit } from "../rules/rule.ts";

export interface Limits {
  readonly periods: number;
  readonly lanes: readonly SeatLimit[];
  readonly bases: readonly BaseLimit[];
  readonly rows: number;
  /** By row: how many doctors it can hold; Infinity is no limit. */
  readonly capacity: Float64Array;
  /** Lanes that a doctor of the track uses at unit u: `lanesOf[track][u]`. */
  readonly lanesOf: { readonly AT: readonly Int32Array[]; readonly BT: readonly Int32Array[] };
}

/** The limits of a problem, from its unit-side rules. */
export function limitsOf(problem: Problem): Limits {
  const inForce = new Set(problem.unitRules.map(({ rule }) => rule as string));
  const limits = UNIT_RULES.filter(({ id }) => inForce.has(id)).flatMap((rule) =>
    rule.encode(problem),
  );
  const lanes = limits.filter((limit) => limit.kind === "seats");
  const bases = limits.filter((limit) => limit.kind === "base");
  const periods = problem.calendar.periods;
  const rows = lanes.length * periods + bases.length;
  const capacity = new Float64Array(rows);
  lanes.forEach(({ seats }, lane) => capacity.set(seats, lane * periods));
  bases.forEach(({ doctors }, at) => {
    capacity[lanes.length * periods + at] = doctors;
  });
  const lanesFor = (track: "AT" | "BT") => {
    const byUnit: number[][] = problem.units.map(() => []);
    lanes.forEach((lane, at) => {
      if (lane.track === undefined || lane.track === track) byUnit[lane.unit]?.push(at);
    });
    return byUnit.map((each) => Int32Array.from(each));
  };
  return {
    periods,
    lanes,
    bases,
    rows,
    capacity,
    lanesOf: { AT: lanesFor("AT"), BT: lanesFor("BT") },
  };
}
