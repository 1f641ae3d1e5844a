/** Service as the checks count it: how much a span holds, whether that is enough, whether it is too much. */
import {
  blockService,
  type Calendar,
  creditNeeded,
  type Day,
  type Duration,
  fixedDaysIn,
  type Rotation,
  type Span,
  serviceIn,
} from "@placera/domain";

/** The day after the block's last: where its last placement ends. */
export function blockEnd(rotation: Rotation): Day {
  return rotation.placements.at(-1)?.to ?? rotation.start;
}

/** Service in [from, to) without the programme's fixed days, in the measure of `wanted`. */
export function netService(spans: readonly Span[], { from, to }: Span, wanted: Duration): number {
  return serviceIn(from, to, wanted) - fixedDaysIn(spans, from, to);
}

/** Does the service meet the length? The tolerance is for lengths in months only (D5). */
export function isEnough(calendar: Calendar, service: number, wanted: Duration): boolean {
  const tolerance = "months" in wanted ? calendar.toleranceDays : 0;
  return service + tolerance >= creditNeeded(wanted);
}

/** Does the block go on after the first boundary at which it already met `max`? */
export function blockOutlasts(
  calendar: Calendar,
  absences: readonly Span[],
  { from, to }: Span,
  max: Duration,
): boolean {
  return boundariesInside(calendar, from, to).some((end) =>
    isEnough(calendar, blockService(absences, from, end, max), max),
  );
}

/**
 * Does the placement go on after the first boundary at which it already met `max`, net of fixed
 * days? Only a boundary that ends a period outside the fixed spans counts: it could end there.
 */
export function placementOutlasts(
  calendar: Calendar,
  spans: readonly Span[],
  { from, to }: Span,
  max: Duration,
): boolean {
  return boundariesInside(calendar, from, to).some(
    (end) =>
      !spans.some((span) => span.from < end && end <= span.to) &&
      isEnough(calendar, netService(spans, { from, to: end }, max), max),
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
