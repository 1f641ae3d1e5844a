/** A doctor's absences as written → spans without service, apart and in order of time. */
import { parseDay, type Span } from "./calendar.ts";
import type { Absence } from "./doctor.ts";
import type { ProblemInput } from "./problem-input.ts";

type Written = ProblemInput["doctors"][number]["absences"];

/** Vacation and what is tolerated change nothing and are left out. Where two overlap, nothing runs across the common part. */
export function resolveAbsences(written: Written): Absence[] {
  const missed = written.filter(({ kind, tolerated }) => kind !== "vacation" && !tolerated);
  const spans = (across: boolean): Span[] =>
    spansOf(missed.filter((each) => each.across === across));
  const closing = spans(false);
  const open = spans(true).flatMap((span) => without(span, closing));
  return [
    ...closing.map((span) => ({ ...span, across: false })),
    ...open.map((span) => ({ ...span, across: true })),
  ].sort((a, b) => a.from - b.from);
}

/** Spans away that a section may tolerate, without what is missed anyhow. */
export function resolveTolerated(written: Written): Span[] {
  const missed = resolveAbsences(written);
  const away = written.filter(({ kind, tolerated }) => kind !== "vacation" && tolerated);
  return spansOf(away).flatMap((span) => without(span, missed));
}

const spansOf = (written: Written): Span[] =>
  merged(written.map(({ from, to }) => ({ from: parseDay(from) ?? 0, to: parseDay(to) ?? 0 })));

/** Earned vacation: on no placement's way, but nobody sits an exam in it. */
export function vacationsOf(written: Written): Span[] {
  return spansOf(written.filter(({ kind }) => kind === "vacation"));
}

/** Spans sorted, those that touch made one. */
export function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && span.from <= last.to) {
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else apart.push(span);
  }
  return apart;
}

/** What of a span lies in none of the others. */
function without(span: Span, others: readonly Span[]): Span[] {
  let left = [span];
  for (const other of others) {
    left = left
      .flatMap(({ from, to }) => [
        { from, to: Math.min(to, other.from) },
        { from: Math.max(from, other.to), to },
      ])
      .filter(({ from, to }) => from < to);
  }
  return left;
}
