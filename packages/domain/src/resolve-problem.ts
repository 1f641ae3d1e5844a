/** A problem file whose references hold → the data the rest works on: days as numbers, rules settled. */
import { createCalendar, type Day, type Duration, parseDay } from "./calendar.ts";
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import { resolveObjective } from "./objective.ts";
import { readPlan } from "./plan.ts";
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
import type { ProblemInput } from "./problem-input.ts";
import { resolveAbsences } from "./resolve-absences.ts";
import type { ResolvedRules } from "./resolve-rules.ts";
import type { PercentageStep } from "./service.ts";

const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const optionalDay = (text: string | undefined): Day | undefined =>
  text === undefined ? undefined : day(text);

export function resolveProblem(
  input: ProblemInput,
  rules: ResolvedRules,
  hash: string,
): ProblemData {
  const { from, to, grid, toleranceDays } = input.calendar;
  const calendar = createCalendar(day(from), day(to), grid, toleranceDays);
  const intakes = new Map(input.intakes.map((intake) => [intake.id, intake]));
  const previousPlan = input.previousPlan && readPlan(input.previousPlan.rotations);
  const previous = new Map(
    previousPlan?.rotations.map(({ doctor, placements }) => [doctor, placements]),
  );
  const programmes = input.programmes.map((programme, index) => ({
    ...resolveProgramme(programme, index),
    fixedSpans: fixedSpansOf(input, programme.id),
    rules: rules.programmes.get(programme.id) ?? [],
  }));
  return {
    hash,
    name: input.name,
    calendar,
    sections: resolveSections(input),
    regions: input.regions,
    sites: input.sites,
    units: resolveUnits(input, calendar.from),
    programmes,
    intakes: input.intakes.map(({ id, programme, start, split }) => ({
      id,
      programme,
      start: day(start),
      split: split === undefined ? undefined : new Map(Object.entries(split)),
    })),
    doctors: input.doctors.map((doctor, index) =>
      resolveDoctor(doctor, index, calendar.from, {
        intake: intakes.get(doctor.intake ?? ""),
        previous: previous.get(doctor.id),
      }),
    ),
    unitRules: rules.unitSide,
    overrides: rules.overrides,
    previousPlan,
    objective: resolveObjective(
      input.objective,
      programmes,
      rules.unitSide,
      previousPlan !== undefined,
    ),
    rulePacks: rules.packs,
  };
}

const range = (length: Duration | LengthRange): LengthRange =>
  "min" in length ? length : { min: length, max: length };

function resolveProgramme(
  programme: ProblemInput["programmes"][number],
  index: number,
): Omit<Programme, "fixedSpans" | "rules"> {
  return {
    id: programme.id,
    index,
    track: programme.track,
    name: programme.name,
    requirements: programme.requirements.map(({ id, sections, length, atBase, after }, at) => {
      const group = programme.groups.findIndex(({ requirements }) => requirements.includes(id));
      return {
        id,
        index: at,
        sections,
        length: range(length),
        atBase,
        after,
        group: group < 0 ? undefined : group,
      };
    }),
    length: programme.length === undefined ? undefined : range(programme.length),
    order: programme.order,
    groups: programme.groups,
  };
}

function resolveUnits(input: ProblemInput, from: Day): Unit[] {
  const regionOf = new Map(input.sites.map((site) => [site.id, site.region]));
  return input.units.map(({ id, site, name, sections, seats, trackSeats, staffing }, index) => ({
    id,
    index,
    site,
    region: regionOf.get(site) ?? "",
    name,
    sections,
    seats: seatSteps(seats, from),
    trackSeats: {
      ...(trackSeats.AT !== undefined && { AT: seatSteps(trackSeats.AT, from) }),
      ...(trackSeats.BT !== undefined && { BT: seatSteps(trackSeats.BT, from) }),
    },
    staffing: Array.isArray(staffing)
      ? staffing.map((step) => ({ from: day(step.from), doctors: step.doctors }))
      : [{ from, doctors: staffing }],
  }));
}

function seatSteps(seats: ProblemInput["units"][number]["seats"], from: Day): SeatStep[] {
  if (!Array.isArray(seats)) return [{ from, seats }];
  return seats.map((step) => ({ from: day(step.from), seats: step.seats }));
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

/** Steps that change something; full time is none. */
function percentageSteps(
  percentage: ProblemInput["doctors"][number]["percentage"],
  from: Day,
): PercentageStep[] {
  const steps = Array.isArray(percentage)
    ? percentage.map((step) => ({ ...step, from: day(step.from) }))
    : [{ from, percentage }];
  return steps.filter((step, at) => step.percentage !== (steps[at - 1]?.percentage ?? 100));
}

function resolveDoctor(
  doctor: ProblemInput["doctors"][number],
  index: number,
  calendarFrom: Day,
  {
    intake,
    previous = [],
  }: {
    readonly intake: ProblemInput["intakes"][number] | undefined;
    readonly previous: Doctor["previous"] | undefined;
  },
): Doctor {
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
    percentages: percentageSteps(doctor.percentage, calendarFrom),
    absences: resolveAbsences(doctor.absences),
    previous,
    carried: doctor.carried,
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
