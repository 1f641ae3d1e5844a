/**
 * The rules that couple doctors, flat. A lane is one limit over time: a unit's seats for all tracks or
 * one, or what several units share. Lane ℓ in period t is row ℓ·T + t. After the lanes come the base
 * rows (an intake's doctors at a site).
 */
import { type Problem, type Track, tiersOf } from "@placera/domain";
import type { UnitCharge } from "../formulation/channels.ts";
import { limitingRules } from "../rules/limiting-rules.ts";
import type { BaseLimit } from "../rules/rule.ts";
import { type Lane, type LaneRows, lanesIn } from "./lanes.ts";

export interface Limits {
  readonly periods: number;
  readonly lanes: readonly Lane[];
  readonly bases: readonly BaseLimit[];
  readonly rows: number;
  /** By row: how many doctors it can hold; Infinity is no limit. */
  readonly capacity: Float64Array;
  /** By row: how many doctors are wanted there at the least; each one missing costs as its lane says. */
  readonly least: Float64Array;
  /** By tier: what doctors cost who are wanted beyond the seats there are, whatever the plan. */
  readonly hopeless: readonly number[];
  /** By row: how many doctors cost nothing there; each one more costs as its lane says. Infinity is no limit. */
  readonly comfort: Float64Array;
  /** Lanes that a doctor of the track uses at unit u: `lanesOf[track][u]`. */
  readonly lanesOf: { readonly [T in Track]: readonly Int32Array[] };
  /** Units with a lane, ascending: the others never have a price. */
  readonly limited: readonly number[];
  /** By unit: where the sums of its prices over time begin; and how many sums there are. */
  readonly sumsAt: Int32Array;
  readonly sums: number;
  /** Can a line take more than one place in a row? */
  readonly repeats: boolean;
  /** For how many periods a doctor counts as new somewhere, at the most; 0 where nobody does. */
  readonly newFor: number;
}

/** The limits of a problem, from its unit-side rules. */
export function limitsOf(problem: Problem): Limits {
  const limits = limitingRules(problem).flatMap((rule) => rule.encode(problem));
  const sketches = lanesIn(problem, limits);
  const lanes = sketches.map(({ lane }) => lane);
  const bases = limits.filter((limit) => limit.kind === "base");
  const { periods } = problem.calendar;
  const rows = lanes.length * periods + bases.length;
  const capacity = new Float64Array(rows);
  const comfort = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  sketches.forEach((sketch, at) => {
    capacity.set(sketch.seats, at * periods);
    if (sketch.comfort !== undefined) comfort.set(sketch.comfort, at * periods);
  });
  bases.forEach(({ doctors }, at) => {
    capacity[lanes.length * periods + at] = doctors;
  });
  return {
    periods,
    lanes,
    bases,
    rows,
    capacity,
    ...leastIn(problem, sketches, capacity),
    comfort,
    lanesOf: { AT: usedBy("AT", lanes, problem), BT: usedBy("BT", lanes, problem) },
    ...placesOfSums(problem, lanes),
    repeats: lanes.some(({ until }) => until !== undefined),
    newFor: Math.max(
      0,
      ...lanes.flatMap(({ first }) => first?.until.map((end, t) => end - t) ?? []),
    ),
  };
}

/** Units without a lane share one place, in which every sum is 0. */
function placesOfSums(
  { units, calendar }: Problem,
  lanes: readonly Lane[],
): Pick<Limits, "limited" | "sumsAt" | "sums"> {
  const limited = [...new Set(lanes.flatMap((lane) => lane.units))].sort((a, b) => a - b);
  const width = calendar.periods + 1;
  const sumsAt = new Int32Array(units.length);
  limited.forEach((unit, at) => {
    sumsAt[unit] = (at + 1) * width;
  });
  return { limited, sumsAt, sums: (limited.length + 1) * width };
}

/** Doctors wanted, as far as there are seats for them. */
function leastIn(
  problem: Problem,
  sketches: readonly LaneRows[],
  capacity: Float64Array,
): Pick<Limits, "least" | "hopeless"> {
  const least = new Float64Array(capacity.length);
  const hopeless = tiersOf(problem).map(() => 0);
  sketches.forEach(({ lane: { lacking }, least: wanted }, at) => {
    wanted?.forEach((doctors, t) => {
      const row = at * problem.calendar.periods + t;
      least[row] = Math.min(doctors, capacity[row] ?? 0);
      const beyond = doctors - (least[row] ?? 0);
      hopeless[lacking.tier] = (hopeless[lacking.tier] ?? 0) + lacking.weight * beyond;
    });
  });
  return { least, hopeless };
}

function usedBy(track: Track, lanes: readonly Lane[], { units }: Problem): readonly Int32Array[] {
  const byUnit: number[][] = units.map(() => []);
  lanes.forEach(({ counts, units: own }, at) => {
    if (counts[track] > 0) for (const unit of own) byUnit[unit]?.push(at);
  });
  return byUnit.map((each) => Int32Array.from(each));
}

const NOTHING: UnitCharge = { tier: 0, weight: 0 };

/** The lane of a row; undefined for base rows. */
export const laneAt = ({ lanes, periods }: Limits, row: number): Lane | undefined =>
  lanes[Math.floor(row / periods)];

/** What one doctor missing in a row costs. */
export const lackingAt = (limits: Limits, row: number): UnitCharge =>
  laneAt(limits, row)?.lacking ?? NOTHING;

/** What one doctor beyond the comfort of a row costs. */
export const crowdingAt = (limits: Limits, row: number): UnitCharge =>
  laneAt(limits, row)?.crowding ?? NOTHING;

/** How many places the doctor takes who takes most in one stay. */
export const heaviestAt = (limits: Limits, row: number): number =>
  laneAt(limits, row)?.heaviest ?? 1;

/** The most places one doctor can take in a row. */
export const mostOfOne = (limits: Limits, row: number): number => laneAt(limits, row)?.most ?? 1;
