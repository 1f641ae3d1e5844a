/**
 * What time counts as service: days at a unit or in a block, less what is fixed elsewhere or missed,
 * at the share of full time a doctor works. Counted in parts of a day, so that it stays whole.
 */
import { type Day, type Duration, type Span, serviceIn } from "./calendar.ts";
import type { Doctor, PercentageStep } from "./doctor.ts";
import type { Programme } from "./programme.ts";

/** Working time as per cent of full time; empty is full time throughout. */
export type Working = Pick<Doctor, "percentages">;
/** What of a doctor decides what her time counts as. */
export type Attendance = Pick<Doctor, "percentages" | "absences">;

/** Full time, in halves of a percent. */
const FULL = 200;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/**
 * Into how many parts a day of her service is cut: 1 at full time, 4 at 75 %, of which three are
 * hers. So a share of a day is a whole number of parts.
 */
export function partsOfDay({ percentages }: Working): number {
  return FULL / percentages.reduce((parts, step) => divisor(2 * step.percentage, parts), FULL);
}

/** Per cent of full time in the span, piece by piece; what is before the first step is full time. */
export function percentagesIn({ percentages }: Working, { from, to }: Span): PercentageStep[] {
  const steps = percentages.filter((step) => step.from < to);
  const later = steps.filter((step) => step.from > from);
  const first = steps.filter((step) => step.from <= from).at(-1)?.percentage ?? 100;
  return [{ from, percentage: first }, ...later];
}

/** Days of [from, to) that fall in fixed spans. */
export function fixedDaysIn(spans: readonly Span[], from: Day, to: Day): number {
  let days = 0;
  for (const span of spans) days += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
  return days;
}

/** Service of a placement, fixed days and absences off, in the measure of the length and in parts of a day. */
export function placementService(
  { fixedSpans }: Pick<Programme, "fixedSpans">,
  doctor: Attendance,
  span: Span,
  length: Duration,
): number {
  return attended(
    doctor,
    span,
    (from, to) => serviceIn(from, to, length) - fixedDaysIn(fixedSpans, from, to),
  );
}

/** Service of a block, absences off, in the measure of the length and in parts of a day. */
export function blockService(doctor: Attendance, span: Span, length: Duration): number {
  return attended(doctor, span, (from, to) => serviceIn(from, to, length));
}

/** Adds up the service of a span without absences, each piece at its share of full time. */
function attended(
  doctor: Attendance,
  { from, to }: Span,
  service: (from: Day, to: Day) => number,
): number {
  if (doctor.percentages.length === 0) return present(doctor, from, to, service);
  const parts = partsOfDay(doctor);
  const pieces = percentagesIn(doctor, { from, to });
  return pieces.reduce((sum, piece, at) => {
    const end = pieces[at + 1]?.from ?? to;
    // A share times the parts of a day is whole; so it is divided last.
    return sum + (present(doctor, piece.from, end, service) * parts * 2 * piece.percentage) / FULL;
  }, 0);
}

/** Service of [from, to) less that of the absences in it. */
function present(
  { absences }: Attendance,
  from: Day,
  to: Day,
  service: (from: Day, to: Day) => number,
): number {
  let counted = service(from, to);
  for (const absence of absences) {
    const a = Math.max(from, absence.from);
    const b = Math.min(to, absence.to);
    if (a < b) counted -= service(a, b);
  }
  return counted;
}

/** Spans in which a doctor begins nothing: her programme's fixed ones and her absences, by first day. */
export function awaySpans({ fixedSpans }: Programme, { absences }: Attendance): readonly Span[] {
  if (absences.length === 0) return fixedSpans;
  return [...fixedSpans, ...absences].sort((a, b) => a.from - b.from);
}

/** The first day at or after `day` outside every fixed span. */
export function skipFixed(spans: readonly Span[], day: Day): Day {
  let open = day;
  for (const span of spans) if (span.from <= open && open < span.to) open = span.to;
  return open;
}
