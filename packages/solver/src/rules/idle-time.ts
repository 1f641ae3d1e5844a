/**
 * A block has no periods without a placement, from its first day to its last; each one is a break.
 *
 *   broken = |{t ∈ T, open : start ≤ t < end, ∄ p: from(p) ≤ t < to(p)}|
 *
 * where a period is open when no fixed span touches it, and end is where the last placement ends.
 * Source: entered by the scheduler.
 */
import { awaySpans, fixedDaysIn } from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { RuleFacts } from "../formulation/facts.ts";
import { type Break, type DoctorCheck, doctorRule, type LineEncoding } from "./rule.ts";

/** Idle periods, as the rule counts them and as a doctor's wish does. */
export const idleEncoding: LineEncoding = {
  step: ({ idle }) => idle,
};

/** In the compact formulation: open periods of the block less those of its stays. */
export function formulateIdle(compact: CompactDoctor, { periods }: RuleFacts): void {
  const at = (t: number): number => periods.opened[t] ?? 0;
  compact.row(
    "idle",
    [
      ...compact.ends.map(({ variable, period }) => ({ variable, coefficient: at(period) })),
      ...compact.starts.map(({ variable, period }) => ({ variable, coefficient: -at(period) })),
      ...compact.stays.map(({ variable, stay }) => ({
        variable,
        coefficient: at(stay.from) - at(stay.to),
      })),
      ...compact.breaks("idle", periods.count).map((term) => ({ ...term, coefficient: -1 })),
    ],
    Number.NEGATIVE_INFINITY,
    0,
  );
}

/** The idle stretches of a rotation. */
export function idleStretches({ problem, programme, doctor, rotation }: DoctorCheck): Break[] {
  const away = awaySpans(programme, doctor);
  const { boundaries } = problem.calendar;
  const breaks: Break[] = [];
  let at = rotation.start;
  for (const { from, to } of rotation.placements) {
    let idle = 0;
    boundaries.forEach((day, t) => {
      const next = boundaries[t + 1];
      if (next === undefined || day < at || next > from) return;
      if (fixedDaysIn(away, day, next) === 0) idle++;
    });
    if (idle > 0) breaks.push({ magnitude: idle, from: at, to: from });
    at = to;
  }
  return breaks;
}

export const idleTime = doctorRule<"idle-time">({
  id: "idle-time",
  expresses: [],
  statement: {
    sv: "Blocket har inga perioder utan placering, från första dagen till den sista; var och en räknas.",
    en: "The block has no periods without a placement, from its first day to its last; each one counts.",
  },
  mathematics: "broken = |{t ∈ T, open : start ≤ t < end ∧ ∄ p: from(p) ≤ t < to(p)}|",
  encode: () => idleEncoding,
  formulate: formulateIdle,
  check: idleStretches,
});
