/** Lanes: one limit over time each, with what its rows hold and what being beyond them costs. */
import { type Problem, TRACKS, type Track } from "@placera/domain";
import { channelsOf, type UnitCharge, unitChargeOf } from "../formulation/channels.ts";
import { type Load, loadIn } from "../formulation/load.ts";
import type {
  AtFirst,
  Limit,
  SeatLimit,
  SharedLimit,
  SharedStaffLimit,
  StaffLimit,
} from "../rules/rule.ts";

export interface Lane {
  /** Where the doctors are who count. */
  readonly units: readonly number[];
  /** How many places a doctor of each track takes. */
  readonly counts: Readonly<Record<Track, number>>;
  /** By boundary at which a stay ends: the first period in which it counts no more, where that is later. */
  readonly until: readonly number[] | undefined;
  /** What a doctor takes more while she is new there, or less. */
  readonly first: AtFirst | undefined;
  /** How many places the doctor takes who takes most in one stay. */
  readonly heaviest: number;
  /** The most places one doctor can take in a row, all her stays together. */
  readonly most: number;
  /** What one doctor missing costs, and one beyond the comfort. */
  readonly lacking: UnitCharge;
  readonly crowding: UnitCharge;
  /** What units must agree in to stand in for each other here; absent where they cannot. */
  readonly alike: string | undefined;
  /** In the problem's own words: seats of a track or all, or the rule and the name it gives. */
  readonly track: Track | undefined;
  readonly shared: { readonly rule: string; readonly name: string } | undefined;
}

/** A lane and its rows, by period. */
export interface LaneRows {
  readonly lane: Lane;
  readonly seats: readonly number[];
  readonly least?: readonly number[] | undefined;
  readonly comfort?: readonly number[] | undefined;
}

const NOTHING: UnitCharge = { tier: 0, weight: 0 };

/** The lanes of a problem: seats by unit, then levels of load, then what units share. */
export function lanesIn(problem: Problem, limits: readonly Limit[]): LaneRows[] {
  const seats = limits.filter((limit) => limit.kind === "seats");
  const staffed = new Map(
    limits.filter((limit) => limit.kind === "staff").map((limit) => [limit.unit, limit]),
  );
  return [
    ...seatLanes(problem, seats, staffed),
    ...loadLanes(loadIn(problem), problem.calendar.periods),
    ...limits
      .filter((limit) => limit.kind === "shared" || limit.kind === "shared-staff")
      .map((limit) => sharedLane(problem, limit)),
  ];
}

/** The lanes of the seats; one without limit for a unit that wants doctors and has no limit. */
function seatLanes(
  problem: Problem,
  seats: readonly SeatLimit[],
  staffed: ReadonlyMap<number, StaffLimit>,
): LaneRows[] {
  const lacking = chargeOf(problem, "least-staffing");
  const all = new Set(seats.filter(({ track }) => track === undefined).map(({ unit }) => unit));
  const more = [...staffed.values()]
    .filter(({ unit }) => !all.has(unit))
    .map(({ unit, least }) => ({ unit, track: undefined, seats: unlimited(least.length) }));
  return [...seats, ...more].map(({ unit, track, seats: rows }) => ({
    lane: { ...unitLane(unit, track), lacking: lacking ?? NOTHING },
    seats: rows,
    least: track === undefined ? staffed.get(unit)?.least : undefined,
  }));
}

/** A lane without limit for each level of load. */
const loadLanes = (load: Load | undefined, periods: number): LaneRows[] =>
  (load?.levels ?? []).map(({ unit, comfort }) => ({
    lane: {
      ...unitLane(unit, undefined),
      crowding: { tier: load?.tier ?? 0, weight: load?.weight ?? 0 },
    },
    seats: unlimited(periods),
    comfort,
  }));

const unitLane = (unit: number, track: Track | undefined): Lane => ({
  units: [unit],
  counts: { AT: track === "BT" ? 0 : 1, BT: track === "AT" ? 0 : 1 },
  until: undefined,
  first: undefined,
  heaviest: 1,
  most: 1,
  lacking: NOTHING,
  crowding: NOTHING,
  alike: track ?? "all",
  track,
  shared: undefined,
});

/** What several units share, or what holds at one beside its seats. */
function sharedLane(problem: Problem, limit: SharedLimit | SharedStaffLimit): LaneRows {
  const { rule, name, units, counts, first } = limit;
  const { calendar, programmes } = problem;
  const { periods } = calendar;
  const charge = chargeOf(problem, rule);
  // Each of a doctor's stays may hold a place after it.
  const stays = Math.max(1, ...programmes.map(({ requirements }) => requirements.length));
  const until = limit.kind === "shared" ? limit.until : undefined;
  const heaviest = Math.max(
    ...TRACKS.map((track) => counts[track] + Math.max(0, first?.counts[track] ?? 0)),
  );
  const lane: Lane = {
    units,
    counts,
    until,
    first,
    heaviest,
    most: heaviest * (until === undefined ? 1 : stays),
    lacking: NOTHING,
    crowding: NOTHING,
    alike: units.length === 1 ? JSON.stringify([rule, counts, until, first]) : undefined,
    track: undefined,
    shared: { rule, name },
  };
  const seats = unlimited(periods);
  if (limit.kind === "shared-staff") {
    return { lane: { ...lane, lacking: charge ?? NOTHING }, seats, least: limit.least };
  }
  if (charge === undefined) return { lane, seats: limit.most };
  return { lane: { ...lane, crowding: charge }, seats, comfort: limit.most };
}

/** What a break of a rule over units costs; undefined where it must hold. */
function chargeOf(problem: Problem, rule: string): UnitCharge | undefined {
  const mode = problem.unitRules.find((setting) => setting.rule === rule)?.mode;
  return typeof mode === "object" ? unitChargeOf(channelsOf(problem), mode.prefer) : undefined;
}

const unlimited = (periods: number): number[] =>
  new Array<number>(periods).fill(Number.POSITIVE_INFINITY);

/** The first period in which a stay takes places in the lane. */
export function takenFrom({ counts, first }: Lane, track: Track, from: number, to: number): number {
  if (first === undefined || counts[track] + first.counts[track] !== 0) return from;
  return Math.min(to, first.until[from] ?? from);
}

/** The first period in which a stay that ends there takes none any more. */
export const takenUntil = ({ until }: Lane, to: number): number => until?.[to] ?? to;

/** Visits the periods in which a stay takes places in the lane, and how many. */
export function eachPeriod(
  lane: Lane,
  track: Track,
  from: number,
  to: number,
  visit: (period: number, places: number) => void,
): void {
  const { first } = lane;
  const places = lane.counts[track];
  const end = takenUntil(lane, to);
  let t = takenFrom(lane, track, from, to);
  if (first !== undefined) {
    const fresh = Math.min(to, first.until[from] ?? from);
    for (; t < fresh; t++) visit(t, places + first.counts[track]);
  }
  for (; t < end; t++) visit(t, places);
}

/** Is a stay there for just the time that it lasts, with as many places all the while? */
export const isPlain = ({ until, first }: Lane): boolean =>
  until === undefined && first === undefined;
