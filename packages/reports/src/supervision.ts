/** Who supervises whom, by supervisor: her doctors in order of time, and her load at its highest. */
import {
  isEligible,
  loadAt,
  SLOT,
  type Supervision,
  type Supervisor,
  slotsOf,
  supervisionFigures,
  type Unit,
} from "@placera/domain";
import type { Report } from "./report.ts";

export interface SupervisorRow {
  readonly supervisor: Supervisor;
  readonly unit: Unit;
  /** Through whole blocks, or in placements at her unit. */
  readonly block: boolean;
  readonly names: readonly Supervision[];
  /** In slots: the most at once, and what she has room for; undefined where nobody counts. */
  readonly peak: number;
  readonly slots: number | undefined;
}

/** Everyone who may supervise, in the order of the problem; in placements first, then for whole blocks. */
export function supervisorRows(report: Report): SupervisorRow[] {
  const { problem, verified, find } = report;
  const figures = supervisionFigures(problem);
  const names = [...(verified.plan.supervision ?? [])].sort((a, b) => a.from - b.from);
  const rows = (block: boolean) =>
    problem.supervisors
      .filter((each) => isEligible(each) && (!block || each.main > 0))
      .map((supervisor): SupervisorRow => {
        const own = names.filter(
          (each) => each.supervisor === supervisor.id && (each.requirement === undefined) === block,
        );
        const slots = block ? supervisor.main : slotsOf(supervisor, figures) / SLOT;
        const loads = own.map((each) => ({ ...each, load: loadOf(report, each) }));
        return {
          supervisor,
          unit: find.unit(supervisor.unit),
          block,
          names: own,
          peak: Math.max(0, ...loads.map(({ from }) => sumOn(loads, from))),
          slots: Number.isFinite(slots) ? slots : undefined,
        };
      });
  return [...rows(false), ...rows(true)];
}

/** What a doctor takes of a supervisor, in slots. */
export function loadOf(
  { problem, find }: Report,
  { doctor, requirement, supervisor }: Supervision,
): number {
  if (requirement === undefined) return 1;
  const { track } = find.programme(find.doctor(doctor).programme);
  const unit = find.unit(find.supervisor(supervisor).unit);
  return loadAt(unit, track, supervisionFigures(problem)) / SLOT;
}

const sumOn = (
  loads: readonly { readonly from: number; readonly to: number; readonly load: number }[],
  day: number,
): number => {
  const there = loads.filter(({ from, to }) => from <= day && day < to);
  // Loads are thousandths: sums of decimals are rounded back to them.
  return Math.round(there.reduce((sum, { load }) => sum + load, 0) * SLOT) / SLOT;
};
