/** What the formulations know of a programme and a doctor, in periods. */
import {
  type Attendance,
  blockService,
  type Calendar,
  creditNeeded,
  type Day,
  type Doctor,
  type Duration,
  fixedDaysIn,
  type LengthRange,
  lookup,
  type Problem,
  type Programme,
  partsOfDay,
  placementService,
  type Requirement,
  type SectionId,
  type Span,
  type Unit,
} from "@placera/domain";

/** A possible stay: one requirement at one unit, credited to one section, in periods [from, to). */
export interface Stay {
  readonly requirement: Requirement;
  readonly unit: Unit;
  readonly section: SectionId;
  readonly from: number;
  readonly to: number;
}

/** The grid as doctors live it who have the same fixed spans, work as much and are absent in the same spans. */
export interface ProgrammePeriods extends Pick<Programme, "fixedSpans"> {
  readonly calendar: Calendar;
  readonly count: number;
  /** Is period t outside every fixed span and absence? */
  readonly open: readonly boolean[];
  /** Is she away in period t, in an absence that no stay runs across? */
  readonly absent: readonly boolean[];
  readonly attendance: Attendance;
  /** Into how many parts a day of service is cut. */
  readonly parts: number;
  /** The first open period at or after t; `count` where there is none. */
  readonly nextOpen: readonly number[];
  /** By boundary: the open periods before it. */
  readonly opened: readonly number[];
}

/** Service of spans of periods, for the rules: they are handed it and import nothing that runs. */
export interface Service {
  /** The day at boundary t. */
  day(t: number): Day;
  /** From boundary a to b without the fixed spans, in the measure of the length, in parts of a day. */
  net(a: number, b: number, measure: Duration): number;
  /** From boundary a to b, fixed spans included, in the measure of the length, in parts of a day. */
  block(a: number, b: number, measure: Duration): number;
  /** Does the block [a, b), fixed spans included, hold the length? */
  blockHolds(a: number, b: number, length: Duration): boolean;
  /** Is the block [a, b) no longer than it must be to hold the length? */
  blockWithin(a: number, b: number, length: Duration): boolean;
  /** The most that the block that begins at a holds at a boundary before b. */
  blockBefore(a: number, b: number, measure: Duration): number;
  /** Is what lies from boundary a to b, absences off, of a length in the range, as one stay would be? */
  stayWithin(a: number, b: number, length: LengthRange): boolean;
  /** What service must reach to meet the length, the tolerance taken off, in parts of a day. */
  needed(length: Duration): number;
}

export interface DoctorFacts {
  readonly problem: Problem;
  readonly doctor: Doctor;
  readonly periods: ProgrammePeriods;
  readonly programme: Programme;
  readonly service: Service;
}

/** What rules are given of a doctor: what makes her another, her wishes and her earlier plan are none of theirs. */
export interface RuleFacts extends Omit<DoctorFacts, "doctor"> {
  readonly doctor: Omit<Doctor, "id" | "index" | "wishes" | "previous" | "remaining" | "vacations">;
}

/** The periods of a programme, for doctors who work and are absent so. */
export function programmePeriods(
  problem: Problem,
  { fixedSpans }: Pick<Programme, "fixedSpans">,
  attendance: Attendance,
): ProgrammePeriods {
  const { calendar } = problem;
  const count = calendar.periods;
  const inside = (spans: readonly Span[]): boolean[] =>
    Array.from(
      { length: count },
      (_, t) => fixedDaysIn(spans, boundary(calendar, t), boundary(calendar, t + 1)) > 0,
    );
  const absent = inside(attendance.absences.filter(({ across }) => !across));
  const away = inside([...fixedSpans, ...attendance.absences]);
  const open = away.map((each) => !each);
  const nextOpen = new Array<number>(count + 1).fill(count);
  for (let t = count - 1; t >= 0; t--) nextOpen[t] = open[t] ? t : (nextOpen[t + 1] ?? count);
  const opened = [0];
  for (let t = 0; t < count; t++) opened.push((opened[t] ?? 0) + (open[t] ? 1 : 0));
  const parts = partsOfDay(attendance);
  return { fixedSpans, calendar, count, open, absent, attendance, parts, nextOpen, opened };
}

/** The day at boundary t. */
export function boundary(calendar: Calendar, t: number): number {
  return calendar.boundaries[t] ?? Number.NaN;
}

/** Open periods from boundary a to boundary b. */
export function openBetween({ opened }: ProgrammePeriods, a: number, b: number): number {
  return (opened[b] ?? 0) - (opened[a] ?? 0);
}

/** Service from boundary a to boundary b without the fixed spans, in the measure of `duration`. */
function netService(p: ProgrammePeriods, a: number, b: number, duration: Duration): number {
  return placementService(p, p.attendance, spanOf(p, a, b), duration);
}

/** Service from boundary a to boundary b, fixed spans included, absences not. */
function grossService(p: ProgrammePeriods, a: number, b: number, duration: Duration): number {
  return blockService(p.attendance, spanOf(p, a, b), duration);
}

const spanOf = ({ calendar }: ProgrammePeriods, a: number, b: number): Span => ({
  from: boundary(calendar, a),
  to: boundary(calendar, b),
});

/** What service must reach to meet the length; the calendar's tolerance is for months only (D5). */
function needed({ calendar, parts }: ProgrammePeriods, duration: Duration): number {
  const tolerance = "weeks" in duration ? 0 : calendar.toleranceDays;
  return parts * (creditNeeded(duration) - tolerance);
}

/** The boundaries at which a stay of this length that begins in open period t may end. */
export function stayEnds(p: ProgrammePeriods, t: number, length: LengthRange): number[] {
  const ends: number[] = [];
  for (let e = t + 1; e <= p.count; e++) {
    if (p.absent[e - 1]) break;
    if (!p.open[e - 1]) continue;
    if (netService(p, t, e, length.min) >= needed(p, length.min)) ends.push(e);
    if (netService(p, t, e, length.max) >= needed(p, length.max)) break;
  }
  return ends;
}

/** Where the shortest stay of this length that begins in open period t ends; undefined where none does. */
export function soonestEnd(
  p: ProgrammePeriods,
  t: number,
  { min }: LengthRange,
): number | undefined {
  for (let e = t + 1; e <= p.count && !p.absent[e - 1]; e++) {
    if (p.open[e - 1] && netService(p, t, e, min) >= needed(p, min)) return e;
  }
  return undefined;
}

/** Is the block [a, b) no longer than it must be to hold `max`? */
function blockWithin(p: ProgrammePeriods, a: number, b: number, max: Duration): boolean {
  // Without absences service never falls as time goes on: the last boundary inside tells of all.
  const first = p.attendance.absences.length === 0 ? Math.max(a + 1, b - 1) : a + 1;
  for (let e = first; e < b; e++) {
    if (grossService(p, a, e, max) >= needed(p, max)) return false;
  }
  return true;
}

/** Does [a, b) hold the shortest length, and the longest at no earlier end of an open period? */
function stayWithin(p: ProgrammePeriods, a: number, b: number, { min, max }: LengthRange): boolean {
  if (netService(p, a, b, min) < needed(p, min)) return false;
  for (let e = a + 1; e < b; e++) {
    if (p.open[e - 1] && netService(p, a, e, max) >= needed(p, max)) return false;
  }
  return true;
}

type Lived = Pick<DoctorFacts, "periods" | "service">;

/** Of doctors at full time who are never absent, by programme, and by calendar and fixed spans. */
const usualIn = new WeakMap<Programme, Lived>();
const usualBetween = new WeakMap<Calendar, Map<string, Lived>>();

function usual(problem: Problem, programme: Programme): Lived {
  let found = usualIn.get(programme);
  if (found === undefined) {
    const bySpans = usualBetween.get(problem.calendar) ?? new Map<string, Lived>();
    usualBetween.set(problem.calendar, bySpans);
    const spans = programme.fixedSpans.map(({ from, to }) => `${from}-${to}`).join();
    found = bySpans.get(spans) ?? lived(problem, programme, { absences: [], percentages: [] });
    bySpans.set(spans, found);
    usualIn.set(programme, found);
  }
  return found;
}

/** The periods of a programme for whoever works full time and is never absent. */
export const usualPeriods = (problem: Problem, programme: Programme): ProgrammePeriods =>
  usual(problem, programme).periods;

function lived(problem: Problem, programme: Programme, attendance: Attendance): Lived {
  const periods = programmePeriods(problem, programme, attendance);
  return { periods, service: serviceOf(periods) };
}

/** The facts of a doctor, with what she is to do or another programme. */
export function doctorFacts(
  problem: Problem,
  doctor: Doctor,
  programme: Programme = lookup(problem).owed(doctor),
): DoctorFacts {
  const isUsual = doctor.absences.length === 0 && doctor.percentages.length === 0;
  const { periods, service } = isUsual
    ? usual(problem, programme)
    : lived(problem, programme, doctor);
  return { problem, doctor, programme, periods, service };
}

function serviceOf(periods: ProgrammePeriods): Service {
  const { calendar } = periods;
  return {
    day: (t) => boundary(calendar, t),
    net: (a, b, measure) => netService(periods, a, b, measure),
    block: (a, b, measure) => grossService(periods, a, b, measure),
    blockHolds: (a, b, length) => grossService(periods, a, b, length) >= needed(periods, length),
    blockWithin: (a, b, length) => blockWithin(periods, a, b, length),
    blockBefore(a, b, measure) {
      let most = Number.NEGATIVE_INFINITY;
      for (let e = a + 1; e < b; e++) most = Math.max(most, grossService(periods, a, e, measure));
      return most;
    },
    stayWithin: (a, b, length) => stayWithin(periods, a, b, length),
    needed: (length) => needed(periods, length),
  };
}
