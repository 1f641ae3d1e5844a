/** A doctor of a problem file → the data the rest works on, what she has done already taken off. */
import { type Day, parseDay, type Span } from "./calendar.ts";
import type { Credit, Doctor, PastPlacement, PercentageStep, Wish } from "./doctor.ts";
import type { WishInput } from "./doctor-input.ts";
import { type EarlierService, remainingOf, underWay } from "./earlier-service.ts";
import type { SectionId } from "./ids.ts";
import type { Rotation } from "./plan.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Programme } from "./programme.ts";
import { resolveAbsences, resolveTolerated, vacationsOf } from "./resolve-absences.ts";
import { publishedOf, stillPublished } from "./resolve-published.ts";
import type { Section } from "./section.ts";
import { awaySpans, skipFixed } from "./service.ts";

type DoctorInput = ProblemInput["doctors"][number];

const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const optionalDay = (text: string | undefined): Day | undefined =>
  text === undefined ? undefined : day(text);

/** What doctors are resolved by; everything is found by id. */
export interface DoctorSurroundings {
  readonly intakes: ReadonlyMap<string, ProblemInput["intakes"][number]>;
  readonly programmes: ReadonlyMap<string, Programme>;
  /** By intake: programmes that its doctors have with fixed spans of their own. */
  readonly own: ReadonlyMap<string, ReadonlyMap<string, Programme>>;
  readonly units: ReadonlyMap<string, ProblemInput["units"][number]>;
  readonly sections: ReadonlyMap<SectionId, Section>;
  readonly previous: ReadonlyMap<string, Rotation>;
  /** What the previous plan begins before this day is announced. */
  readonly freeze: Day | undefined;
  readonly toleranceDays: number;
  readonly calendarFrom: Day;
}

export function resolveDoctor(
  doctor: DoctorInput,
  index: number,
  around: DoctorSurroundings,
): Doctor {
  const intake = around.intakes.get(doctor.intake ?? "");
  const programme = doctor.programme ?? intake?.programme ?? "";
  const fixed = doctor.fixed.map(({ requirement, unit, from, to }) => ({
    requirement,
    unit,
    from: optionalDay(from),
    to: optionalDay(to),
  }));
  const resolved: Doctor = {
    id: doctor.id,
    index,
    region: doctor.region,
    programme,
    intake: doctor.intake,
    start: startOf(doctor, intake),
    degreeDate: optionalDay(doctor.degreeDate),
    degree: doctor.degree,
    licenceDate: optionalDay(doctor.licenceDate),
    examPassed: optionalDay(doctor.examPassed),
    employment: doctor.employment && {
      form: doctor.employment.form,
      homeUnit: doctor.employment.homeUnit,
      stStart: optionalDay(doctor.employment.stStart),
    },
    baseSite: doctor.baseSite,
    home: doctor.home,
    wishes: doctor.wishes.map(resolveWish),
    percentages: percentageSteps(doctor, around.calendarFrom),
    absences: resolveAbsences(doctor.absences),
    tolerated: resolveTolerated(doctor.absences),
    vacations: vacationsOf(doctor.absences),
    credit: [],
    history: [],
    began: undefined,
    remaining: undefined,
    previous: around.previous.get(doctor.id)?.placements ?? [],
    published: publishedOf(around.previous.get(doctor.id), around.freeze),
    carried: doctor.carried,
    fixed,
    forbidden: doctor.forbidden.map(({ unit, site, requirement, from, to }) => ({
      unit,
      site,
      requirement,
      from: optionalDay(from),
      to: optionalDay(to),
    })),
  };
  const whole =
    around.own.get(doctor.intake ?? "")?.get(programme) ?? around.programmes.get(programme);
  if (doctor.credit.length + doctor.history.length === 0 || whole === undefined) return resolved;
  return withEarlierService(resolved, doctor, whole, { ...around, intake });
}

/** Steps that change something; full time is none. One number holds for the history too. */
function percentageSteps(
  { percentage, history }: DoctorInput,
  calendarFrom: Day,
): PercentageStep[] {
  const first = Math.min(calendarFrom, ...history.map(({ from }) => day(from)));
  const steps = Array.isArray(percentage)
    ? percentage.map((step) => ({ ...step, from: day(step.from) }))
    : [{ from: first, percentage }];
  return steps.filter((step, at) => step.percentage !== (steps[at - 1]?.percentage ?? 100));
}

/** The window of starts: where the history ends, the day said, or the intake's. */
function startOf(
  { start: said, history }: DoctorInput,
  intake: ProblemInput["intakes"][number] | undefined,
): Doctor["start"] {
  const begun = history
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const start = said ?? begun ?? intake?.start ?? "";
  const window = typeof start === "string" ? { earliest: start, latest: start } : start;
  return { earliest: day(window.earliest), latest: day(window.latest) };
}

function withEarlierService(
  doctor: Doctor,
  input: DoctorInput,
  programme: Programme,
  {
    units,
    sections,
    toleranceDays,
    intake,
  }: DoctorSurroundings & { readonly intake: ProblemInput["intakes"][number] | undefined },
): Doctor {
  const history = input.history
    .map(({ requirement, unit, section, from, to, credited }): PastPlacement => {
      const wanted = programme.requirements.find(({ id }) => id === requirement)?.sections ?? [];
      const given = units.get(unit)?.sections ?? [];
      return {
        requirement,
        unit,
        section: section ?? wanted.find((each) => given.includes(each)) ?? "",
        from: day(from),
        to: day(to),
        credited,
      };
    })
    .sort((a, b) => a.from - b.from);
  const days = [
    input.began ?? intake?.start ?? input.history[0]?.from ?? "",
    ...input.history.map(({ from }) => from),
  ];
  const began = history.length > 0 ? day(days.sort()[0] ?? "") : undefined;
  const earlier: EarlierService = {
    credit: input.credit.flatMap((each) => creditsOf(each, programme)),
    history,
    began,
    attendance: doctor,
  };
  const sectionOf = (id: SectionId): Section =>
    sections.get(id) ?? { id, name: { sv: id, en: id }, countsAs: [id] };
  const met = new Set([
    ...input.credit.flatMap(({ goals }) => goals),
    ...history.flatMap(({ unit }) => units.get(unit)?.goals ?? []),
  ]);
  const remaining = {
    ...remainingOf(programme, earlier, sectionOf, toleranceDays),
    goals: programme.goals.filter((goal) => !met.has(goal)),
  };
  const left = new Set(remaining.requirements.map(({ id }) => id));
  const based = history.find(({ requirement }) =>
    programme.requirements.some(({ id, atBase }) => id === requirement && atBase),
  );
  const goesOn = underWay(programme, earlier, toleranceDays);
  return {
    ...doctor,
    credit: earlier.credit,
    history,
    began,
    remaining,
    baseSite: doctor.baseSite ?? (based && units.get(based.unit)?.site),
    // What is done can no longer be wished for, ruled out or moved.
    wishes: doctor.wishes.filter((wish) => stays(wish).every((id) => left.has(id))),
    forbidden: doctor.forbidden.filter(
      ({ requirement }) => requirement === undefined || left.has(requirement),
    ),
    previous: doctor.previous.filter(({ requirement }) => left.has(requirement)),
    published:
      doctor.published &&
      stillPublished(doctor.published, {
        left,
        begun: began !== undefined,
        goesOn: goesOn && {
          requirement: goesOn.requirement,
          from: firstDay(doctor, remaining, goesOn),
        },
      }),
    fixed: [...doctor.fixed, ...(goesOn === undefined ? [] : goingOn(doctor, goesOn, remaining))],
  };
}

/** The stays a wish is about. */
function stays(wish: Wish): readonly string[] {
  if (wish.kind === "unit") return [wish.requirement];
  if (wish.kind === "order") return [wish.first, wish.then];
  const one = wish.kind === "avoid" || wish.kind === "site" ? wish.requirement : undefined;
  return one === undefined ? [] : [one];
}

function resolveWish(wish: WishInput): Wish {
  if (wish.kind !== "site") return wish;
  const { kind, site, requirement, from, to, weight } = wish;
  return { kind, site, requirement, from: optionalDay(from), to: optionalDay(to), weight };
}

/** The first day on which what is left of a stay can be served. */
function firstDay(doctor: Doctor, remaining: Programme, { to }: PastPlacement): Day {
  return skipFixed(awaySpans(remaining, doctor), Math.max(to, doctor.start.earliest));
}

/** A stay that is not finished goes on at its unit, first of all where nothing comes between. */
function goingOn(doctor: Doctor, past: PastPlacement, remaining: Programme): Doctor["fixed"] {
  const { requirement, unit, to } = past;
  if (doctor.fixed.some((each) => each.requirement === requirement)) return [];
  const { earliest, latest } = doctor.start;
  const atOnce = earliest === latest && earliest === to;
  const from = atOnce ? firstDay(doctor, remaining, past) : undefined;
  return [{ requirement, unit, from, to: undefined }];
}

/** A credit towards stays: the one named, or those in the section, each as far as it is long. */
function creditsOf(
  { requirement, section, length }: DoctorInput["credit"][number],
  { requirements }: Programme,
): Credit[] {
  if (requirement !== undefined) {
    const owed = requirements.find(({ id }) => id === requirement);
    return [{ requirement, section: section ?? owed?.sections[0] ?? "", length }];
  }
  return spread(
    length,
    section ?? "",
    requirements.filter(({ sections }) => sections.includes(section ?? "")),
  );
}

function spread(
  length: Credit["length"],
  section: SectionId,
  owed: Programme["requirements"],
): Credit[] {
  const amount = "weeks" in length ? length.weeks : length.months;
  const credits: Credit[] = [];
  let left = amount;
  owed.forEach(({ id, length: { min } }, at) => {
    if (left <= 0) return;
    // Lengths in the other measure are not compared: the first such stay gets what is left.
    const fits =
      "weeks" in min
        ? "weeks" in length
          ? min.weeks
          : left
        : "weeks" in length
          ? left
          : min.months;
    const part = at === owed.length - 1 ? left : Math.min(left, fits);
    credits.push({
      requirement: id,
      section,
      length: "weeks" in length ? { weeks: part } : { months: part },
    });
    left -= part;
  });
  return credits;
}

/** Spans of a doctor's history inside the calendar: seats she holds before the plan begins. */
export function heldBy(
  { history }: Doctor,
  { from, to }: Span,
): readonly (Span & { unit: string })[] {
  return history
    .map(({ unit, from: first, to: last }) => ({
      unit,
      from: Math.max(from, first),
      to: Math.min(to, last),
    }))
    .filter((span) => span.from < span.to);
}
