/** The days of a rotation that are not placements: sit-ins, the exam, assessments, the final review (D12, D18). */
import { CREDIT_DAYS_PER_MONTH, type Day, lastWorkday, type Span } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import { firstEntries, sittingOf } from "./exam-sitting.ts";
import type { RequirementId, SectionId, UnitId } from "./ids.ts";
import { lookup } from "./lookup.ts";
import type { Placement, Rotation } from "./plan.ts";
import type { ProblemData } from "./problem.ts";
import type { Programme } from "./programme.ts";
import type { RuleParams } from "./rule-settings.ts";
import { awaySpans, blockService, partsOfDay, placementService } from "./service.ts";

export type DatedKind = "sit-in" | "exam" | "exam-result" | "assessment" | "final-review";

/** One day to keep, and what of. */
export interface Dated {
  readonly kind: DatedKind;
  readonly day: Day;
  readonly unit?: UnitId;
  readonly requirement?: RequirementId;
  readonly section?: SectionId;
  /** Which of how many in the placement. */
  readonly number?: number;
  readonly of?: number;
}

/** What leaves no room for an assessment or the final review. */
export type DatedFault =
  | { readonly fault: "too-short"; readonly placement: Placement; readonly weeks: number }
  | { readonly fault: "no-day"; readonly placement: Placement; readonly number: number }
  | { readonly fault: "no-review"; readonly month: number; readonly end: Day };

/** Days and faults of one doctor's rotation, by day. */
export interface DoctorDates {
  readonly dates: readonly Dated[];
  readonly faults: readonly DatedFault[];
}

export function datesOf(problem: ProblemData, rotation: Rotation): DoctorDates {
  const doctor = lookup(problem).doctor(rotation.doctor);
  const programme = lookup(problem).owed(doctor);
  const exam = examDates(problem, doctor, programme, rotation);
  const taken = exam.map(({ day }) => ({ from: day, to: day + 1 }));
  const away = [
    ...awaySpans(programme, doctor),
    ...doctor.vacations,
    ...doctor.tolerated,
    ...taken,
  ];
  const assessed = assessmentDates(problem, doctor, rotation, away);
  return {
    dates: [...exam, ...assessed.dates].sort((a, b) => a.day - b.day),
    faults: assessed.faults,
  };
}

/** Sit-ins, the exam and its result, where an exam is asked of her. */
function examDates(
  problem: ProblemData,
  doctor: Doctor,
  programme: Programme,
  rotation: Rotation,
): Dated[] {
  const setting = programme.rules.find(({ rule }) => rule === "exam-in-time");
  if (setting === undefined || doctor.examPassed !== undefined) return [];
  const params = setting.params as RuleParams<"exam-in-time">;
  const given = { problem, doctor, rotation };
  const away = [...awaySpans(programme, doctor), ...doctor.vacations, ...doctor.tolerated];
  const sitIns = firstEntries(given, params).flatMap((entry, at): Dated[] => {
    const placement = rotation.placements.find((each) => each === entry);
    if (placement === undefined) return [];
    const { from, to, unit, requirement } = placement;
    const day = lastWorkday({ from, to: Math.min(to, from + 7 * params.sitInWeeks + 1) }, away);
    const section = params.sections[at] ?? placement.section;
    return day === undefined ? [] : [{ kind: "sit-in", day, unit, requirement, section }];
  });
  const { sitting } = sittingOf(given, params);
  if (sitting === undefined) return sitIns;
  const { date, resultAfter } = sitting;
  return [...sitIns, { kind: "exam", day: date }, { kind: "exam-result", day: date + resultAfter }];
}

/** The assessments of each placement, evenly over it, and the final review in its month of service. */
function assessmentDates(
  problem: ProblemData,
  doctor: Doctor,
  rotation: Rotation,
  away: readonly Span[],
): DoctorDates {
  const programme = lookup(problem).owed(doctor);
  const { assessments } = programme;
  if (assessments === undefined) return { dates: [], faults: [] };
  const { perPlacement: of, leastWeeks, finalReviewMonth: month } = assessments;
  const dates: Dated[] = [];
  const faults: DatedFault[] = [];
  for (const placement of of === 0 ? [] : rotation.placements) {
    const { to, unit, requirement, section } = placement;
    const weeks = of * leastWeeks;
    // Of a stay that goes on from before the plan, some assessments may be held already.
    const begun = doctor.history.find((each) => each.requirement === requirement);
    const from = begun?.from ?? placement.from;
    const service = placementService(programme, doctor, { from, to }, { weeks: 1 });
    if (service < partsOfDay(doctor) * 7 * weeks) {
      faults.push({ fault: "too-short", placement, weeks });
    }
    const edge = (k: number): Day => from + Math.floor((k * (to - from)) / of);
    for (let number = 1; number <= of; number++) {
      if (edge(number) <= rotation.start) continue;
      const day = lastWorkday({ from: edge(number - 1), to: edge(number) }, away);
      if (day === undefined) faults.push({ fault: "no-day", placement, number });
      else dates.push({ kind: "assessment", day, unit, requirement, section, number, of });
    }
  }
  if (month !== undefined) {
    const end = rotation.placements.at(-1)?.to ?? rotation.start;
    const window = {
      from: Math.max(rotation.start, monthsServed(doctor, rotation, month - 1)),
      to: Math.min(end, monthsServed(doctor, rotation, month)),
    };
    const day = lastWorkday(window, away);
    if (day === undefined) faults.push({ fault: "no-review", month, end });
    else {
      const at = rotation.placements.find((each) => each.from <= day && day < each.to);
      dates.push({ kind: "final-review", day, ...(at && { unit: at.unit }) });
    }
  }
  return { dates, faults };
}

/** The first day on which so many months of the block are served; infinity where none is by its end. */
function monthsServed(doctor: Doctor, rotation: Rotation, months: number): Day {
  const from = doctor.began ?? rotation.start;
  const end = rotation.placements.at(-1)?.to ?? rotation.start;
  const wanted = partsOfDay(doctor) * CREDIT_DAYS_PER_MONTH * months;
  const served = (to: Day): boolean => blockService(doctor, { from, to }, { months: 1 }) >= wanted;
  if (!served(end)) return Number.POSITIVE_INFINITY;
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (served(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
