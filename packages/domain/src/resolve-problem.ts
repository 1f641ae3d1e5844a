/** A problem file whose references hold → the data the rest works on: days as numbers, rules settled. */
import { createCalendar, type Day, type Duration, parseDay, type Span } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import { fixedSpansOf } from "./fixed-spans.ts";
import { seatsBeside, staffBeside } from "./held-seats.ts";
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import { resolveObjective } from "./objective.ts";
import { readPlan } from "./plan.ts";
import type { ProblemData } from "./problem.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { LengthRange, Programme } from "./programme.ts";
import { merged } from "./resolve-absences.ts";
import { withContinuity } from "./resolve-continuity.ts";
import { type DoctorSurroundings, heldBy, resolveDoctor } from "./resolve-doctor.ts";
import { resolveOnCallLines, seatSteps, staffSteps } from "./resolve-on-call.ts";
import type { ResolvedRules } from "./resolve-rules.ts";
import type { Track } from "./rule-settings.ts";
import type { Section } from "./section.ts";
import type { Supervisor } from "./supervisor.ts";
import type { Text } from "./text.ts";
import type { HeldSeat, Unit } from "./unit.ts";

const day = (text: string): Day => parseDay(text) ?? Number.NaN;

export function resolveProblem(
  input: ProblemInput,
  rules: ResolvedRules,
  hash: string,
): ProblemData {
  const { from, to, grid, toleranceDays } = input.calendar;
  const calendar = {
    ...createCalendar(day(from), day(to), grid, toleranceDays),
    exams: input.calendar.exams
      .map(({ date, registrationCloses, resultAfter }) => ({
        date: day(date),
        registrationCloses: day(registrationCloses),
        resultAfter,
      }))
      .sort((a, b) => a.date - b.date),
  };
  const intakes = new Map(input.intakes.map((intake) => [intake.id, intake]));
  const previousPlan = input.previousPlan && readPlan(input.previousPlan.rotations);
  const previous = new Map(previousPlan?.rotations.map((each) => [each.doctor, each]));
  const { freezeBefore } = input.previousPlan ?? {};
  const freeze = freezeBefore === undefined ? undefined : day(freezeBefore);
  const programmes = input.programmes.map((programme, index) => ({
    ...resolveProgramme(programme, index),
    fixedSpans: fixedSpansOf(input.calendar, programme, undefined),
    rules: rules.programmes.get(programme.id) ?? [],
  }));
  const own = new Map(
    input.intakes.map(({ id }) => [id, programmesWithin(input, id, programmes)] as const),
  );
  const sections = resolveSections(input);
  const around: DoctorSurroundings = {
    intakes,
    programmes: new Map(programmes.map((programme) => [programme.id, programme])),
    own,
    units: new Map(input.units.map((unit) => [unit.id, unit])),
    sections: new Map(sections.map((section) => [section.id, section])),
    previous,
    freeze,
    toleranceDays,
    calendarFrom: calendar.from,
  };
  const doctors = input.doctors.map((doctor, index) => resolveDoctor(doctor, index, around));
  const units = withContinuity(
    withHeldSeats(resolveUnits(input, calendar.from), doctors, programmes, calendar),
    input.units,
    doctors,
    calendar,
  );
  return {
    hash,
    name: input.name,
    calendar,
    sections,
    regions: input.regions,
    sites: input.sites,
    homes: input.homes.map(({ id, minutes }) => ({
      id,
      minutes: new Map(Object.entries(minutes)),
    })),
    units,
    onCallLines: resolveOnCallLines(input.onCallLines, units, sections, calendar.from),
    programmes,
    intakes: input.intakes.map(({ id, programme, start, split }) => ({
      id,
      programme,
      start: day(start),
      split: split && splitBeside(id, split, doctors, programmes),
      programmes: own.get(id) ?? new Map(),
    })),
    doctors,
    supervisors: input.supervisors.map(resolveSupervisor),
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

/** The programmes that an intake's doctors have with fixed spans of their own. */
function programmesWithin(
  input: ProblemInput,
  intake: string,
  programmes: readonly Programme[],
): ReadonlyMap<string, Programme> {
  if (input.calendar.fixedSpans.every((span) => span.intake === undefined)) return new Map();
  return new Map(
    programmes.flatMap((programme) => {
      const fixedSpans = fixedSpansOf(input.calendar, programme, intake);
      if (fixedSpans.length === programme.fixedSpans.length) return [];
      return [[programme.id, { ...programme, fixedSpans }] as const];
    }),
  );
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
    shortPlacements: programme.shortPlacements.map(({ length, ...inside }) => ({
      ...inside,
      length: length === undefined ? undefined : range(length),
      begunAt: undefined,
    })),
    goals: programme.goals,
    assessments: programme.assessments && {
      perPlacement: programme.assessments.perPlacement,
      leastWeeks: programme.assessments.leastWeeks,
      finalReviewMonth: programme.assessments.finalReviewMonth,
    },
  };
}

function resolveUnits(input: ProblemInput, from: Day): Unit[] {
  const regionOf = new Map(input.sites.map((site) => [site.id, site.region]));
  return input.units.map(
    ({ seats, trackSeats, staffing, rest: _, overlap: __, ...unit }, index) => ({
      ...unit,
      index,
      region: regionOf.get(unit.site) ?? "",
      seats: seatSteps(seats, from),
      trackSeats: {
        ...(trackSeats.AT !== undefined && { AT: seatSteps(trackSeats.AT, from) }),
        ...(trackSeats.BT !== undefined && { BT: seatSteps(trackSeats.BT, from) }),
      },
      staffing: staffSteps(staffing, from),
      held: [],
      rest: undefined,
      overlap: undefined,
    }),
  );
}

/** The units with the seats that doctors under way hold taken off. */
function withHeldSeats(
  units: readonly Unit[],
  doctors: readonly Doctor[],
  programmes: readonly { readonly id: string; readonly track: Track }[],
  calendar: Span,
): readonly Unit[] {
  const trackOf = new Map(programmes.map(({ id, track }) => [id, track]));
  const byUnit = new Map<string, HeldSeat[]>();
  for (const doctor of doctors) {
    for (const { unit, from, to } of heldBy(doctor, calendar)) {
      const held = byUnit.get(unit) ?? [];
      byUnit.set(unit, held);
      held.push({ doctor: doctor.id, track: trackOf.get(doctor.programme) ?? "AT", from, to });
    }
  }
  if (byUnit.size === 0) return units;
  return units.map((unit) => {
    const held = byUnit.get(unit.id);
    if (held === undefined) return unit;
    const caps = Object.entries(unit.trackSeats).map(([track, steps]) => {
      return [
        track,
        seatsBeside(
          steps,
          held.filter((each) => each.track === track),
        ),
      ];
    });
    return {
      ...unit,
      held,
      seats: seatsBeside(unit.seats, held),
      trackSeats: Object.fromEntries(caps),
      staffing: staffBeside(unit.staffing, held),
    };
  });
}

/** The split beside doctors whose stays at the base are all done. */
function splitBeside(
  intake: string,
  split: Readonly<Record<string, number>>,
  doctors: readonly Doctor[],
  programmes: readonly Pick<Programme, "requirements">[],
): ReadonlyMap<string, number> {
  const beside = new Map(Object.entries(split));
  for (const { intake: own, baseSite, remaining, history } of doctors) {
    if (own !== intake || remaining?.requirements.some(({ atBase }) => atBase) !== false) continue;
    const owed = programmes[remaining.index]?.requirements ?? [];
    const based = history.some(({ requirement }) =>
      owed.some(({ id, atBase }) => atBase && id === requirement),
    );
    const seats = beside.get(baseSite ?? "");
    if (seats === undefined || !based) continue;
    beside.set(baseSite ?? "", Math.max(0, seats - 1));
  }
  return beside;
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

function resolveSupervisor(
  supervisor: ProblemInput["supervisors"][number],
  index: number,
): Supervisor {
  const { from, to, leave } = supervisor;
  return {
    ...supervisor,
    index,
    from: from === undefined ? undefined : day(from),
    to: to === undefined ? undefined : day(to),
    leave: merged(leave.map((span) => ({ from: day(span.from), to: day(span.to) }))),
    slots: supervisor.slots,
  };
}
