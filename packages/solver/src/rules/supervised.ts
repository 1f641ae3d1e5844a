/** Placements that are to be supervised by name, each with those the plan names; for checks only. */
import {
  type Day,
  type DoctorId,
  type Evidence,
  isEligible,
  isPresent,
  loadAt,
  lookup,
  type Placement,
  type Plan,
  type Problem,
  type Span,
  type Supervision,
  type Supervisor,
  supervisionFigures,
  supervisorsByUnit,
} from "@placera/domain";
import type { DoctorCheck } from "./rule.ts";

export interface SupervisedStay {
  readonly doctor: DoctorId;
  readonly placement: Placement;
  /** What it takes, in thousandths of a slot. */
  readonly load: number;
  /** In order of time. */
  readonly names: readonly Supervision[];
}

/** The placements at units that name their supervisors, in the order of the plan. */
export function supervisedStays(problem: Problem, plan: Plan): SupervisedStay[] {
  const figures = supervisionFigures(problem);
  const units = supervisorsByUnit(problem);
  const named = new Map<string, Supervision[]>();
  for (const each of plan.supervision ?? []) {
    const own = named.get(keyOf(each));
    if (own === undefined) named.set(keyOf(each), [each]);
    else own.push(each);
  }
  return plan.rotations.flatMap(({ doctor, placements }) => {
    const { track } = lookup(problem).programme(lookup(problem).doctor(doctor).programme);
    return placements
      .filter(({ unit }) => units.has(unit))
      .map((placement) => ({
        doctor,
        placement,
        load: loadAt(lookup(problem).unit(placement.unit), track, figures),
        names: (named.get(keyOf({ doctor, ...placement })) ?? []).sort((a, b) => a.from - b.from),
      }));
  });
}

const keyOf = ({ doctor, requirement }: Pick<Supervision, "doctor" | "requirement">): string =>
  JSON.stringify([doctor, requirement ?? null]);

/** Her placements at units that name their supervisors, for the compliance sheet; undefined where there are none. */
export function supervisedPlacements({ problem, rotation }: DoctorCheck): Evidence[] | undefined {
  const units = supervisorsByUnit(problem);
  const placements = rotation.placements.filter(({ unit }) => units.has(unit));
  return placements.length === 0 ? undefined : [{ placements }];
}

/** Is she eligible, and there on every day of the span? */
export function canSupervise(supervisor: Supervisor, { from, to }: Span): boolean {
  if (!isEligible(supervisor) || !isPresent(supervisor, from)) return false;
  const away = supervisor.leave.some((leave) => leave.from < to && from < leave.to);
  return !away && (supervisor.to === undefined || to <= supervisor.to);
}

/** Days on which something may change, each once, in order. */
export function sortedDays(days: readonly Day[]): Day[] {
  return [...new Set(days)].sort((a, b) => a - b);
}
