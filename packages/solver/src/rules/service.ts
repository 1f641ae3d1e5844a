/** Service as the checks count it: how much a span holds, whether that is enough, whether it is too much. */
import {
  type Attendance,
  awaySpans,
  blockService,
  type Calendar,
  creditNeeded,
  type Day,
  type Duration,
  isResearch,
  lookup,
  type Problem,
  type Programme,
  partsOfDay,
  placementService,
  type Rotation,
  type Span,
  serviceIn,
} from "@placera/domain";

/** The day after the block's last: where its last placement ends. */
export function blockEnd(rotation: Rotation): Day {
  return rotation.placements.at(-1)?.to ?? rotation.start;
}

/** A doctor's service in days of full time. */
export function inDays(doctor: Attendance, service: number): number {
  return service / partsOfDay(doctor);
}

/** Does the doctor's service meet the length? The tolerance is for lengths in months only (D5). */
export function isEnough(
  calendar: Calendar,
  doctor: Attendance,
  service: number,
  wanted: Duration,
): boolean {
  const tolerance = "months" in wanted ? calendar.toleranceDays : 0;
  return service >= partsOfDay(doctor) * (creditNeeded(wanted) - tolerance);
}

/** Does the block go on after the first boundary at which it already met `max`, with so much besides? */
export function blockOutlasts(
  calendar: Calendar,
  doctor: Attendance,
  { from, to }: Span,
  max: Duration,
  besides = 0,
): boolean {
  const ends = boundariesInside(calendar, from, to);
  return (
    mayReach(calendar, doctor, { from, to: ends.at(-1) ?? from }, max, besides) &&
    ends.some((end) =>
      isEnough(calendar, doctor, blockService(doctor, { from, to: end }, max) - besides, max),
    )
  );
}

/**
 * May any span that begins there and ends no later meet the length? The whole of it at full time is
 * the most that one can come to, whatever is fixed. Nothing is said of doctors with absences or
 * shares of full time: their pieces are counted each by itself, and may come to more than the whole.
 */
function mayReach(
  calendar: Calendar,
  doctor: Attendance,
  { from, to }: Span,
  wanted: Duration,
  besides = 0,
): boolean {
  if (doctor.absences.length > 0 || doctor.percentages.length > 0) return true;
  return isEnough(calendar, doctor, serviceIn(from, to, wanted) - besides, wanted);
}

/** What of the block is research, in the measure of the length. */
export function researchIn(
  problem: Problem,
  doctor: Attendance,
  { placements }: Rotation,
  measure: Duration,
): number {
  const { section } = lookup(problem);
  return placements
    .filter((placement) => isResearch(section(placement.section)))
    .reduce((sum, placement) => sum + blockService(doctor, placement, measure), 0);
}

/**
 * Does the placement go on after the first boundary at which it already met `max`, net of fixed days
 * and absences? Only a boundary that ends a period outside those counts: it could end there.
 */
export function placementOutlasts(
  calendar: Calendar,
  programme: Programme,
  doctor: Attendance,
  { from, to }: Span,
  max: Duration,
): boolean {
  const ends = boundariesInside(calendar, from, to);
  if (!mayReach(calendar, doctor, { from, to: ends.at(-1) ?? from }, max)) return false;
  const away = awaySpans(programme, doctor);
  return ends.some(
    (end) =>
      !away.some((span) => span.from < end && end <= span.to) &&
      isEnough(calendar, doctor, placementService(programme, doctor, { from, to: end }, max), max),
  );
}

/** The grid's boundaries strictly between two days. */
function boundariesInside({ boundaries }: Calendar, from: Day, to: Day): readonly Day[] {
  return boundaries.slice(firstAfter(boundaries, from), firstAfter(boundaries, to - 1));
}

/** The index of the first boundary after `day`. */
function firstAfter(boundaries: readonly Day[], day: Day): number {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? 0) > day) high = middle;
    else low = middle + 1;
  }
  return low;
}
