/** Doctors, units, calendar, problem, plan and outcome; rule packs as data. */

export type { CertifiedTier, TierProof } from "./bound-proofs.ts";
// What bounds rest on.
export { PartProof, PROOF_SCALE } from "./bound-proofs.ts";
export type { Calendar, Day, Duration, ExamSitting, Grid, Span } from "./calendar.ts";
// Days, lengths and the grid.
export {
  addDuration,
  addHalfMonths,
  boundaryAt,
  CREDIT_DAYS_PER_MONTH,
  createCalendar,
  creditDays,
  creditNeeded,
  dayInWords,
  durationFitsGrid,
  formatDay,
  formatWeek,
  GRIDS,
  monthOf,
  onGrid,
  parseDay,
  serviceIn,
} from "./calendar.ts";
export type {
  ComplianceStatus,
  CountedService,
  DoctorCompliance,
  Evidence,
  RuleCompliance,
} from "./compliance.ts";
export { canonicalJson, contentHash } from "./content-hash.ts";
export type {
  Absence,
  Credit,
  Doctor,
  Employment,
  FixedPlacement,
  ForbiddenPlacement,
  PastPlacement,
  PercentageStep,
  SiteWish,
  Wish,
} from "./doctor.ts";
export type { Dated, DatedFault, DatedKind, DoctorDates } from "./doctor-dates.ts";
// Days that are not placements.
export { datesOf } from "./doctor-dates.ts";
export { lastEntered, sittingOf } from "./exam-sitting.ts";
export type {
  DoctorId,
  IntakeId,
  ProgrammeId,
  RegionId,
  RequirementId,
  SectionId,
  SiteId,
  SupervisorId,
  UnitId,
} from "./ids.ts";
export { LocalPack } from "./local-pack.ts";
export type { LocalPackResult } from "./local-packs.ts";
export { parseLocalPack } from "./local-packs.ts";
export type { Lookup } from "./lookup.ts";
export { lookup } from "./lookup.ts";
export { issueSentence } from "./messages/issue-sentence.ts";
// What is minimised, and in which order.
export { isResearch } from "./national-sections.ts";
export type { Objective, ObjectiveTier, Weighted } from "./objective.ts";
export { addsUp, rankMeasure } from "./objective.ts";
export type {
  BasePoint,
  Outcome,
  OutcomeStatus,
  Progress,
  Reason,
  SeatPoint,
  SolveStats,
  SolveWatch,
  StoppedBy,
  Unplaced,
} from "./outcome.ts";
export { STOPPED_BY } from "./outcome.ts";
export type { ParseResult } from "./parse-problem.ts";
// The problem and its way in.
export { MAX_PROBLEM_CHARACTERS, parseProblem, parseProblemText } from "./parse-problem.ts";
export type {
  Finding,
  Placement,
  Plan,
  Rotation,
  Supervision,
  SupervisorLoss,
  TierResult,
  VerifiedPlan,
} from "./plan.ts";
// Plans and what came of a solve.
export { PlanRotations, readPlan, workingIn, writePlan } from "./plan.ts";
export type { Makers } from "./plan-document.ts";
export {
  Certificate,
  createPlanDocument,
  PlanDocument,
  planHash,
  ReasonText,
  readReason,
  writeReason,
} from "./plan-document.ts";
export type { PreviousPlacement } from "./previous-plan.ts";
export type { LawOverride, Problem, ProblemData } from "./problem.ts";
export { tiersOf } from "./problem.ts";
export type { ProblemFile } from "./problem-input.ts";
export { ProblemInput } from "./problem-input.ts";
export type { ProblemIssue, ProblemIssueCode } from "./problem-issue.ts";
export { formatPath, PROBLEM_ISSUE_CODES } from "./problem-issue.ts";
export { problemSchema } from "./problem-schema.ts";
export type {
  Assessments,
  FixedSpan,
  Intake,
  LengthRange,
  Programme,
  Requirement,
  ShortPlacement,
} from "./programme.ts";
// Rules as data.
export { CORE_PACK, RULE_PACKS } from "./rule-packs/index.ts";
export type {
  PackRule,
  Rank,
  RuleClass,
  RuleId,
  RuleMode,
  RulePack,
  RuleParams,
  RuleSetting,
  Track,
} from "./rule-settings.ts";
export {
  ALWAYS,
  NEVER_MUST,
  ONLY_REPORTED,
  PREFERABLE,
  REPORTABLE,
  RULE_IDS,
  RULE_PARAMS,
  TRACKS,
  UNIT_SIDE,
} from "./rule-settings.ts";
export type { SeatStep, StaffStep } from "./seats.ts";
export { fewestSeats, mostStaff, seatsOn } from "./seats.ts";
export type { Section } from "./section.ts";
export { countsTowards } from "./section.ts";
export type { Attendance } from "./service.ts";
// What time counts as service.
export {
  awaySpans,
  blockService,
  fixedDaysIn,
  partsOfDay,
  percentagesIn,
  placementService,
  skipFixed,
} from "./service.ts";
export type { Region, Site } from "./site.ts";
export {
  OUTCOME_STATUSES,
  SolveOutcome,
  SolveProgress,
  stoppedOutcome,
  writeSolveOutcome,
  writeSolveProgress,
} from "./solve-outcome.ts";
export type { SolveParamsInput } from "./solve-params.ts";
export { ENGINE_NAMES, FORMULATIONS, SolveParams } from "./solve-params.ts";
export type { FirstFigures, SupervisionFigures } from "./supervision.ts";
// Who may supervise, and how much of it there is.
export {
  changesAmong,
  heldOn,
  isEligible,
  isPresent,
  loadAt,
  moreAt,
  roomOn,
  SLOT,
  slotsOf,
  stepAt,
  supervisionFigures,
  supervisorsByUnit,
} from "./supervision.ts";
export type { Supervisor } from "./supervisor.ts";
export type { Text } from "./text.ts";
export type { DoctorCost, Measure, NamedMeasure, TierId } from "./tier.ts";
export { CHANGES, DOCTOR_COSTS, MEASURES } from "./tier.ts";
export type { HeldSeat, OnCallLine, Overlap, PastStay, Rest, Unit } from "./unit.ts";
