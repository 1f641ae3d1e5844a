/** The fixed spans of a problem file: whom each concerns, and its days, week numbers read as weeks of every year. */
import { type Day, mondaysOfWeek, parseDay, type Span } from "./calendar.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { FixedSpan } from "./programme.ts";
import type { Text } from "./text.ts";

type SpanInput = ProblemInput["calendar"]["fixedSpans"][number];
type SpanCalendar = Pick<ProblemInput["calendar"], "from" | "to" | "fixedSpans">;
type ProgrammeInput = Pick<ProblemInput["programmes"][number], "id" | "track">;

const day = (text: string): Day => parseDay(text) ?? Number.NaN;

const NAMES: Readonly<Record<FixedSpan["kind"], Text>> = {
  teaching: { sv: "undervisning", en: "teaching" },
  introduction: { sv: "introduktion", en: "introduction" },
  vacation: { sv: "semester", en: "vacation" },
  closed: { sv: "stängt", en: "closed" },
};

/** The spans of a programme's doctors, those of an intake or of none, by first day. */
export function fixedSpansOf(
  calendar: SpanCalendar,
  programme: ProgrammeInput,
  intake: string | undefined,
): FixedSpan[] {
  return calendar.fixedSpans
    .filter((span) => concerns(span, programme, intake))
    .flatMap((span) =>
      daysOf(span, calendar).map(({ from, to }) => ({
        id: span.id,
        kind: span.kind,
        name: span.name ?? NAMES[span.kind],
        from,
        to,
      })),
    )
    .sort((a, b) => a.from - b.from);
}

/** Is the span for doctors of this programme and intake? What it does not say it does not ask. */
export function concerns(
  span: Pick<SpanInput, "programme" | "intake" | "track">,
  programme: ProgrammeInput,
  intake: string | undefined,
): boolean {
  return (
    (span.programme === undefined || listed(span.programme).includes(programme.id)) &&
    (span.track === undefined || span.track === programme.track) &&
    (span.intake === undefined || (intake !== undefined && listed(span.intake).includes(intake)))
  );
}

/** One, or several. */
export const listed = (ids: string | readonly string[]): readonly string[] =>
  typeof ids === "string" ? [ids] : ids;

/** The span's days; weeks in a row are one span. */
export function daysOf(span: SpanInput, calendar: Pick<SpanCalendar, "from" | "to">): Span[] {
  if ("from" in span) return [{ from: day(span.from), to: day(span.to) }];
  const horizon = { from: day(calendar.from), to: day(calendar.to) };
  const mondays = span.weeks.flatMap((week) => mondaysOfWeek(week, horizon));
  const spans: Span[] = [];
  for (const from of [...new Set(mondays)].sort((a, b) => a - b)) {
    const before = spans.at(-1);
    if (before?.to === from) spans.splice(-1, 1, { from: before.from, to: from + 7 });
    else spans.push({ from, to: from + 7 });
  }
  return spans;
}
