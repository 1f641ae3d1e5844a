/**
 * What a rule is. One rule, one file: the statement, its mathematics, its encoding and its check.
 *
 * The two halves share the problem and nothing else. `check` sees a plan in days and knows no
 * variable; `encode` sees periods and knows no plan. The agreement test holds them together.
 * Its imports are types: nothing of a formulation runs, so the verifier reaches no formulation through a rule.
 */
import type {
  Day,
  Doctor,
  Evidence,
  Plan,
  Problem,
  Programme,
  Requirement,
  Rotation,
  RuleId,
  RuleParams,
  SectionId,
  Text,
  Track,
  Unit,
  UnitId,
} from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { RuleFacts, Stay } from "../formulation/facts.ts";

/** One break of a rule found in a plan. */
export interface Break {
  /** How badly, in whole steps; at least 1. */
  readonly magnitude: number;
  readonly unit?: UnitId;
  readonly from?: Day;
  readonly to?: Day;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A break of a rule that couples doctors, and whom it concerns. */
export interface SharedBreak extends Break {
  readonly doctors: readonly Doctor["id"][];
}

/** What the check of a doctor-side rule is given: one rotation, as dates. */
export interface DoctorCheck {
  readonly problem: Problem;
  readonly doctor: Doctor;
  readonly programme: Programme;
  /** Placements in order of their first day. */
  readonly rotation: Rotation;
}

interface Stated<Id extends RuleId> {
  /** Slug of the rule: file, violation code, row prefix, docs anchor, fixture. */
  readonly id: Id;
  /** Rows of docs/domain.md section 4 that it expresses. */
  readonly expresses: readonly string[];
  /** A sentence a study director would sign. */
  readonly statement: Text;
  /** The same as mathematics, in the notation of docs/formulation.md. */
  readonly mathematics: string;
}

/**
 * What a doctor-side rule says of one doctor's lines, as numbers: how badly a part breaks it
 * (0: not). Where the rule must hold a break removes the line; where it is preferred a break costs.
 */
export interface LineEncoding {
  /** Of a block that begins in period `t`. */
  readonly start?: (t: number) => number;
  /** Of any stay for the requirement at the unit, credited to the section, whenever it is. */
  readonly place?: (requirement: Requirement, unit: Unit, section: SectionId) => number;
  /** Of a stay taken by itself, time included. */
  readonly stay?: (stay: Stay) => number;
  /** Of a finished block [start, end) in periods. */
  readonly block?: (start: number, end: number) => number;
  /** Of a line that has met exactly these requirements, as a bit mask over their indices. */
  readonly whole?: (done: number) => number;
  /** Where this rule must hold, each stay begins as soon as the one before it allows. */
  readonly contiguous?: boolean;
  /**
   * What later stays depend on of this one's unit and section; stays that agree in it for every
   * rule are interchangeable. Left out: nothing.
   */
  readonly remembers?: (requirement: Requirement, unit: Unit, section: SectionId) => string;
  /** Does `step` or the automaton's look at which requirements are done? */
  readonly asksDone?: boolean;
  /** By requirement: those that must have been begun before it, as a mask; what `step` says, as a row. */
  readonly before?: readonly number[];
  /** At most so many stays at a site; what the automaton says, as a row. */
  readonly mostAtSite?: number;
  /** Of a stay by what was done before it; nothing is remembered. */
  readonly step?: (step: LineStep) => number;
  /** Counts over the sequence of stays. States are whole numbers, as few as may be. */
  readonly automaton?: LineAutomaton;
}

/** A step of a line: the stay, and what was done before it. */
export interface LineStep {
  readonly stay: Stay;
  /** Requirements met before this stay, as a bit mask over their indices. */
  readonly done: number;
  /** Does an open period lie between the previous stay (or the block's start) and this one? */
  readonly gap: boolean;
  /** How many open periods lie there. */
  readonly idle: number;
}

export interface LineAutomaton {
  readonly initial: number;
  /** Set where its steps look at nothing but what is remembered of the stay's place: in few states or many. */
  readonly steady?: "few" | "many";
  step(state: number, step: LineStep): { readonly state: number; readonly broken: number };
  /** How badly a line that ends in this state breaks the rule. */
  finish?(state: number, end?: LineEnd): number;
}

/** The end of a line: its block [start, end) in periods, and the requirements met. */
export interface LineEnd {
  readonly start: number;
  readonly end: number;
  readonly done: number;
}

/** A rule that shapes what one doctor's rotation may be: it decides which lines exist. */
export interface DoctorRule<Id extends RuleId = RuleId> extends Stated<Id> {
  readonly family: "doctor";
  /** Does its encoding look at whole blocks? */
  readonly blocks?: true;
  /** In lines. Undefined where the construction of stays already holds it, as the file says. */
  readonly encode?: (facts: RuleFacts, params: RuleParams<Id>) => LineEncoding | undefined;
  /** In the compact formulation, for what the line encoding says by its automaton or by construction. */
  readonly formulate?: (compact: CompactDoctor, facts: RuleFacts, params: RuleParams<Id>) => void;
  /** The rule on a plan, in days. */
  readonly check: (given: DoctorCheck, params: RuleParams<Id>) => readonly Break[];
  /**
   * Where the rotation has what the rule asks, for the compliance sheet; undefined where it asks
   * nothing of this doctor. Left out: the sheet says no more than whether the rule is broken.
   */
  readonly met?: (given: DoctorCheck, params: RuleParams<Id>) => readonly Evidence[] | undefined;
}

/** Seats over the periods of one unit, for all tracks or one. */
export interface SeatLimit {
  readonly kind: "seats";
  readonly unit: number;
  readonly track: "AT" | "BT" | undefined;
  /** By period; Infinity is no limit. */
  readonly seats: readonly number[];
}

/** At most so many of an intake's doctors have their base at a site. */
export interface BaseLimit {
  readonly kind: "base";
  readonly intake: string;
  readonly site: string;
  readonly doctors: number;
}

/** At least so many doctors at a unit; each one missing in a period costs. */
export interface StaffLimit {
  readonly kind: "staff";
  readonly unit: number;
  /** By period. */
  readonly least: readonly number[];
}

interface SharedRow {
  /** The rule, and a name within it. */
  readonly rule: RuleId;
  readonly name: string;
  /** Where the doctors are who count. */
  readonly units: readonly number[];
  /** How much a doctor of each track counts, whole; 0 is not at all. */
  readonly counts: Readonly<Record<Track, number>>;
  readonly first?: AtFirst;
}

/** What a doctor counts more, or less, while she is new there. */
export interface AtFirst {
  readonly counts: Readonly<Record<Track, number>>;
  /** By boundary at which a stay begins: the first period in which she is new no more. */
  readonly until: readonly number[];
}

/**
 * At most so much at some units together. Where the rule is preferred each one more in a period costs.
 */
export interface SharedLimit extends SharedRow {
  readonly kind: "shared";
  /** By period; Infinity is no limit. */
  readonly most: readonly number[];
  /** By boundary at which a stay ends: the first period in which it counts no more; that very one if left out. */
  readonly until?: readonly number[];
}

/** At least so much at some units together; each one missing in a period costs. */
export interface SharedStaffLimit extends SharedRow {
  readonly kind: "shared-staff";
  /** By period. */
  readonly least: readonly number[];
}

export type Limit = SeatLimit | BaseLimit | StaffLimit | SharedLimit | SharedStaffLimit;

/** A rule that couples doctors: rows over lines. */
export interface UnitRule<Id extends RuleId = RuleId> extends Stated<Id> {
  readonly family: "unit";
  readonly encode: (problem: Problem) => readonly Limit[];
  readonly check: (problem: Problem, plan: Plan) => readonly SharedBreak[];
  /** As for a doctor-side rule, of the doctor's share in it. */
  readonly met?: (given: DoctorCheck) => readonly Evidence[] | undefined;
}

/** A rule about who supervises whom, which is settled when the plan is made. */
export interface NameRule<Id extends RuleId = RuleId> extends Stated<Id> {
  readonly family: "names";
  /** Nothing is found in a plan that names nobody as yet. */
  readonly check: (problem: Problem, plan: Plan, params: RuleParams<Id>) => readonly SharedBreak[];
  /** As for a doctor-side rule: the placements that want a supervisor. */
  readonly met: (given: DoctorCheck) => readonly Evidence[] | undefined;
}

export type Rule = DoctorRule | UnitRule | NameRule;

/** Types a doctor-side rule. */
export const doctorRule = <Id extends RuleId>(rule: Omit<DoctorRule<Id>, "family">) =>
  ({ family: "doctor", ...rule }) as const satisfies DoctorRule<Id>;

/** Types a unit-side rule. */
export const unitRule = <Id extends RuleId>(rule: Omit<UnitRule<Id>, "family">) =>
  ({ family: "unit", ...rule }) as const satisfies UnitRule<Id>;

/** Types a rule about who supervises whom. */
export const nameRule = <Id extends RuleId>(rule: Omit<NameRule<Id>, "family">) =>
  ({ family: "names", ...rule }) as const satisfies NameRule<Id>;
