/**
 * What doctors are counted in over time, from the unit-side rules alone: seats of units, doctors units
 * want, and what several units share. A lane in a period is a row, numbered lane · periods + period.
 */
import { type Plan, type Problem, TRACKS, type Track } from "@placera/domain";
import { channelsOf, type UnitCharge, unitChargeOf } from "../formulation/channels.ts";
import { limitingRules } from "../rules/limiting-rules.ts";
import type { AtFirst, BaseLimit, Limit } from "../rules/rule.ts";

/** The name of a row, and the row; `price` tells how a proof says it. */
export interface Lane {
  readonly name: string;
  readonly units: readonly number[];
  readonly counts: Readonly<Record<Track, number>>;
  /** By boundary at which a stay ends: the first period in which it counts no more. */
  readonly until: readonly number[] | undefined;
  /** What she counts more, or less, while she is new there. */
  readonly first: AtFirst | undefined;
  /** By period: what no plan goes beyond, or what going beyond costs; Infinity is no limit. */
  readonly most: readonly number[];
  /** By period: what having fewer costs. */
  readonly least: readonly number[];
  /** What each step beyond or below costs; undefined where no plan goes beyond. */
  readonly charge: UnitCharge | undefined;
}

export interface Lanes {
  readonly all: readonly Lane[];
  readonly named: ReadonlyMap<string, number>;
  /** Lanes a doctor of the track counts in at a unit. */
  readonly at: { readonly [T in Track]: readonly (readonly number[])[] };
  /** How many doctors each base row takes, by its name. */
  readonly bases: ReadonlyMap<string, number>;
  /** By tier: what doctors wanted beyond the seats there are cost in every plan. */
  readonly beyond: readonly number[];
}

export const seatLane = (unit: string, track: Track | undefined): string =>
  JSON.stringify(["seats", unit, track ?? ""]);
export const staffLane = (unit: string): string => JSON.stringify(["staff", unit]);
export const sharedLane = (rule: string, name: string): string =>
  JSON.stringify(["shared", rule, name]);
export const baseRow = (intake: string, site: string): string => JSON.stringify([intake, site]);

export function lanesOf(problem: Problem): Lanes {
  const limits = limitingRules(problem).flatMap((rule) => rule.encode(problem));
  const tiers = channelsOf(problem).tiers.map(() => 0);
  const all = limits
    .filter((limit) => limit.kind !== "base")
    .map((limit) => laneOf(problem, limit, limits, tiers));
  const at = (track: Track): number[][] => {
    const byUnit: number[][] = problem.units.map(() => []);
    all.forEach(({ units, counts }, lane) => {
      if (counts[track] > 0) for (const unit of units) byUnit[unit]?.push(lane);
    });
    return byUnit;
  };
  return {
    all,
    named: new Map(all.map(({ name }, lane) => [name, lane])),
    at: { AT: at("AT"), BT: at("BT") },
    bases: new Map(
      limits
        .filter((limit) => limit.kind === "base")
        .map(({ intake, site, doctors }) => [baseRow(intake, site), doctors]),
    ),
    beyond: tiers,
  };
}

/** The lane of a limit; doctors wanted beyond the unit's seats go to `beyond`. */
function laneOf(
  problem: Problem,
  limit: Exclude<Limit, BaseLimit>,
  limits: readonly Limit[],
  beyond: number[],
): Lane {
  const every = { AT: 1, BT: 1 };
  const { periods } = problem.calendar;
  const none = new Array<number>(periods).fill(0);
  const any = new Array<number>(periods).fill(Number.POSITIVE_INFINITY);
  switch (limit.kind) {
    case "seats": {
      const { unit, track, seats } = limit;
      const counts = { AT: track === "BT" ? 0 : 1, BT: track === "AT" ? 0 : 1 };
      const name = seatLane(problem.units[unit]?.id ?? "", track);
      return {
        name,
        units: [unit],
        counts,
        until: undefined,
        first: undefined,
        most: seats,
        least: none,
        charge: undefined,
      };
    }
    case "staff": {
      const { unit, least: wanted } = limit;
      const seats = limits.find(
        (other) => other.kind === "seats" && other.unit === unit && other.track === undefined,
      );
      const charge = chargeOf(problem, "least-staffing") ?? { tier: 0, weight: 0 };
      const least = wanted.map((doctors, t) =>
        Math.min(doctors, (seats?.kind === "seats" ? seats.seats[t] : undefined) ?? doctors),
      );
      wanted.forEach((doctors, t) => {
        const missing = doctors - (least[t] ?? 0);
        beyond[charge.tier] = (beyond[charge.tier] ?? 0) + charge.weight * missing;
      });
      const name = staffLane(problem.units[unit]?.id ?? "");
      return {
        name,
        units: [unit],
        counts: every,
        until: undefined,
        first: undefined,
        most: any,
        least,
        charge,
      };
    }
    case "shared": {
      const { rule, name, units, counts, until, first, most } = limit;
      const charge = chargeOf(problem, rule);
      return {
        name: sharedLane(rule, name),
        units,
        counts,
        until,
        first,
        most,
        least: none,
        charge,
      };
    }
    case "shared-staff": {
      const { rule, name, units, counts, first, least } = limit;
      const charge = chargeOf(problem, rule);
      return {
        name: sharedLane(rule, name),
        units,
        counts,
        until: undefined,
        first,
        most: any,
        least,
        charge,
      };
    }
  }
}

/** What a break of a rule over units costs; undefined where it must hold. */
function chargeOf(problem: Problem, rule: string): UnitCharge | undefined {
  const mode = problem.unitRules.find((setting) => setting.rule === rule)?.mode;
  return typeof mode === "object" ? unitChargeOf(channelsOf(problem), mode.prefer) : undefined;
}

/** Visits the rows that a stay at a unit in periods [from, to) counts in, and how much. */
export function eachRow(
  { all, at }: Lanes,
  { calendar }: Problem,
  stay: {
    readonly track: Track;
    readonly unit: number;
    readonly from: number;
    readonly to: number;
  },
  visit: (row: number, counts: number) => void,
): void {
  for (const lane of at[stay.track][stay.unit] ?? []) {
    const { counts, until, first } = all[lane] as Lane;
    const end = until?.[stay.to] ?? stay.to;
    const fresh = Math.min(stay.to, first?.until[stay.from] ?? stay.from);
    for (let t = stay.from; t < end; t++) {
      const more = t < fresh ? (first?.counts[stay.track] ?? 0) : 0;
      if (counts[stay.track] + more > 0) {
        visit(lane * calendar.periods + t, counts[stay.track] + more);
      }
    }
  }
}

/** By row: how much the doctors of a plan count there. */
export function thereIn(problem: Problem, lanes: Lanes, plan: Plan): Float64Array {
  const { boundaries, periods } = problem.calendar;
  const there = new Float64Array(lanes.all.length * periods);
  const unitAt = new Map<string, number>(problem.units.map(({ id, index }) => [id, index]));
  const tracks = new Map(problem.programmes.map(({ id, track }) => [id, track]));
  const trackOf = new Map<string, Track | undefined>(
    problem.doctors.map(({ id, programme }) => [id, tracks.get(programme)]),
  );
  const periodOf = (day: number): number => boundaries.filter((each) => each < day).length;
  for (const { doctor, placements } of plan.rotations) {
    const track = trackOf.get(doctor) ?? TRACKS[0];
    for (const { unit, from, to } of placements) {
      const stay = {
        track,
        unit: unitAt.get(unit) ?? -1,
        from: periodOf(from),
        to: periodOf(to),
      };
      eachRow(lanes, problem, stay, (row, counts) => {
        there[row] = (there[row] as number) + counts;
      });
    }
  }
  return there;
}
