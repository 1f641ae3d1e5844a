/**
 * The problem: everything known before a plan is made. Immutable, its references checked; only
 * `parseProblem` makes one, so nothing after it validates again.
 */
import type { Calendar, Day, Duration, Span } from "./calendar.ts";
import type { Objective } from "./objective.ts";
import type { WishInput } from "./problem-input.ts";
import type { RuleId, RuleSetting, Track } from "./rule-settings.ts";
import type { TierId } from "./tier.ts";

declare const brand: unique symbol;
type Branded<Kind extends string> = string & { readonly [brand]?: Kind };

export type DoctorId = Branded<"doctor">;
export type UnitId = Branded<"unit">;
export type SiteId = Branded<"site">;
export type RegionId = Branded<"region">;
export type SectionId = Branded<"section">;
export type ProgrammeId = Branded<"programme">;
export type RequirementId = Branded<"requirement">;
export type IntakeId = Branded<"intake">;
export type HomeId = Branded<"home">;
export type SupervisorId = Branded<"supervisor">;

export interface Text {
  readonly sv: string;
  readonly en: string;
}

/** A section (tjänstgöringsavsnitt) service is credited to. */
export interface Section {
  readonly id: SectionId;
  readonly name: Text;
  /** Itself first, then the sections it counts as (ortopedi → opererande): many to one (D3). */
  readonly countsAs: readonly SectionId[];
}

export interface Region {
  readonly id: RegionId;
  readonly name: string;
}

/** A hospital or town (ort). */
export interface Site {
  readonly id: SiteId;
  readonly region: RegionId;
  readonly name: string;
}

/** A town, or a part of one, where doctors live; minutes to the sites that are known (D32). */
export interface Home {
  readonly id: HomeId;
  readonly minutes: ReadonlyMap<SiteId, number>;
}

/** Seats from a day until the next step; null is no limit. The first step is at the horizon's start. */
export interface SeatStep {
  readonly from: Day;
  readonly seats: number | null;
}

/** Klinik, enhet or vårdcentral: where a placement is, and a place of service (tjänstgöringsställe). */
export interface Unit {
  readonly id: UnitId;
  readonly index: number;
  readonly site: SiteId;
  readonly region: RegionId;
  readonly name: string;
  readonly sections: readonly SectionId[];
  readonly goals: readonly string[];
  /** All tracks together. */
  readonly seats: readonly SeatStep[];
  /** Caps per track besides. */
  readonly trackSeats: { readonly [T in Track]?: readonly SeatStep[] };
  /** Doctors it wants at the least. */
  readonly staffing: readonly StaffStep[];
  /** Who is there by what was decided before the plan; `seats` are those beside. */
  readonly held: readonly HeldSeat[];
  /** Per cent of the supervision there that other professions give. */
  readonly interprofessional: number;
  /** Rest between placements; undefined where it takes the next at once (D31). */
  readonly rest: Rest | undefined;
  /** Placements that overlap; undefined where they need not (D31). */
  readonly overlap: Overlap | undefined;
}

/** After a placement its place rests for the length; so many places there are. */
export interface Rest {
  readonly length: Duration;
  readonly doctors: number;
  /** Placements before the plan begins. */
  readonly past: readonly PastStay[];
}

/** On each day of the span somebody is there who came the length before at the latest. */
export interface Overlap extends Span {
  readonly length: Duration;
  /** Placements before the plan begins. */
  readonly past: readonly PastStay[];
}

/** A placement of a doctor's history; does it go on in the plan? */
export interface PastStay extends Span {
  readonly goesOn: boolean;
}

/** A seat that a doctor's history takes. */
export interface HeldSeat extends Span {
  readonly doctor: DoctorId;
  readonly track: Track;
}

/** Units that share a duty roster (jourlinje): how many doctors there may be and are wanted, all together (D38). */
export interface OnCallLine {
  readonly id: string;
  readonly name: string;
  readonly units: readonly UnitId[];
  /** How much a doctor of each track counts. */
  readonly counts: Readonly<Record<Track, number>>;
  readonly most: readonly SeatStep[];
  readonly least: readonly StaffStep[];
}

/** Doctors wanted from a day until the next step. */
export interface StaffStep {
  readonly from: Day;
  readonly doctors: number;
}

export interface LengthRange {
  readonly min: Duration;
  readonly max: Duration;
}

/** One owed stay: in one of the sections, in one stretch, of a length in the range. */
export interface Requirement {
  readonly id: RequirementId;
  readonly index: number;
  readonly sections: readonly SectionId[];
  readonly length: LengthRange;
  /** Must lie at the doctor's base site (bassite). */
  readonly atBase: boolean;
  /** Requirements that must have been begun before this one. */
  readonly after: readonly RequirementId[];
  /** Index of the group it may be chosen from; undefined when everyone does it. */
  readonly group: number | undefined;
}

/** Of these requirements each doctor does exactly so many. */
export interface Group {
  readonly requirements: readonly RequirementId[];
  readonly choose: number;
}

/** A short placement (kortplacering) inside a longer one that is done in two parts, at one unit. */
export interface ShortPlacement {
  readonly requirement: RequirementId;
  /** The parts of the longer one before and after it. */
  readonly within: readonly [first: RequirementId, second: RequirementId];
  /** Of all three together. */
  readonly length: LengthRange | undefined;
  /** The unit of the first part, where it was just done before the plan begins. */
  readonly begunAt: UnitId | undefined;
}

/** Fixed days on which doctors of a programme or an intake are away from their units (D28). */
export interface FixedSpan extends Span {
  readonly id: string;
  readonly kind: "teaching" | "introduction" | "vacation" | "closed";
  readonly name: Text;
}

/** How often a doctor is assessed, and when at last (D18). */
export interface Assessments {
  readonly perPlacement: number;
  /** Weeks of service that each takes. */
  readonly leastWeeks: number;
  /** The month of the block's service, counted from 1. */
  readonly finalReviewMonth: number | undefined;
}

export interface Programme {
  readonly id: ProgrammeId;
  readonly index: number;
  readonly track: Track;
  readonly name: string;
  readonly requirements: readonly Requirement[];
  readonly length: LengthRange | undefined;
  /** Order template: every requirement of a group begins before any of a later group. */
  readonly order: readonly (readonly RequirementId[])[] | undefined;
  readonly groups: readonly Group[];
  readonly shortPlacements: readonly ShortPlacement[];
  /** Goals to be met at the units of a rotation. */
  readonly goals: readonly string[];
  readonly assessments: Assessments | undefined;
  /** Sorted, disjoint. */
  readonly fixedSpans: readonly FixedSpan[];
  /** The rules of this programme, one setting a rule; those that are off left out. */
  readonly rules: readonly RuleSetting[];
}

export interface Intake {
  readonly id: IntakeId;
  readonly programme: ProgrammeId;
  readonly start: Day;
  /** At most so many of the intake's doctors have their base at the site. */
  readonly split: ReadonlyMap<SiteId, number> | undefined;
  /** Programmes as its doctors have them, where some fixed spans are the intake's own (D28). */
  readonly programmes: ReadonlyMap<ProgrammeId, Programme>;
}

export interface FixedPlacement {
  readonly requirement: RequirementId;
  readonly unit: UnitId | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** What is given must all match; days left out are open-ended. */
export interface ForbiddenPlacement {
  readonly unit: UnitId | undefined;
  readonly site: SiteId | undefined;
  readonly requirement: RequirementId | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** Time without service that is made up for (D7). */
export interface Absence extends Span {
  /** May a placement run across it? She then comes back to it, and its seat is kept. */
  readonly across: boolean;
}

/** A placement of the plan to stay close to. */
export interface PreviousPlacement {
  readonly requirement: RequirementId;
  readonly unit: UnitId;
  readonly section: SectionId;
  readonly from: Day;
  readonly to: Day;
}

export interface PreviousRotation {
  readonly doctor: DoctorId;
  readonly start: Day;
  readonly placements: readonly PreviousPlacement[];
}

/** Placements of the previous plan that begin before the freeze, without what is done already. */
export interface Published {
  readonly before: Day;
  /** The block's announced start; undefined where it has begun. */
  readonly start: Day | undefined;
  readonly placements: readonly PreviousPlacement[];
}

/** Service elsewhere that counts towards a stay. */
export interface Credit {
  readonly requirement: RequirementId;
  readonly section: SectionId;
  readonly length: Duration;
}

/** A placement of the same block, done before the plan begins. */
export interface PastPlacement {
  readonly requirement: RequirementId;
  readonly unit: UnitId;
  readonly section: SectionId;
  readonly from: Day;
  readonly to: Day;
  /** What counts of it, where that is not what its days say. */
  readonly credited: Duration | undefined;
}

/** From a day until the next step, per cent of full time, halves allowed. */
export interface PercentageStep {
  readonly from: Day;
  readonly percentage: number;
}

/** At this site: each placement elsewhere fails the wish, of the stay named and in the days given, where they are. */
export interface SiteWish {
  readonly kind: "site";
  readonly site: SiteId;
  readonly requirement: RequirementId | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly weight: number;
}

/** One wish of one doctor. */
export type Wish = Exclude<WishInput, { readonly kind: "site" }> | SiteWish;

/** How a doctor in BT is employed: for a term, in ST, or for a term with a home unit. */
export interface Employment {
  readonly form: "stand-alone" | "integrated" | "clinic";
  readonly homeUnit: UnitId | undefined;
  readonly stStart: Day | undefined;
}

export interface Doctor {
  readonly id: DoctorId;
  readonly index: number;
  readonly region: RegionId;
  readonly programme: ProgrammeId;
  readonly intake: IntakeId | undefined;
  /** The block begins on a grid day in this window, both ends included. */
  readonly start: { readonly earliest: Day; readonly latest: Day };
  readonly degreeDate: Day | undefined;
  readonly degree: "old" | "six-year" | "decision" | undefined;
  readonly licenceDate: Day | undefined;
  readonly examPassed: Day | undefined;
  readonly employment: Employment | undefined;
  readonly baseSite: SiteId | undefined;
  readonly home: HomeId | undefined;
  readonly wishes: readonly Wish[];
  /** Per cent of full time, by first day (D6); before the first step, and without any, full time. */
  readonly percentages: readonly PercentageStep[];
  /** Spans without service, sorted and apart; they break no block and are not counted in it (D7). */
  readonly absences: readonly Absence[];
  /** Spans away that are not made up for, where her section tolerates it (D8); sorted and apart. */
  readonly tolerated: readonly Span[];
  /** Earned vacation, which moves nothing. */
  readonly vacations: readonly Span[];
  /** Service elsewhere that counts. */
  readonly credit: readonly Credit[];
  /** What she has done of her block before the plan begins, in order of time. */
  readonly history: readonly PastPlacement[];
  /** The first day of the block of a doctor under way. */
  readonly began: Day | undefined;
  /** What is left of her programme, where some of it is done. */
  readonly remaining: Programme | undefined;
  /** Where she was to be; empty where there is no earlier plan of hers. */
  readonly previous: readonly PreviousPlacement[];
  /** What is announced of hers and begins before the freeze; undefined where nothing is. */
  readonly published: Published | undefined;
  readonly fixed: readonly FixedPlacement[];
  readonly forbidden: readonly ForbiddenPlacement[];
  /** What she bears already, beside the burden of this plan. */
  readonly carried: number;
}

/** A named supervisor at a unit. */
export interface Supervisor {
  readonly id: SupervisorId;
  readonly index: number;
  readonly unit: UnitId;
  /** A specialist may supervise; an ST doctor who has taken the supervisors' course may too. */
  readonly role: "specialist" | "st-doctor";
  readonly course: boolean;
  /** Of full time at the unit. */
  readonly percentage: number;
  /** First day and day after the last; open where undefined. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** Spans away, sorted and apart. */
  readonly leave: readonly Span[];
  /** `gaffel`: without patients of her own, beside several doctors at once. */
  readonly form: "ordinary" | "gaffel";
  /** Doctors at once; undefined is what the form gives. */
  readonly slots: number | undefined;
  /** Doctors at once whom she follows through their whole block (huvudhandledare). */
  readonly main: number;
}

/** A law set aside in a programme, be it for want of a pack, and why: printed on every output. */
export interface LawOverride {
  readonly rule: RuleId;
  readonly programme: ProgrammeId;
  readonly reason: string;
}

export interface ProblemData {
  /** SHA-256 of the file's canonical JSON, `sha256-…`: the problem's identity. */
  readonly hash: string;
  readonly name: string;
  readonly calendar: Calendar;
  readonly sections: readonly Section[];
  readonly regions: readonly Region[];
  readonly sites: readonly Site[];
  readonly homes: readonly Home[];
  readonly units: readonly Unit[];
  readonly onCallLines: readonly OnCallLine[];
  readonly programmes: readonly Programme[];
  readonly intakes: readonly Intake[];
  readonly doctors: readonly Doctor[];
  /** Those named; units without any do not count supervision. */
  readonly supervisors: readonly Supervisor[];
  /** Rules that couple doctors: seats and intake splits; those that are off left out. */
  readonly unitRules: readonly RuleSetting[];
  readonly overrides: readonly LawOverride[];
  /** The plan to stay close to. */
  readonly previousPlan: { readonly rotations: readonly PreviousRotation[] } | undefined;
  readonly objective: Objective;
  /** Ids of the rule packs in force, `core@1` first. */
  readonly rulePacks: readonly string[];
}

declare const checked: unique symbol;
/** A problem whose every reference holds. */
export type Problem = ProblemData & { readonly [checked]: true };

/** Finds by id in constant time; an id that a checked problem does not have is our defect. */
export interface Lookup {
  doctor(id: DoctorId): Doctor;
  unit(id: UnitId): Unit;
  site(id: SiteId): Site;
  home(id: HomeId): Home;
  region(id: RegionId): Region;
  section(id: SectionId): Section;
  programme(id: ProgrammeId): Programme;
  /** What a doctor is to do by the plan: her programme with her intake's fixed spans, or what is left of it. */
  owed(doctor: Doctor): Programme;
  intake(id: IntakeId): Intake;
  supervisor(id: SupervisorId): Supervisor;
}

const lookups = new WeakMap<ProblemData, Lookup>();

const finder = <T extends { readonly id: string }>(what: string, items: readonly T[]) => {
  const byId = new Map(items.map((item) => [item.id as string, item]));
  return (id: string): T => {
    const item = byId.get(id);
    if (item === undefined) throw new Error(`No ${what} '${id}' in the problem.`);
    return item;
  };
};

/** The lookups of a problem, made once. */
export function lookup(problem: ProblemData): Lookup {
  let found = lookups.get(problem);
  if (found === undefined) {
    const programme = finder("programme", problem.programmes);
    const intake = finder("intake", problem.intakes);
    found = {
      doctor: finder("doctor", problem.doctors),
      unit: finder("unit", problem.units),
      site: finder("site", problem.sites),
      home: finder("home", problem.homes),
      region: finder("region", problem.regions),
      section: finder("section", problem.sections),
      programme,
      owed: (doctor) => {
        const own =
          doctor.intake === undefined
            ? undefined
            : intake(doctor.intake).programmes.get(doctor.programme);
        return doctor.remaining ?? own ?? programme(doctor.programme);
      },
      intake,
      supervisor: finder("supervisor", problem.supervisors),
    };
    lookups.set(problem, found);
  }
  return found;
}

/** Does service in `section` count towards any of `wanted`? */
export function countsTowards(section: Section, wanted: readonly SectionId[]): boolean {
  return section.countsAs.some((id) => wanted.includes(id));
}

/** Seats on a day; null is no limit. */
export function seatsOn(steps: readonly SeatStep[], day: Day): number | null {
  let seats: number | null = steps[0]?.seats ?? null;
  for (const step of steps) if (step.from <= day) seats = step.seats;
  return seats;
}

/** The fewest seats on any day of the span; null is no limit throughout. */
export function fewestSeats(steps: readonly SeatStep[], span: Span): number | null {
  let fewest = seatsOn(steps, span.from);
  for (const { from, seats } of steps) {
    if (from <= span.from || from >= span.to || seats === null) continue;
    fewest = fewest === null ? seats : Math.min(fewest, seats);
  }
  return fewest;
}

/** The most doctors wanted on any day of the span. */
export function mostStaff(steps: readonly StaffStep[], span: Span): number {
  let most = 0;
  steps.forEach(({ from, doctors }, at) => {
    const to = steps[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (from < span.to && span.from < to) most = Math.max(most, doctors);
  });
  return most;
}

/** The tiers a problem's objective has, first first. */
export function tiersOf({ objective }: ProblemData): TierId[] {
  return objective.tiers.map(({ id }) => id);
}
