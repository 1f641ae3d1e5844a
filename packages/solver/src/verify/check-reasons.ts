/** The reasons a plan file gives for its unplaced doctors, counted again by hand. */
import {
  canonicalJson,
  type Doctor,
  type DoctorId,
  fewestSeats,
  lookup,
  type PlanDocument,
  type Problem,
  parseDay,
  type ReasonText,
} from "@placera/domain";
import { type DocumentFault, documentFault } from "./document-fault.ts";
import { findRotationAvoiding } from "./find-rotation-avoiding.ts";

type Count = Extract<ReasonText, { readonly kind: "too-few-seats" }>;
type Clash = Extract<ReasonText, { readonly kind: "rules-clash" }>;

/** What is wrong with the reasons given; `unplaced` is whom the plan leaves out. */
export function checkReasons(
  problem: Problem,
  stated: PlanDocument["unplaced"],
  unplaced: ReadonlySet<DoctorId>,
): DocumentFault[] {
  // Doctors share counts; each count is checked once, for the first doctor it is given for.
  const counted = new Set<string>();
  return stated.flatMap(({ doctor, reason }) => {
    if (reason.kind === "rules-clash") return checkClash(problem, doctor, reason);
    if (reason.kind !== "too-few-seats") return [];
    const others = reason.doctors.includes(doctor)
      ? []
      : [documentFault("reason-of-others", { doctor })];
    const text = canonicalJson(reason);
    if (counted.has(text)) return others;
    counted.add(text);
    return [...others, ...checkCount(problem, doctor, reason, unplaced)];
  });
}

function checkClash(problem: Problem, doctor: DoctorId, { rules }: Clash): DocumentFault[] {
  const own = problem.doctors.find(({ id }) => id === doctor);
  const inForce = problem.programmes.find(({ id }) => id === own?.programme)?.rules ?? [];
  return rules
    .filter((id) => !inForce.some(({ rule }) => rule === id))
    .map((rule) => documentFault("rule-not-in-force", { doctor, rule }));
}

function checkCount(
  problem: Problem,
  doctor: DoctorId,
  reason: Count,
  unplaced: ReadonlySet<DoctorId>,
): DocumentFault[] {
  const unknown = unknownNames(problem, reason);
  if (unknown.length > 0) {
    return unknown.map((name) => documentFault("unknown-name", { doctor, name }));
  }
  return [
    ...checkSeats(problem, doctor, reason),
    ...checkSums(doctor, reason, unplaced),
    ...checkDemand(problem, doctor, reason),
  ];
}

function unknownNames(problem: Problem, { doctors, sections, points, bases }: Count): string[] {
  const missing = (items: readonly { readonly id: string }[], ids: readonly string[]) => {
    const known = new Set(items.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  };
  return [
    ...missing(problem.doctors, doctors),
    ...missing(problem.sections, sections),
    ...missing(
      problem.units,
      points.map(({ unit }) => unit),
    ),
    ...missing(
      problem.intakes,
      bases.map(({ intake }) => intake),
    ),
    ...missing(
      problem.sites,
      bases.map(({ site }) => site),
    ),
  ];
}

/** Are the seats at the points those of the problem, by a rule that is in force? */
function checkSeats(problem: Problem, doctor: DoctorId, { points, bases }: Count): DocumentFault[] {
  const inForce = new Set(problem.unitRules.map(({ rule }) => rule));
  const faults: DocumentFault[] = [];
  const compare = (place: string, stated: number, counted: number | null | undefined): void => {
    if (stated === counted) return;
    const known = counted ?? "∞";
    faults.push(documentFault("seats-differ", { doctor, place, stated, counted: known }));
  };
  for (const { unit: id, track, from, to, seats } of points) {
    const unit = lookup(problem).unit(id);
    const steps = track === undefined ? unit.seats : unit.trackSeats[track];
    const span = { from: parseDay(from) ?? 0, to: parseDay(to) ?? 0 };
    const counts = inForce.has(track === undefined ? "unit-seats" : "track-seats");
    compare(id, seats, counts && steps !== undefined ? fewestSeats(steps, span) : null);
  }
  for (const { intake, site, seats } of bases) {
    const { split } = lookup(problem).intake(intake);
    compare(site, seats, inForce.has("intake-split") ? split?.get(site) : null);
  }
  return faults;
}

/** Do demand, seats and what is short add up, and does the plan itself not refute them? */
function checkSums(
  doctor: DoctorId,
  { doctors, points, bases, demand, seats, short }: Count,
  unplaced: ReadonlySet<DoctorId>,
): DocumentFault[] {
  const faults: DocumentFault[] = [];
  const compare = (what: string, stated: number, counted: number): void => {
    if (stated === counted) return;
    faults.push(documentFault("count-differs", { doctor, what, stated, counted }));
  };
  compare("demand", demand, new Set(doctors).size);
  compare(
    "seats",
    seats,
    [...points, ...bases].reduce((sum, point) => sum + point.seats, 0),
  );
  compare("short", short, demand - seats);
  const without = doctors.filter((id) => unplaced.has(id)).length;
  if (without < short) {
    faults.push(documentFault("short-refuted", { doctor, stated: short, counted: without }));
  }
  return faults;
}

/** Must each doctor that is counted take one of the seats? */
function checkDemand(problem: Problem, doctor: DoctorId, reason: Count): DocumentFault[] {
  const { section, owed } = lookup(problem);
  const points = reason.points.map(({ unit, track, from, to }) => ({
    unit,
    track,
    from: parseDay(from) ?? 0,
    to: parseDay(to) ?? 0,
  }));
  const wanted = new Set(reason.sections);
  const owes = (each: Doctor): boolean =>
    owed(each).requirements.some(({ sections, atBase }) =>
      reason.points.length === 0 ? atBase : sections.some((each) => wanted.has(section(each).id)),
    );
  const avoidable = new Map<string, boolean>();
  return reason.doctors.flatMap((id) => {
    const counted = lookup(problem).doctor(id);
    if (!owes(counted)) return [documentFault("nothing-owed", { doctor, counted: id })];
    // Doctors who differ in nothing that the search looks at are searched once.
    const alike = JSON.stringify({ ...counted, id: "", index: 0, wishes: [] });
    const known =
      avoidable.get(alike) ??
      findRotationAvoiding(problem, counted, { points, bases: reason.bases }) !== undefined;
    avoidable.set(alike, known);
    return known ? [documentFault("seat-avoidable", { doctor, counted: id })] : [];
  });
}
