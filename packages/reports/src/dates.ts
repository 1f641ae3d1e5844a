/** Dates as people read them: last days are included, months are words. */
import { type Day, formatDay } from "@placera/domain";
import type { Texts } from "./texts/texts.ts";

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

export function civilDate(day: Day): CivilDate {
  const [year = 0, month = 0, date = 0] = formatDay(day).split("-").map(Number);
  return { year, month, day: date };
}

/** `1 sep 2026`. */
export function shortDate(day: Day, { months }: Texts): string {
  const { year, month, day: date } = civilDate(day);
  return `${date} ${months[month - 1] ?? ""} ${year}`;
}

/** `1 sep 2026 – 28 feb 2027` of the half-open span. */
export function dateRange(from: Day, to: Day, texts: Texts): string {
  return `${shortDate(from, texts)} – ${shortDate(to - 1, texts)}`;
}

/** The span in few characters: `sep 2026`, `sep–nov 2026`, `1–15 sep 2026`, or both dates. */
export function briefSpan(from: Day, to: Day, texts: Texts): string {
  const first = civilDate(from);
  const last = civilDate(to - 1);
  const after = civilDate(to);
  const name = ({ month }: CivilDate) => texts.months[month - 1] ?? "";
  const sameMonth = first.year === last.year && first.month === last.month;
  if (first.day === 1 && after.day === 1) {
    if (sameMonth) return `${name(first)} ${first.year}`;
    if (first.year === last.year) return `${name(first)}–${name(last)} ${first.year}`;
    return `${name(first)} ${first.year} – ${name(last)} ${last.year}`;
  }
  if (sameMonth) return `${first.day}–${last.day} ${name(first)} ${first.year}`;
  if (first.year === last.year) {
    return `${first.day} ${name(first)} – ${last.day} ${name(last)} ${first.year}`;
  }
  return dateRange(from, to, texts);
}
