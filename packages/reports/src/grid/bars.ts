/** One doctor's rotation as a bar: the unit's code where a placement begins, a line while it lasts. */
import type { Day, FixedSpan, Rotation, SectionId, UnitId } from "@placera/domain";
import type { Axis } from "./axis.ts";
import type { Paint } from "./paint.ts";

export interface BarStyle {
  readonly axis: Axis;
  readonly paint: Paint;
  codeOf(unit: UnitId): string;
  /** A number for each section that is coloured alike. */
  hueOf(section: SectionId): number;
}

export const FIXED = "▒";

/** As wide as the axis; the last character of a placement is left open before the next. */
export function bar(
  rotation: Rotation,
  fixedSpans: readonly FixedSpan[],
  { axis, paint, codeOf, hueOf }: BarStyle,
): string {
  let line = "";
  let at = 0;
  const advance = (to: number, text: string) => {
    line += text;
    at = to;
  };
  for (const { unit, section, from, to } of rotation.placements) {
    const start = Math.max(at, axis.at(from));
    const end = Math.max(start, axis.at(to));
    if (start > at) advance(start, between(at, start));
    const text = stay(codeOf(unit), end - start);
    advance(end, paint(`section-${hueOf(section)}`, withFixed(text, start)));
  }
  return line + between(at, axis.width);

  function withFixed(text: string, start: number): string {
    return [...text]
      .map((each, i) => (each !== "─" ? each : isFixed(start + i) ? FIXED : each))
      .join("");
  }
  function between(from: number, to: number): string {
    return Array.from({ length: to - from }, (_, i) => (isFixed(from + i) ? FIXED : " ")).join("");
  }
  function isFixed(character: number): boolean {
    const { from, to } = axis.span(character);
    const last = rotation.placements.at(-1)?.to ?? rotation.start;
    return fixedSpans.some(
      (span) => half(span, { from, to }) && from >= rotation.start && to <= last,
    );
  }
}

/** Is at least half of the character's days in the span? */
const half = (span: FixedSpan, { from, to }: { readonly from: Day; readonly to: Day }): boolean =>
  2 * (Math.min(span.to, to) - Math.max(span.from, from)) >= to - from;

function stay(code: string, width: number): string {
  if (width === code.length) return code;
  // Part of a code would be another unit's.
  if (width < code.length) return `${code.slice(0, 1)}…`.slice(0, width);
  return `${code}${"─".repeat(width - code.length - 1)}╴`;
}
