/**
 * The calendar: days, months counted by date, and the grid of periods a plan is drawn on.
 *
 * The only file that speaks luxon. Everywhere else a day is a whole number (`Day`, days since
 * 1970-01-01), so that no clock, zone or daylight saving can enter a plan. Spans are half-open:
 * from 1 September to 1 March is six months (lag 1930:173, domain.md D1).
 */
import { DateTime } from "luxon";

/** Days since 1970-01-01; a civil date in Sweden, not an instant. */
export type Day = number;

export const GRIDS = ["week", "half-month", "month"] as const;
/** Where placements may begin and end: Mondays; the 1st and 16th; the 1st. */
export type Grid = (typeof GRIDS)[number];

/** A length of service: months counted by date (halves allowed) or whole weeks. */
export type Duration = { readonly months: number } | { readonly weeks: number };

/** A half-open span of days. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Credit days in a month: a month counts thirty, whatever its length. */
export const CREDIT_DAYS_PER_MONTH = 30;

const toDay = (date: DateTime): Day => Math.round(date.toMillis() / 86_400_000);
const toDate = (day: Day): DateTime => DateTime.fromMillis(day * 86_400_000, { zone: "utc" });

/** Days as text and back. A problem names the same few hundred dates over and over. */
const parsed = new Map<string, Day>();
const formatted = new Map<Day, string>();
const MAX_REMEMBERED = 1_000_000;

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

/** Reads `YYYY-MM-DD`; undefined where no such day exists. */
export function parseDay(text: string): Day | undefined {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = DateTime.fromISO(text, { zone: "utc" });
  return date.isValid ? remember(parsed, text, toDay(date)) : undefined;
}

/** Writes `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return formatted.get(day) ?? remember(formatted, day, toDate(day).toFormat("yyyy-MM-dd"));
}

/** ISO week label such as `2026-W08`. */
export function formatWeek(day: Day): string {
  return toDate(day).toFormat("kkkk-'W'WW");
}

/** The Mondays of the ISO week of that number, one a year, that lie in the span. */
export function mondaysOfWeek(week: number, { from, to }: Span): Day[] {
  const mondays: Day[] = [];
  for (let year = toDate(from).weekYear; year <= toDate(to).weekYear; year++) {
    const date = DateTime.fromObject({ weekYear: year, weekNumber: week }, { zone: "utc" });
    // Not every year has a week 53.
    if (!date.isValid) continue;
    const monday = toDay(date);
    if (from <= monday && monday < to) mondays.push(monday);
  }
  return mondays;
}

/** The last day of the span from Monday to Friday that lies in none of the others. */
export function lastWorkday({ from, to }: Span, away: readonly Span[]): Day | undefined {
  for (let day = to - 1; day >= from; day--) {
    if (toDate(day).weekday > 5) continue;
    if (!away.some((span) => span.from <= day && day < span.to)) return day;
  }
  return undefined;
}

/** Year (four digits) and month (1–12) of a day. */
export function monthOf(day: Day): { readonly year: number; readonly month: number } {
  const { year, month } = toDate(day);
  return { year, month };
}

/** A day in words, `1 september 2026`, in the language asked for. */
export function dayInWords(day: Day, language: "sv" | "en"): string {
  return toDate(day)
    .setLocale(language === "sv" ? "sv-SE" : "en-GB")
    .toFormat("d MMMM yyyy");
}

/** A day's month, counted from January of the year 0, and its day of the month. */
interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const monthDays = new Map<Day, MonthDay>();

function monthDayOf(day: Day): MonthDay {
  const known = monthDays.get(day);
  if (known !== undefined) return known;
  const date = toDate(day);
  return remember(monthDays, day, { month: 12 * date.year + date.month - 1, day: date.day });
}

const firstDays = new Map<number, Day>();

/** The first day of a month, months counted as in `MonthDay`. */
function firstDayOf(month: number): Day {
  const known = firstDays.get(month);
  if (known !== undefined) return known;
  const date = DateTime.utc(Math.floor(month / 12), (month % 12) + 1);
  return remember(firstDays, month, toDay(date));
}

/**
 * The day `halves` half months later. Whole months keep the day of the month (31 August + 6 months
 * is the last of February); half a month is fifteen days within a month, so that two halves are a
 * month and the 1st and the 16th alternate.
 */
export function addHalfMonths(day: Day, halves: number): Day {
  // Graphs ask this for every span of periods: luxon is asked once a day and once a month.
  const begin = monthDayOf(day);
  const month = begin.month + Math.floor(halves / 2);
  const first = firstDayOf(month);
  const next = firstDayOf(month + 1);
  const date = Math.min(begin.day, next - first);
  if (halves % 2 === 0) return first + date - 1;
  return date <= 15 ? Math.min(first + date + 14, next - 1) : next + date - 16;
}

/** The day a length of service later. */
export function addDuration(day: Day, duration: Duration): Day {
  return "weeks" in duration ? day + 7 * duration.weeks : addHalfMonths(day, 2 * duration.months);
}

const credits = new Map<number, number>();

/**
 * Service in [from, to) as credit days: fifteen for every half month by date and one for each day
 * left over, at most fourteen. A span holds n months exactly when its credit is at least 30 n;
 * 1 July–30 September (thirteen weeks from a Monday the 1st) is 89, a day short of three months.
 */
export function creditDays(from: Day, to: Day): number {
  if (to <= from) return 0;
  // Years 0–9999 are fewer than 2²² days, so that no two spans share a key.
  const key = from * 4_194_304 + (to - from);
  const known = credits.get(key);
  if (known !== undefined) return known;
  let halves = Math.max(0, Math.floor((to - from) / 15.3) - 1);
  while (addHalfMonths(from, halves + 1) <= to) halves++;
  const credit = 15 * halves + Math.min(14, to - addHalfMonths(from, halves));
  return remember(credits, key, credit);
}

/** What a length asks for: credit days for months, days for weeks. */
export function creditNeeded(duration: Duration): number {
  return "weeks" in duration
    ? Math.round(7 * duration.weeks)
    : Math.round(CREDIT_DAYS_PER_MONTH * duration.months);
}

/** Service in [from, to), in the measure of `duration`: credit days for months, days for weeks. */
export function serviceIn(from: Day, to: Day, duration: Duration): number {
  return "weeks" in duration ? to - from : creditDays(from, to);
}

/** The grid of a problem: `periods` slices, slice t being [boundaries[t], boundaries[t + 1]). */
export interface Calendar {
  readonly grid: Grid;
  readonly from: Day;
  readonly to: Day;
  readonly periods: number;
  readonly boundaries: readonly Day[];
  /** Days by which a length counted in months may fall short on a week grid (D5). */
  readonly toleranceDays: number;
  /** Sittings of the AT exam, in order of their dates. */
  readonly exams: readonly ExamSitting[];
}

/** A day on which the AT exam can be sat. */
export interface ExamSitting {
  readonly date: Day;
  readonly registrationCloses: Day;
  /** Days from the exam until its result. */
  readonly resultAfter: number;
}

/** Is the day one on which the grid lets placements begin and end? */
export function onGrid(day: Day, grid: Grid): boolean {
  const date = toDate(day);
  if (grid === "week") return date.weekday === 1;
  return date.day === 1 || (grid === "half-month" && date.day === 16);
}

/** Can the grid hold the length exactly (halves and weeks only where it has them)? */
export function durationFitsGrid(duration: Duration, grid: Grid): boolean {
  if (grid === "week") return true;
  if ("weeks" in duration) return false;
  return grid === "half-month" || Number.isInteger(duration.months);
}

/** Cuts [from, to) into periods; both ends must lie on the grid. */
export function createCalendar(from: Day, to: Day, grid: Grid, toleranceDays: number): Calendar {
  const boundaries: Day[] = [from];
  let last = from;
  while (last < to) {
    last = grid === "week" ? last + 7 : addHalfMonths(last, grid === "month" ? 2 : 1);
    boundaries.push(last);
  }
  return {
    grid,
    from,
    to: last,
    periods: boundaries.length - 1,
    boundaries,
    toleranceDays,
    exams: [],
  };
}

/** The index of the boundary at `day`; undefined when the day is not one. */
export function boundaryAt(calendar: Calendar, day: Day): number | undefined {
  let low = 0;
  let high = calendar.periods;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = calendar.boundaries[middle] ?? 0;
    if (there === day) return middle;
    if (there < day) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
