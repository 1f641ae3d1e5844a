/** What the checks of a problem file share: the ids there are, its calendar, and where issues go. */
import {
  boundaryAt,
  type Calendar,
  createCalendar,
  type Grid,
  onGrid,
  parseDay,
} from "./calendar.ts";
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import { nearest } from "./nearest.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path, ProblemIssue, ProblemIssueCode, Report } from "./problem-issue.ts";

/** The longest horizon in periods; two decades of weeks. */
const MAX_PERIODS = 1040;
const SHORTEST_PERIOD: Readonly<Record<Grid, number>> = { week: 7, "half-month": 13, month: 28 };

/** So many unknown ids get a suggestion; it takes time, and nobody reads more. */
const MAX_SUGGESTIONS = 50;

type Listed =
  | "section"
  | "region"
  | "site"
  | "home"
  | "unit"
  | "programme"
  | "intake"
  | "doctor"
  | "supervisor";
type Kind = Listed | "requirement" | "on-call-line";
type Ids = ReadonlySet<string>;

export interface References {
  say(code: ProblemIssueCode, path: Path, params?: ProblemIssue["params"]): void;
  /** The ids of a list; says which occur again. */
  unique(what: Kind, items: readonly { readonly id: string }[], path: Path): Ids;
  /** Is there such a thing? If not, says so and what may have been meant. No id is a known id. */
  known(what: Listed, id: string | undefined, path: Path): boolean;
  knownIn(ids: Ids, what: Kind, id: string, path: Path): boolean;
  /** Says when a date is off the grid or outside the calendar. */
  date(text: string | undefined, path: Path): void;
  /** Says what is wrong with two dates; either may be left open. */
  span(
    span: { readonly from?: string | undefined; readonly to?: string | undefined },
    path: Path,
  ): void;
}

export function createReferences(input: ProblemInput, report: Report): References {
  const say: References["say"] = (code, path, params = {}) => report({ code, path, params });

  const unique: References["unique"] = (what, items, path) => {
    const seen = new Set<string>();
    items.forEach(({ id }, at) => {
      if (seen.has(id)) say("duplicate-id", [...path, at, "id"], { what, id });
      seen.add(id);
    });
    return seen;
  };
  const calendar = soundCalendar(input.calendar, say);
  const ids: Readonly<Record<Listed, Ids>> = {
    section: new Set([
      ...NATIONAL_SECTIONS.map(({ id }) => id),
      ...unique("section", input.sections, ["sections"]),
    ]),
    region: unique("region", input.regions, ["regions"]),
    site: unique("site", input.sites, ["sites"]),
    home: unique("home", input.homes, ["homes"]),
    unit: unique("unit", input.units, ["units"]),
    programme: unique("programme", input.programmes, ["programmes"]),
    intake: unique("intake", input.intakes, ["intakes"]),
    doctor: unique("doctor", input.doctors, ["doctors"]),
    supervisor: unique("supervisor", input.supervisors, ["supervisors"]),
  };

  let suggestions = 0;
  const knownIn: References["knownIn"] = (among, what, id, path) => {
    if (among.has(id)) return true;
    const suggestion = suggestions++ < MAX_SUGGESTIONS ? nearest(id, among) : {};
    say("unknown-reference", path, { what, id, ...suggestion });
    return false;
  };

  const date: References["date"] = (text, path) => {
    if (text === undefined || calendar === undefined) return;
    const day = parseDay(text) ?? 0;
    if (boundaryAt(calendar, day) !== undefined) return;
    const { from, to, grid } = input.calendar;
    if (onGrid(day, grid)) say("outside-calendar", path, { date: text, from, to });
    else say("date-off-grid", path, { date: text, grid });
  };

  return {
    say,
    unique,
    known: (what, id, path) => id === undefined || knownIn(ids[what], what, id, path),
    knownIn,
    date,
    span({ from, to }, path) {
      date(from, [...path, "from"]);
      date(to, [...path, "to"]);
      if (from !== undefined && to !== undefined && to <= from)
        say("span-reversed", path, { from, to });
    },
  };
}

/** The calendar, if its own dates are sound; without it no other date is judged. */
function soundCalendar(
  { from, to, grid, toleranceDays }: ProblemInput["calendar"],
  say: References["say"],
): Calendar | undefined {
  const first = parseDay(from) ?? 0;
  const last = parseDay(to) ?? 0;
  if (last <= first) {
    say("empty-calendar", ["calendar"], { from, to });
    return undefined;
  }
  if ((last - first) / SHORTEST_PERIOD[grid] > MAX_PERIODS) {
    say("calendar-too-long", ["calendar"], { from, to, limit: MAX_PERIODS });
    return undefined;
  }
  const off = { from, to };
  const ends = (["from", "to"] as const).filter((end) => !onGrid(parseDay(off[end]) ?? 0, grid));
  for (const end of ends) say("date-off-grid", ["calendar", end], { date: off[end], grid });
  return ends.length > 0 ? undefined : createCalendar(first, last, grid, toleranceDays);
}
