/** The stays that doctors owe, as far as can be said before any line is built: where, when, how long. */
import {
  boundaryAt,
  type Doctor,
  lookup,
  type Problem,
  type Programme,
  type Requirement,
  type Unit,
} from "@placera/domain";
import { blockEncodings } from "../formulation/encodings.ts";
import {
  doctorFacts,
  type ProgrammePeriods,
  soonestEnd,
  usualPeriods,
} from "../formulation/facts.ts";
import { staysInRegion } from "../rules/own-region.ts";

/** One stay owed by doctors who may have it in the same time. */
export interface Owed {
  readonly track: "AT" | "BT";
  /** Indices of doctors. */
  readonly doctors: readonly number[];
  /** Indices of the units it can be in, ascending. */
  readonly units: readonly number[];
  /** By period: where the shortest stay that begins there ends; beyond the calendar where there is none. */
  readonly ends: Int32Array;
  /** How long the shortest is, in periods. */
  readonly length: number;
  /** Her time: the first period, and the period after the last. */
  readonly from: number;
  readonly to: number;
}

/** Stays to choose from are left out: none of them is owed for certain. */
export function owedStays(problem: Problem): Owed[] {
  const groups = new Map<string, Group>();
  const numbers = new Map<Programme, number>();
  const stays = new Map<string, readonly Place[]>();
  const inRegion = unitsByRegion(problem);
  for (const doctor of problem.doctors) {
    // What is left of her programme, where some of it is done.
    const programme = lookup(problem).owed(doctor);
    const number = numbers.get(programme) ?? numbers.size;
    numbers.set(programme, number);
    const stay = staysInRegion(programme);
    const place = `${number} ${stay ? doctor.region : ""}`;
    const time = timeOf(problem, doctor, programme);
    const key = `${place} ${time.from} ${time.to}`;
    const known = groups.get(key);
    if (known !== undefined) {
      known.doctors.push(doctor.index);
      continue;
    }
    const among = stay ? (inRegion.get(doctor.region) ?? []) : problem.units;
    const owes = stays.get(place) ?? placesOf(problem, programme, among);
    stays.set(place, owes);
    groups.set(key, { track: programme.track, doctors: [doctor.index], owes, time });
  }
  return [...groups.values()].flatMap(owedBy);
}

/** Doctors who owe the same in the same time. */
interface Group extends Pick<Owed, "track"> {
  readonly doctors: number[];
  readonly owes: readonly Place[];
  readonly time: Time;
}

function owedBy({ track, doctors, owes, time }: Group): Owed[] {
  return owes.flatMap(({ units, ends, length }) => {
    const end = ends[time.from] ?? Number.POSITIVE_INFINITY;
    // Who has no time for it is none of this count's.
    return end > time.to ? [] : [{ track, doctors, units, ends, length, ...time }];
  });
}

type Place = Pick<Owed, "units" | "ends" | "length">;

function unitsByRegion({ units }: Problem): ReadonlyMap<string, readonly Unit[]> {
  const byRegion = new Map<string, Unit[]>();
  for (const unit of units) {
    const own = byRegion.get(unit.region);
    if (own === undefined) byRegion.set(unit.region, [unit]);
    else own.push(unit);
  }
  return byRegion;
}

/** Where each requirement can be met among these units, whatever else the rules say, and how soon it is over. */
function placesOf(problem: Problem, programme: Programme, among: readonly Unit[]): Place[] {
  const ends = soonestOf(problem, programme);
  return programme.requirements.flatMap(({ group, sections }, at) => {
    if (group !== undefined) return [];
    const units = among.filter((unit) =>
      unit.sections.some((section) => sections.includes(section)),
    );
    const own = ends[at] as Int32Array;
    const length = own.reduce((least, each, t) => Math.min(least, each - t), own.length);
    return [{ units: units.map(({ index }) => index), ends: own, length }];
  });
}

/** Every part of a problem asks for these of the same programmes. */
const soonest = new WeakMap<Programme, readonly Int32Array[]>();

/** By requirement and period: how soon a stay that begins there or later is over. */
function soonestOf(problem: Problem, programme: Programme): readonly Int32Array[] {
  const known = soonest.get(programme);
  if (known !== undefined) return known;
  const ends = endsWithin(problem, programme);
  const found = programme.requirements.map(({ length }) => ends(length));
  soonest.set(programme, found);
  return found;
}

/** By length: the ends of stays in the same periods. */
const endsKnown = new WeakMap<ProgrammePeriods, Map<string, Int32Array>>();

/** The ends of stays by their length, between the programme's fixed spans. */
function endsWithin(
  problem: Problem,
  programme: Programme,
): (length: Requirement["length"]) => Int32Array {
  // Whoever is absent or works less is there longer.
  const periods = usualPeriods(problem, programme);
  const known = endsKnown.get(periods) ?? new Map<string, Int32Array>();
  endsKnown.set(periods, known);
  return (length) => {
    const key = JSON.stringify(length);
    const ends = known.get(key) ?? endsOf(periods, length);
    known.set(key, ends);
    return ends;
  };
}

function endsOf(periods: ProgrammePeriods, length: Requirement["length"]): Int32Array {
  const none = 2 * periods.count;
  const ends = new Int32Array(periods.count).fill(none);
  for (let t = periods.count - 1; t >= 0; t--) {
    const own = periods.open[t] ? soonestEnd(periods, t, length) : undefined;
    ends[t] = Math.min(own ?? none, ends[t + 1] ?? none);
  }
  return ends;
}

interface Time {
  readonly from: number;
  readonly to: number;
}

/** By all that blocks are measured by: parts of a problem ask for the same. */
const times = new WeakMap<Programme, Map<string, Time>>();

/** The time within which a doctor's block lies: from her first day to the last that rules on blocks allow. */
function timeOf(problem: Problem, doctor: Doctor, programme: Programme): Time {
  const { calendar } = problem;
  const { start, began, absences, percentages, employment } = doctor;
  const known = times.get(programme) ?? new Map<string, Time>();
  times.set(programme, known);
  const usual = absences.length === 0 && percentages.length === 0 && employment === undefined;
  const own = usual ? "" : JSON.stringify([absences, percentages, employment]);
  const key = `${start.earliest} ${start.latest} ${began} ${own}`;
  let time = known.get(key);
  if (time === undefined) {
    const from = boundaryAt(calendar, start.earliest) ?? 0;
    const latest = Math.min(boundaryAt(calendar, start.latest) ?? 0, calendar.periods - 1);
    time = { from, to: lastEnd(problem, doctor, { from, latest }) };
    known.set(key, time);
  }
  return time;
}

/** The last boundary at which a block may end that begins in these periods. */
function lastEnd(
  problem: Problem,
  doctor: Doctor,
  { from, latest }: { readonly from: number; readonly latest: number },
): number {
  const blocks = blockEncodings(doctorFacts(problem, doctor)).flatMap(({ encoding, price }) =>
    price === "must" && encoding.block !== undefined ? [encoding.block] : [],
  );
  if (blocks.length === 0) return problem.calendar.periods;
  for (let end = problem.calendar.periods; end > from; end--) {
    for (let start = Math.min(latest, end - 1); start >= from; start--) {
      if (blocks.every((block) => block(start, end) === 0)) return end;
    }
  }
  return from;
}
