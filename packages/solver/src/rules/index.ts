/** Every rule, in the order in which they are stated and checked. */
import type { RuleId } from "@placera/domain";
import { absences } from "./absences.ts";
import { assessmentsInTime } from "./assessments-in-time.ts";
import { atMostFourPlaces } from "./at-most-four-places.ts";
import { begunBefore } from "./begun-before.ts";
import { btTermAtLeastSixMonths } from "./bt-term-at-least-six-months.ts";
import { chosenFromGroup } from "./chosen-from-group.ts";
import { commute } from "./commute.ts";
import { eligibleForTrack } from "./eligible-for-track.ts";
import { examDayFree } from "./exam-day-free.ts";
import { examInTime } from "./exam-in-time.ts";
import { fixedPlacements } from "./fixed-placements.ts";
import { fixedSpans } from "./fixed-spans.ts";
import { forbiddenPlacements } from "./forbidden-placements.ts";
import { goalCoverage } from "./goal-coverage.ts";
import { homeUnit } from "./home-unit.ts";
import { idleTime } from "./idle-time.ts";
import { intakeSplit } from "./intake-split.ts";
import { integratedBtWithinTwoYears } from "./integrated-bt-within-two-years.ts";
import { leastStaffing } from "./least-staffing.ts";
import { mainSupervisor } from "./main-supervisor.ts";
import { namedSupervisor } from "./named-supervisor.ts";
import { onCallLeast } from "./on-call-least.ts";
import { onCallMost } from "./on-call-most.ts";
import { oneBaseSite } from "./one-base-site.ts";
import { onePlacementAtATime } from "./one-placement-at-a-time.ts";
import { oneUnbrokenBlock } from "./one-unbroken-block.ts";
import { overlapOfDoctors } from "./overlap-of-doctors.ts";
import { owedPlacements } from "./owed-placements.ts";
import { ownRegion } from "./own-region.ts";
import { partTime } from "./part-time.ts";
import { programmeLength } from "./programme-length.ts";
import { psychiatryInBt } from "./psychiatry-in-bt.ts";
import { publishedPlacements } from "./published-placements.ts";
import { recommendedLength } from "./recommended-length.ts";
import { restBetweenDoctors } from "./rest-between-doctors.ts";
import type { DoctorRule, NameRule, Rule, UnitRule } from "./rule.ts";
import { sameSupervisor } from "./same-supervisor.ts";
import { sectionMinima } from "./section-minima.ts";
import { sectionOrder } from "./section-order.ts";
import { shortPlacement } from "./short-placement.ts";
import { siteChanges } from "./site-changes.ts";
import { siteLimit } from "./site-limit.ts";
import { startAfterDegree } from "./start-after-degree.ts";
import { startInWindow } from "./start-in-window.ts";
import { supervisionCapacity } from "./supervision-capacity.ts";
import { supervisorPresence } from "./supervisor-presence.ts";
import { toleranceUsed } from "./tolerance-used.ts";
import { toleratedAbsence } from "./tolerated-absence.ts";
import { totalLength } from "./total-length.ts";
import { trackSeats } from "./track-seats.ts";
import { unitGivesSection } from "./unit-gives-section.ts";
import { unitSeats } from "./unit-seats.ts";

// Each rule takes only its own parameters. In one list they take any rule's, which is safe because
// a rule is only ever called with the parameters of a setting that names it.
export const DOCTOR_RULES: readonly DoctorRule[] = [
  onePlacementAtATime,
  owedPlacements,
  chosenFromGroup,
  begunBefore,
  shortPlacement,
  unitGivesSection,
  programmeLength,
  startInWindow,
  fixedSpans,
  absences,
  toleratedAbsence,
  partTime,
  fixedPlacements,
  publishedPlacements,
  forbiddenPlacements,
  ownRegion,
  oneBaseSite,
  siteLimit,
  commute,
  siteChanges,
  idleTime,
  oneUnbrokenBlock,
  startAfterDegree,
  eligibleForTrack,
  totalLength,
  sectionMinima,
  toleranceUsed,
  recommendedLength,
  sectionOrder,
  atMostFourPlaces,
  psychiatryInBt,
  goalCoverage,
  examInTime,
  examDayFree,
  assessmentsInTime,
  homeUnit,
  btTermAtLeastSixMonths,
  integratedBtWithinTwoYears,
] as readonly DoctorRule[];

export const UNIT_RULES: readonly UnitRule[] = [
  unitSeats,
  trackSeats,
  intakeSplit,
  leastStaffing,
  onCallMost,
  onCallLeast,
  restBetweenDoctors,
  overlapOfDoctors,
  supervisionCapacity,
] as readonly UnitRule[];

export const NAME_RULES: readonly NameRule[] = [
  namedSupervisor,
  sameSupervisor,
  mainSupervisor,
  supervisorPresence,
] as readonly NameRule[];

export const RULES: readonly Rule[] = [...DOCTOR_RULES, ...UNIT_RULES, ...NAME_RULES];

const byId = new Map<RuleId, Rule>(RULES.map((rule) => [rule.id, rule]));

/** The rule of an id; every id has one. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`No rule '${id}'.`);
  return rule;
}
