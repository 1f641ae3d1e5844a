/** Cross-references of a problem whose shape is right: ids unique, every id named there, dates in order. */
import { boundaryAt, createCalendar, onGrid, parseDay, type Calendar } from "./calendar.ts";
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { ProblemIssue, ProblemIssueCode } from "./problem-issue.ts";

type Path = readonly (string | number)[];
type Report = (code: ProblemIssueCode, path: Path, params?: ProblemIssue["params"]) => void;

/** The longest horizon in periods; a decade of weeks. */
const MAX_PERIODS = 1040;

/** Every issue of reference and date, in the order of the file. */
export function checkReferences(input: ProblemInput): ProblemIssue[] {
  const issues: ProblemIssue[] = [];
  const report: Report = (code, path, params = {}) => issues.push({ code, path, params });
  const ids = collectIds(input, report);
  const calendar = checkCalendar(input, ids, report);
  checkPlaces(input, ids, calendar, report);
  checkProgrammes(input, ids, report);
  checkIntakes(input, ids, calendar, report);
  checkDoctors(input, ids, calendar, report);
  return issues;
}

type Ids = ReturnType<typeof collectIds>;

function collectIds(input: ProblemInput, report: Report) {
  const collect = (key: "regions" | "sites" | "units" | "programmes" | "intakes" | "doctors") => {
    const seen = new Set<string>();
    input[key].forEach(({ id }, at) => {
      if (seen.has(id)) report("duplicate-id", [key, at, "id"], { id });
      seen.add(id);
    });
    return seen;
  };
  const sections = new Set(NATIONAL_SECTIONS.map(({ id }) => id as string));
  const own = new Set<string>();
  input.sections.forEach(({ id }, at) => {
    if (own.has(id)) report("duplicate-id", ["sections", at, "id"], { id });
    own.add(id);
    sections.add(id);
  });
  return {
    sections,
    regions: collect("regions"),
    sites: collect("sites"),
    units: collect("units"),
    programmes: collect("programmes"),
    intakes: collect("intakes"),
    doctors: collect("doctors"),
  };
}

function known(ids: ReadonlySet<string>, id: string, path: Path, report: Report): boolean {
  if (ids.has(id)) return true;
  report("unknown-reference", path, { id });
  return false;
}

function checkCalendar(input: ProblemInput, ids: Ids, report: Report): Calendar | undefined {
  const { from, to, grid, toleranceDays, fixedSpans } = input.calendar;
  const first = parseDay(from) ?? 0;
  const last = parseDay(to) ?? 0;
  if (last <= first) {
    report("empty-calendar", ["calendar"], { from, to });
    return undefined;
  }
  if ((last - first) / (grid === "week" ? 7 : grid === "month" ? 28 : 13) > MAX_PERIODS) {
    report("calendar-too-long", ["calendar"], { limit: MAX_PERIODS });
    return undefined;
  }
  let aligned = true;
  for (const [key, text, day] of [
    ["from", from, first],
    ["to", to, last],
  ] as const) {
    if (onGrid(day, grid)) continue;
    report("date-off-grid", ["calendar", key], { date: text, grid });
    aligned = false;
  }
  if (!aligned) return undefined;
  const calendar = createCalendar(first, last, grid, toleranceDays);
  const spans = fixedSpans.map((span, at) => {
    const path: Path = ["calendar", "fixedSpans", at];
    known(ids.programmes, span.programme, [...path, "programme"], report);
    checkSpan(span, path, calendar, report);
    return { ...span, at };
  });
  const byStart = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  byStart.forEach((span, i) => {
    const before = byStart.slice(0, i).find((each) => each.programme === span.programme && each.to > span.from);
    if (before === undefined) return;
    report("spans-overlap", ["calendar", "fixedSpans", span.at], { first: before.id, second: span.id });
  });
  return calendar;
}

/** A span in order and on the grid inside the calendar; either end may be left open. */
function checkSpan(
  span: { readonly from?: string | undefined; readonly to?: string | undefined },
  path: Path,
  calendar: Calendar,
  report: Report,
): void {
  for (const key of ["from", "to"] as const) {
    const text = span[key];
    if (text !== undefined) checkDate(text, [...path, key], calendar, report);
  }
  if (span.from !== undefined && span.to !== undefined && span.to <= span.from) {
    report("span-reversed", path, { from: span.from, to: span.to });
  }
}

function checkDate(text: string, path: Path, calendar: Calendar, report: Report): void {
  const day = parseDay(text) ?? 0;
  if (!onGrid(day, calendar.grid)) report("date-off-grid", path, { date: text, grid: calendar.grid });
  else if (boundaryAt(calendar, day) === undefined) report("outside-calendar", path, { date: text });
}

function checkPlaces(
  input: ProblemInput,
  ids: Ids,
  calendar: Calendar | undefined,
  report: Report,
): void {
  const parent = new Map(input.sections.map(({ id, countsAs }) => [id, countsAs]));
  input.sections.forEach(({ id, countsAs }, at) => {
    if (countsAs === undefined) return;
    known(ids.sections, countsAs, ["sections", at, "countsAs"], report);
    const seen = new Set([id]);
    for (let up: string | undefined = countsAs; up !== undefined; up = parent.get(up)) {
      if (seen.has(up)) {
        report("section-cycle", ["sections", at, "countsAs"], { id });
        break;
      }
      seen.add(up);
    }
  });
  input.sites.forEach(({ region }, at) => known(ids.regions, region, ["sites", at, "region"], report));
  input.units.forEach((unit, at) => {
    known(ids.sites, unit.site, ["units", at, "site"], report);
    unit.sections.forEach((id, s) => known(ids.sections, id, ["units", at, "sections", s], report));
    const seats = [["seats", unit.seats] as const, ...Object.entries(unit.trackSeats)];
    for (const [key, steps] of seats) {
      if (!Array.isArray(steps)) continue;
      const path = key === "seats" ? ["units", at, "seats"] : ["units", at, "trackSeats", key];
      const ordered = steps.every(({ from }, i) => i === 0 || from > (steps[i - 1]?.from ?? ""));
      const covers = calendar === undefined || (parseDay(steps[0]?.from ?? "") ?? 0) <= calendar.from;
      if (!ordered || !covers) report("seats-out-of-order", path, { unit: unit.id });
    }
  });
}

function checkProgrammes(input: ProblemInput, ids: Ids, report: Report): void {
  input.programmes.forEach((programme, at) => {
    const path: Path = ["programmes", at];
    const seen = new Set<string>();
    programme.requirements.forEach(({ id, sections }, r) => {
      if (seen.has(id)) report("duplicate-id", [...path, "requirements", r, "id"], { id });
      seen.add(id);
      sections.forEach((section, s) =>
        known(ids.sections, section, [...path, "requirements", r, "sections", s], report),
      );
    });
    if (programme.order === undefined) return;
    const ordered = programme.order.flat();
    programme.order.forEach((group, g) =>
      group.forEach((id, i) => known(seen, id, [...path, "order", g, i], report)),
    );
    if (new Set(ordered).size !== seen.size || ordered.length !== seen.size) {
      report("order-incomplete", [...path, "order"], { programme: programme.id });
    }
  });
}

function checkIntakes(
  input: ProblemInput,
  ids: Ids,
  calendar: Calendar | undefined,
  report: Report,
): void {
  input.intakes.forEach((intake, at) => {
    known(ids.programmes, intake.programme, ["intakes", at, "programme"], report);
    if (calendar !== undefined) checkDate(intake.start, ["intakes", at, "start"], calendar, report);
    for (const site of Object.keys(intake.split ?? {})) {
      known(ids.sites, site, ["intakes", at, "split", site], report);
    }
  });
}

function checkDoctors(
  input: ProblemInput,
  ids: Ids,
  calendar: Calendar | undefined,
  report: Report,
): void {
  const programmes = new Map(input.programmes.map((each) => [each.id, each]));
  const intakes = new Map(input.intakes.map((each) => [each.id, each]));
  const units = new Map(input.units.map((each) => [each.id, each]));
  const sites = new Map(input.sites.map((each) => [each.id, each]));
  input.doctors.forEach((doctor, at) => {
    const path: Path = ["doctors", at];
    known(ids.regions, doctor.region, [...path, "region"], report);
    if (doctor.programme !== undefined) known(ids.programmes, doctor.programme, [...path, "programme"], report);
    if (doctor.intake !== undefined) known(ids.intakes, doctor.intake, [...path, "intake"], report);
    const intake = intakes.get(doctor.intake ?? "");
    if (doctor.programme === undefined && doctor.intake === undefined) {
      report("programme-missing", path, { doctor: doctor.id });
    }
    if (intake !== undefined && doctor.programme !== undefined && intake.programme !== doctor.programme) {
      report("intake-of-other-programme", [...path, "intake"], { doctor: doctor.id, intake: intake.id });
    }
    if (doctor.intake !== undefined && doctor.start !== undefined) report("start-twice", path, { doctor: doctor.id });
    if (doctor.intake === undefined && doctor.start === undefined) report("start-missing", path, { doctor: doctor.id });
    if (doctor.baseSite !== undefined && known(ids.sites, doctor.baseSite, [...path, "baseSite"], report)) {
      const site = sites.get(doctor.baseSite);
      if (site !== undefined && site.region !== doctor.region && ids.regions.has(site.region)) {
        report("region-of-other-site", [...path, "baseSite"], { doctor: doctor.id, site: site.id });
      }
    }
    if (calendar !== undefined) checkStart(doctor.start, [...path, "start"], calendar, report);
    const programme = programmes.get(doctor.programme ?? intake?.programme ?? "");
    if (programme === undefined) return;
    const requirements = new Map(programme.requirements.map((each) => [each.id, new Set(each.sections)]));
    const owed = new Set(requirements.keys());
    doctor.wishes.forEach((wish, w) => {
      const here: Path = [...path, "wishes", w];
      if (wish.kind === "order") {
        known(owed, wish.first, [...here, "first"], report);
        known(owed, wish.then, [...here, "then"], report);
        if (wish.first === wish.then) report("bad-value", here, { detail: "first and then are the same" });
        return;
      }
      const fits = known(owed, wish.requirement, [...here, "requirement"], report);
      if (!known(ids.units, wish.unit, [...here, "unit"], report) || !fits) return;
      const wanted = requirements.get(wish.requirement);
      if (units.get(wish.unit)?.sections.some((section) => wanted?.has(section))) return;
      report("wish-of-other-section", here, { unit: wish.unit, requirement: wish.requirement });
    });
    doctor.fixed.forEach((fixed, f) => {
      const here: Path = [...path, "fixed", f];
      known(owed, fixed.requirement, [...here, "requirement"], report);
      if (fixed.unit !== undefined) known(ids.units, fixed.unit, [...here, "unit"], report);
      if (calendar !== undefined) checkSpan(fixed, here, calendar, report);
      const other = doctor.fixed.slice(0, f).find((each) => each.requirement === fixed.requirement);
      if (other !== undefined) report("fixed-contradiction", here, { doctor: doctor.id, requirement: fixed.requirement });
    });
    doctor.forbidden.forEach((forbidden, f) => {
      const here: Path = [...path, "forbidden", f];
      if (forbidden.requirement !== undefined) known(owed, forbidden.requirement, [...here, "requirement"], report);
      if (forbidden.unit !== undefined) known(ids.units, forbidden.unit, [...here, "unit"], report);
      if (forbidden.site !== undefined) known(ids.sites, forbidden.site, [...here, "site"], report);
      if (calendar !== undefined) checkSpan(forbidden, here, calendar, report);
      if (Object.values(forbidden).every((value) => value === undefined)) {
        report("forbids-everything", here, { doctor: doctor.id });
      }
    });
  });
}

function checkStart(
  start: ProblemInput["doctors"][number]["start"],
  path: Path,
  calendar: Calendar,
  report: Report,
): void {
  if (start === undefined) return;
  if (typeof start === "string") return checkDate(start, path, calendar, report);
  checkDate(start.earliest, [...path, "earliest"], calendar, report);
  checkDate(start.latest, [...path, "latest"], calendar, report);
  if (start.latest < start.earliest) report("span-reversed", path, { from: start.earliest, to: start.latest });
}
