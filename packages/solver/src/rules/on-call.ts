/** What an on-call line's doctors come to, period by period. */
import {
  type Day,
  type DoctorId,
  lookup,
  type OnCallLine,
  type Plan,
  type Problem,
} from "@placera/domain";

/** One period of a line, counted in a plan. */
export interface OnCallPeriod {
  readonly line: OnCallLine;
  readonly period: number;
  readonly from: Day;
  readonly to: Day;
  /** Σ of what the doctors there count. */
  readonly there: number;
  readonly doctors: readonly DoctorId[];
}

export function onCallPeriods(problem: Problem, plan: Plan): OnCallPeriod[] {
  const { boundaries, periods } = problem.calendar;
  const { doctor: doctorOf, programme: programmeOf } = lookup(problem);
  return problem.onCallLines.flatMap((line) => {
    const units = new Set(line.units);
    const placed = plan.rotations.flatMap(({ doctor, placements }) => {
      const { track } = programmeOf(doctorOf(doctor).programme);
      return placements
        .filter(({ unit }) => units.has(unit))
        .map(({ from, to }) => ({ doctor, counts: line.counts[track], from, to }))
        .filter(({ counts }) => counts > 0);
    });
    return Array.from({ length: periods }, (_, period): OnCallPeriod => {
      const from = boundaries[period] ?? 0;
      const to = boundaries[period + 1] ?? 0;
      const here = placed.filter((each) => each.from < to && from < each.to);
      const there = here.reduce((sum, { counts }) => sum + counts, 0);
      return { line, period, from, to, there, doctors: here.map(({ doctor }) => doctor) };
    });
  });
}

/** Indices of a line's units. */
export const unitsOfLine = (problem: Problem, { units }: OnCallLine): number[] =>
  units.map((id) => lookup(problem).unit(id).index);
