/**
 * The rows that couple doctors, flat. A lane is one unit's seats for all tracks or one; lane ℓ in
 * period t is row ℓ·T + t. After the lanes come the base rows (an intake's doctors at a site).
 */
import type { Problem } from "@placera/domain";
import { channelsOf, chargesOfRank } from "../formulation/channels.ts";
import { type Load, loadIn } from "../formulation/load.ts";
import { UNIT_RULES } from "../rules/index.ts";
import type { BaseLimit, SeatLimit, StaffLimit } from "../rules/rule.ts";

export interface Limits {
  readonly periods: number;
  readonly lanes: readonly SeatLimit[];
  readonly bases: readonly BaseLimit[];
  readonly rows: number;
  /** By row: how many doctors it can hold; Infinity is no limit. */
  readonly capacity: Float64Array;
  /** By row: how many doctors are wanted there at the least, and what each one missing costs. */
  readonly least: Float64Array;
  /** Doctors wanted beyond the seats there are: missing whatever the plan. */
  readonly hopeless: number;
  readonly lacking: { readonly tier: number; readonly weight: number };
  /** By row: how many doctors count nothing there, and what each one more costs; Infinity is no limit. */
  readonly comfort: Float64Array;
  readonly crowding: { readonly tier: number; readonly weight: number };
  /** Lanes that a doctor of the track uses at unit u: `lanesOf[track][u]`. */
  readonly lanesOf: { readonly AT: readonly Int32Array[]; readonly BT: readonly Int32Array[] };
}

/** The limits of a problem, from its unit-side rules. */
export function limitsOf(problem: Problem): Limits {
  const inForce = new Set(problem.unitRules.map(({ rule }) => rule as string));
  const limits = UNIT_RULES.filter(({ id }) => inForce.has(id)).flatMap((rule) =>
    rule.encode(problem),
  );
  const staffed = limits.filter((limit) => limit.kind === "staff");
  const load = loadIn(problem);
  const seated = lanesOf(
    limits.filter((limit) => limit.kind === "seats"),
    staffed,
  );
  const lanes = [...seated, ...loadLanes(load)];
  const bases = limits.filter((limit) => limit.kind === "base");
  const periods = problem.calendar.periods;
  const rows = lanes.length * periods + bases.length;
  const capacity = new Float64Array(rows);
  lanes.forEach(({ seats }, lane) => capacity.set(seats, lane * periods));
  bases.forEach(({ doctors }, at) => {
    capacity[lanes.length * periods + at] = doctors;
  });
  const comfort = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  load?.levels.forEach((level, at) => comfort.set(level.comfort, (seated.length + at) * periods));
  const least = new Float64Array(rows);
  let hopeless = 0;
  for (const { unit, least: wanted } of staffed) {
    const lane = lanes.findIndex((each) => each.unit === unit && each.track === undefined);
    wanted.forEach((doctors, t) => {
      const row = lane * periods + t;
      least[row] = Math.min(doctors, capacity[row] ?? 0);
      hopeless += doctors - (least[row] ?? 0);
    });
  }
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
    least,
    hopeless,
    lacking: lackingPrice(problem),
    comfort,
    crowding: { tier: load?.tier ?? 0, weight: load?.weight ?? 0 },
    lanesOf: { AT: lanesFor("AT"), BT: lanesFor("BT") },
  };
}

/** The lanes of the seats; one without limit for a unit that wants doctors and has no limit. */
function lanesOf(seats: readonly SeatLimit[], staffed: readonly StaffLimit[]): SeatLimit[] {
  const shared = new Set(seats.filter(({ track }) => track === undefined).map(({ unit }) => unit));
  const more = staffed
    .filter(({ unit }) => !shared.has(unit))
    .map(({ unit, least }) => ({
      kind: "seats" as const,
      unit,
      track: undefined,
      seats: least.map(() => Number.POSITIVE_INFINITY),
    }));
  return [...seats, ...more];
}

/** A lane without limit for each level of load. */
const loadLanes = (load: Load | undefined): SeatLimit[] =>
  (load?.levels ?? []).map(({ unit, comfort }) => ({
    kind: "seats",
    unit,
    track: undefined,
    seats: comfort.map(() => Number.POSITIVE_INFINITY),
  }));

function lackingPrice(problem: Problem): Limits["lacking"] {
  const mode = problem.unitRules.find(({ rule }) => rule === "least-staffing")?.mode;
  if (typeof mode !== "object") return { tier: 0, weight: 0 };
  const channels = channelsOf(problem);
  const { rank, weight } = mode.prefer;
  const charges = chargesOfRank(channels, rank, weight);
  // The burden of doctors is none of it.
  const charge = charges.find(({ channel }) => channel < channels.tiers.length);
  return { tier: charge?.channel ?? 0, weight: charge?.weight ?? 0 };
}
