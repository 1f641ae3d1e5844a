/** Cross-references of a problem whose shape is right: ids unique, every id known, dates and lengths in order. */
import { type Duration, durationFitsGrid, type Grid } from "./calendar.ts";
import { checkDoctors } from "./check-doctors.ts";
import { checkFixedSpans } from "./check-fixed-spans.ts";
import { checkGroups } from "./check-groups.ts";
import { checkHomes } from "./check-homes.ts";
import { checkPreviousPlan } from "./check-previous-plan.ts";
import { checkShortPlacements } from "./check-short-placements.ts";
import { checkSupervisors } from "./check-supervisors.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path, Report } from "./problem-issue.ts";
import { createReferences, type References } from "./references.ts";

/** Reports every issue of reference, date and length. */
export function checkReferences(input: ProblemInput, report: Report): void {
  const references = createReferences(input, report);
  checkFixedSpans(input, references);
  checkSections(input, references);
  checkPlaces(input, references);
  checkOnCallLines(input, references);
  checkProgrammes(input, references);
  input.intakes.forEach((intake, at) => {
    const path: Path = ["intakes", at];
    references.known("programme", intake.programme, [...path, "programme"]);
    references.date(intake.start, [...path, "start"]);
    for (const site of Object.keys(intake.split ?? {})) {
      references.known("site", site, [...path, "split", site]);
    }
  });
  checkDoctors(input, references);
  checkHomes(input, references);
  checkSupervisors(input, references);
  checkPreviousPlan(input, references);
  checkObjective(input, references);
}

/** Each measure is counted once: in one tier, and once in a burden. */
function checkObjective({ objective }: ProblemInput, references: References): void {
  const seen = new Set<string>();
  const once = (measure: string, path: Path): void => {
    if (seen.has(measure)) references.say("measure-twice", path, { measure });
    seen.add(measure);
  };
  objective?.tiers?.forEach((tier, at) => {
    const path: Path = ["objective", "tiers", at];
    if (typeof tier === "string") once(tier, path);
    else tier.forEach(({ measure }, t) => once(measure, [...path, t, "measure"]));
  });
  seen.clear();
  objective?.burden?.forEach(({ measure }, at) => once(measure, ["objective", "burden", at]));
}

function checkSections(input: ProblemInput, references: References): void {
  const byId = new Map(input.sections.map((section, at) => [section.id, { ...section, at }]));
  const sound = new Set<string>();
  input.sections.forEach(({ id, countsAs }, at) => {
    references.known("section", countsAs, ["sections", at, "countsAs"]);
    const passed = new Set<string>();
    let up = byId.get(id);
    while (up !== undefined && !passed.has(up.id) && !sound.has(up.id)) {
      passed.add(up.id);
      up = byId.get(up.countsAs ?? "");
    }
    if (up !== undefined && passed.has(up.id)) {
      references.say("section-cycle", ["sections", up.at, "countsAs"], { id: up.id });
    }
    for (const each of passed) sound.add(each);
  });
}

function checkPlaces(input: ProblemInput, references: References): void {
  input.sites.forEach(({ region }, at) =>
    references.known("region", region, ["sites", at, "region"]),
  );
  input.units.forEach((unit, at) => {
    const path: Path = ["units", at];
    references.known("site", unit.site, [...path, "site"]);
    unit.sections.forEach((id, s) => references.known("section", id, [...path, "sections", s]));
    checkSeats(unit.seats, [...path, "seats"], input.calendar.from, references);
    checkSeats(unit.trackSeats.AT, [...path, "trackSeats", "AT"], input.calendar.from, references);
    checkSeats(unit.trackSeats.BT, [...path, "trackSeats", "BT"], input.calendar.from, references);
    checkSeats(unit.staffing, [...path, "staffing"], input.calendar.from, references);
    const { from = "", to } = unit.overlap ?? {};
    if (to !== undefined && to <= from) {
      references.say("span-reversed", [...path, "overlap"], { from, to });
    }
  });
}

function checkOnCallLines(input: ProblemInput, references: References): void {
  references.unique("on-call-line", input.onCallLines, ["onCallLines"]);
  input.onCallLines.forEach(({ units, most, least }, at) => {
    const path: Path = ["onCallLines", at];
    if (Array.isArray(units)) {
      units.forEach((id, u) => {
        const here: Path = [...path, "units", u];
        if (units.indexOf(id) < u) references.say("duplicate-id", here, { what: "unit", id });
        references.known("unit", id, here);
      });
    } else {
      references.known("section", units.section, [...path, "units", "section"]);
      references.known("site", units.site, [...path, "units", "site"]);
    }
    checkSeats(most, [...path, "most"], input.calendar.from, references);
    checkSeats(least, [...path, "least"], input.calendar.from, references);
  });
}

function checkSeats(
  seats: ProblemInput["units"][number]["seats" | "staffing"] | undefined,
  path: Path,
  calendarFrom: string,
  references: References,
): void {
  if (!Array.isArray(seats)) return;
  if ((seats[0]?.from ?? "") > calendarFrom) {
    references.say("seats-out-of-order", [...path, 0, "from"], { before: calendarFrom });
  }
  seats.forEach((step, at) => {
    const before = seats[at - 1]?.from;
    if (before === undefined || step.from > before) return;
    references.say("seats-out-of-order", [...path, at, "from"], { after: before });
  });
}

function checkProgrammes(input: ProblemInput, references: References): void {
  const { grid } = input.calendar;
  input.programmes.forEach((programme, at) => {
    const path: Path = ["programmes", at];
    const owed = references.unique("requirement", programme.requirements, [
      ...path,
      "requirements",
    ]);
    programme.requirements.forEach(({ sections, length }, r) => {
      const here: Path = [...path, "requirements", r];
      sections.forEach((id, s) => references.known("section", id, [...here, "sections", s]));
      checkLength(length, grid, [...here, "length"], references);
    });
    checkLength(programme.length, grid, [...path, "length"], references);
    checkGroups(programme, path, owed, references);
    checkShortPlacements(programme, path, owed, references);
    programme.shortPlacements.forEach(({ length }, s) =>
      checkLength(length, grid, [...path, "shortPlacements", s, "length"], references),
    );
    if (programme.order === undefined) return;
    const allKnown = programme.order.map((group, g) =>
      group.map((id, i) => references.knownIn(owed, "requirement", id, [...path, "order", g, i])),
    );
    const ordered = programme.order.flat();
    const complete = ordered.length === owed.size && new Set(ordered).size === owed.size;
    if (complete || allKnown.flat().includes(false)) return;
    const missing = [...owed].filter((id) => !ordered.includes(id)).join(", ");
    references.say("order-incomplete", [...path, "order"], { programme: programme.id, missing });
  });
}

function checkLength(
  length: ProblemInput["programmes"][number]["length"],
  grid: Grid,
  path: Path,
  references: References,
): void {
  if (length === undefined) return;
  if (!("min" in length)) {
    checkDuration(length, grid, path, references);
    return;
  }
  const { min, max } = length;
  checkDuration(min, grid, [...path, "min"], references);
  checkDuration(max, grid, [...path, "max"], references);
  if ("weeks" in min === "weeks" in max && amount(min) <= amount(max)) return;
  references.say("length-reversed", path, {});
}

function checkDuration(duration: Duration, grid: Grid, path: Path, references: References): void {
  if (durationFitsGrid(duration, grid)) return;
  const measure = "weeks" in duration ? "weeks" : "months";
  references.say("duration-off-grid", path, { grid, amount: amount(duration), measure });
}

const amount = (duration: Duration): number =>
  "weeks" in duration ? duration.weeks : duration.months;
