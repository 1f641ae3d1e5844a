/** Fixed spans of a problem file: on the grid, for somebody there is, and none of one doctor over another of hers. */
import { formatDay, onGrid } from "./calendar.ts";
import { concerns, daysOf, listed } from "./fixed-spans.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path } from "./problem-issue.ts";
import type { References } from "./references.ts";

export function checkFixedSpans(input: ProblemInput, references: References): void {
  input.calendar.fixedSpans.forEach((span, at) => {
    const path: Path = ["calendar", "fixedSpans", at];
    for (const what of ["programme", "intake"] as const) {
      const ids = span[what];
      if (ids === undefined) continue;
      listed(ids).forEach((id, i) => {
        references.known(what, id, [...path, what, ...(typeof ids === "string" ? [] : [i])]);
      });
    }
    if ("from" in span) references.span(span, path);
    else checkWeeks(span.weeks, input.calendar, [...path, "weeks"], references);
  });
  checkOverlaps(input, references);
}

/** Weeks begin and end on the grid, and one of them at least comes in the calendar. */
function checkWeeks(
  weeks: readonly number[],
  calendar: ProblemInput["calendar"],
  path: Path,
  references: References,
): void {
  const { from, to, grid } = calendar;
  const spans = daysOf({ id: "", kind: "closed", weeks: [...weeks] }, calendar);
  if (spans.length === 0) {
    references.say("outside-calendar", path, { week: weeks.join(", "), from, to });
  }
  const off = spans.flatMap((span) => [span.from, span.to]).find((day) => !onGrid(day, grid));
  if (off !== undefined) references.say("date-off-grid", path, { date: formatDay(off), grid });
}

/** Doctors of one programme and one intake, or none, have the same spans; told once for each pair of spans. */
function checkOverlaps(input: ProblemInput, references: References): void {
  const told = new Set<string>();
  const programmes = new Map(input.programmes.map((programme) => [programme.id, programme]));
  const intakes = new Map(input.intakes.map((intake) => [intake.id, intake]));
  const groups = new Map<string, { readonly programme: string; readonly intake?: string }>();
  for (const { id } of input.programmes) groups.set(id, { programme: id });
  for (const { id, programme } of input.intakes) {
    groups.set(`${programme} ${id}`, { programme, intake: id });
  }
  for (const doctor of input.doctors) {
    const { intake } = doctor;
    const programme = doctor.programme ?? intakes.get(intake ?? "")?.programme ?? "";
    if (intake !== undefined) groups.set(`${programme} ${intake}`, { programme, intake });
  }
  for (const group of groups.values()) {
    const programme = programmes.get(group.programme);
    if (programme === undefined) continue;
    const spans = input.calendar.fixedSpans
      .map((span, at) => ({ span, at }))
      .filter(({ span }) => concerns(span, programme, group.intake))
      .flatMap(({ span, at }) =>
        daysOf(span, input.calendar).map((days) => ({ ...days, id: span.id, at })),
      )
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from);
    let latest: (typeof spans)[number] | undefined;
    for (const span of spans) {
      const pair = `${latest?.at} ${span.at}`;
      if (latest !== undefined && latest.to > span.from && !told.has(pair)) {
        told.add(pair);
        const params = { first: latest.id, second: span.id, programme: programme.id };
        references.say("spans-overlap", ["calendar", "fixedSpans", span.at], params);
      }
      if (latest === undefined || latest.to < span.to) latest = span;
    }
  }
}
