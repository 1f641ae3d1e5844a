/** A problem file whose references hold → the data the rest works on: days as numbers, rules settled. */
import { createCalendar, durationFitsGrid, parseDay, type Day, type Duration } from "./calendar.ts";
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { ProblemIssue } from "./problem-issue.ts";
import type {
  Doctor,
  FixedSpan,
  LengthRange,
  ProblemData,
  Programme,
  SeatStep,
  Section,
  Text,
  Unit,
} from "./problem.ts";
import { resolveRules } from "./resolve-rules.ts";

const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const optionalDay = (text: string | undefined): Day | undefined =>
  text === undefined ? undefined : day(text);

/** Resolves; what is left to report are lengths off the grid and rules that cannot be settled. */
export function resolveProblem(
  input: ProblemInput,
  hash: string,
): { readonly data: ProblemData; readonly issues: readonly ProblemIssue[] } {
  const issues: ProblemIssue[] = [];
  const { from, to, grid, toleranceDays } = input.calendar;
  const calendar = createCalendar(day(from), day(to), grid, toleranceDays);
  const rules = resolveRules(input, (issue) => issues.push(issue));
  const programmes = input.programmes.map((programme, index): Programme => {
    const path = ["programmes", index] as const;
    checkLength(programme.length, [...path, "length"]);
    programme.requirements.forEach((each, r) =>
      checkLength(each.length, [...path, "requirements", r, "length"]),
    );
    return {
      id: programme.id,
      index,
      track: programme.track,
      name: programme.name,
      requirements: programme.requirements.map(({ id, sections, length, atBase }, at) => ({
        id,
        index: at,
        sections,
        length: range(length),
        atBase,
      })),
      length: programme.length === undefined ? undefined : range(programme.length),
      order: programme.order,
      fixedSpans: fixedSpansOf(input, programme.id),
      rules: rules.programmes.get(programme.id) ?? [],
    };
  });
  const regionOf = new Map(input.sites.map((site) => [site.id, site.region]));
  const data: ProblemData = {
    hash,
    name: input.name,
    calendar,
    sections: resolveSections(input),
    regions: input.regions,
    sites: input.sites,
    units: input.units.map(
      (unit, index): Unit => ({
        id: unit.id,
        index,
        site: unit.site,
        region: regionOf.get(unit.site) ?? "",
        name: unit.name,
        sections: unit.sections,
        seats: seatSteps(unit.seats, calendar.from),
        trackSeats: Object.fromEntries(
          Object.entries(unit.trackSeats)
            .filter(([, seats]) => seats !== undefined)
            .map(([track, seats]) => [track, seatSteps(seats, calendar.from)]),
        ),
      }),
    ),
    programmes,
    intakes: input.intakes.map(({ id, programme, start, split }) => ({
      id,
      programme,
      start: day(start),
      split: split === undefined ? undefined : new Map(Object.entries(split)),
    })),
    doctors: input.doctors.map((doctor, index) => resolveDoctor(doctor, index, input)),
    unitRules: rules.unitSide,
    rulePacks: rules.packs,
  };
  return { data, issues: distinct(issues) };

  function checkLength(length: Duration | LengthRange | undefined, path: ProblemIssue["path"]): void {
    if (length === undefined) return;
    const { min, max } = range(length);
    for (const each of [min, max]) {
      if (durationFitsGrid(each, grid)) continue;
      issues.push({ code: "duration-off-grid", path, params: { grid, length: JSON.stringify(each) } });
      return;
    }
    const measured = "weeks" in min === "weeks" in max;
    const reversed = measured && amount(min) > amount(max);
    if (measured && !reversed) return;
    issues.push({ code: "length-reversed", path, params: {} });
  }
}

/** The same adjustment can fail for several programmes; it is one issue. */
function distinct(issues: readonly ProblemIssue[]): ProblemIssue[] {
  return [...new Map(issues.map((issue) => [`${issue.code} ${issue.path.join(".")}`, issue])).values()];
}

const amount = (duration: Duration): number =>
  "weeks" in duration ? duration.weeks : duration.months;

const range = (length: Duration | LengthRange): LengthRange =>
  "min" in length ? length : { min: length, max: length };

function seatSteps(seats: ProblemInput["units"][number]["seats"] | undefined, from: Day): SeatStep[] {
  if (Array.isArray(seats)) return seats.map((step) => ({ from: day(step.from), seats: step.seats }));
  return [{ from, seats: seats ?? null }];
}

function resolveSections(input: ProblemInput): Section[] {
  const own = new Map(input.sections.map((section) => [section.id, section]));
  const national = NATIONAL_SECTIONS.filter(({ id }) => !own.has(id));
  const chain = (id: string): string[] => {
    const up = own.get(id)?.countsAs;
    return up === undefined ? [id] : [id, ...chain(up)];
  };
  return [...national, ...input.sections].map(({ id, name }): Section => {
    const inherited = NATIONAL_SECTIONS.find((each) => each.id === id)?.name;
    const text: Text = name ?? inherited ?? { sv: id, en: id };
    return { id, name: text, countsAs: chain(id) };
  });
}

const SPAN_NAMES: Readonly<Record<FixedSpan["kind"], Text>> = {
  teaching: { sv: "undervisning", en: "teaching" },
  introduction: { sv: "introduktion", en: "introduction" },
  vacation: { sv: "semester", en: "vacation" },
  closed: { sv: "stängt", en: "closed" },
};

function fixedSpansOf(input: ProblemInput, programme: string): FixedSpan[] {
  return input.calendar.fixedSpans
    .filter((span) => span.programme === programme)
    .map(({ id, kind, name, from, to }) => ({
      id,
      kind,
      name: name ?? SPAN_NAMES[kind],
      from: day(from),
      to: day(to),
    }))
    .sort((a, b) => a.from - b.from);
}

function resolveDoctor(
  doctor: ProblemInput["doctors"][number],
  index: number,
  input: ProblemInput,
): Doctor {
  const intake = input.intakes.find(({ id }) => id === doctor.intake);
  const start = doctor.start ?? intake?.start ?? "";
  const window = typeof start === "string" ? { earliest: start, latest: start } : start;
  return {
    id: doctor.id,
    index,
    region: doctor.region,
    programme: doctor.programme ?? intake?.programme ?? "",
    intake: doctor.intake,
    start: { earliest: day(window.earliest), latest: day(window.latest) },
    degreeDate: optionalDay(doctor.degreeDate),
    baseSite: doctor.baseSite,
    wishes: doctor.wishes,
    fixed: doctor.fixed.map(({ requirement, unit, from, to }) => ({
      requirement,
      unit,
      from: optionalDay(from),
      to: optionalDay(to),
    })),
    forbidden: doctor.forbidden.map(({ unit, site, requirement, from, to }) => ({
      unit,
      site,
      requirement,
      from: optionalDay(from),
      to: optionalDay(to),
    })),
  };
}
