/** What random problems say of rules beside what their programmes do, and what they size it by. */
import type { Duration, ProblemFile, RuleMode } from "@placera/domain";
import { chance, type Draw } from "./random-problem-draw.ts";

type Adjustment = NonNullable<ProblemFile["rules"]>[number];
type ProgrammeFile = ProblemFile["programmes"][number];

export const adjust = (
  rule: string,
  mode: RuleMode,
  params?: Record<string, unknown>,
): Adjustment => ({
  rule,
  mode,
  ...(params === undefined ? {} : { params }),
  override: { reason: "A small problem." },
});

export const mustOrPrefer = (draw: Draw): RuleMode =>
  chance(draw, 50) ? { prefer: { rank: draw.int(1, 3), weight: draw.int(1, 3) } } : "must";

export const withRules = (problem: ProblemFile, ...rules: readonly Adjustment[]): ProblemFile => ({
  ...problem,
  rules: [...(problem.rules ?? []), ...rules],
});

/** The stays of a programme one after another, at their shortest and longest, in its own measure. */
export function lengthsOf({ requirements }: ProgrammeFile): {
  readonly least: number;
  readonly most: number;
  readonly measure: (amount: number) => Duration;
} {
  const spans = requirements.map(({ length }) =>
    "min" in length ? length : { min: length, max: length },
  );
  const amount = (of: Duration | undefined): number =>
    of === undefined ? 0 : "weeks" in of ? of.weeks : of.months;
  const least = spans.reduce((sum, { min }) => sum + amount(min), 0);
  const most = spans.reduce((sum, { min, max }) => sum + amount(max ?? min), 0);
  const inWeeks = spans.some(({ min }) => "weeks" in min);
  return { least, most, measure: (sum) => (inWeeks ? { weeks: sum } : { months: sum }) };
}
