/** What the doctors' and the units' files have in common: one row a placement. */
import {
  CREDIT_DAYS_PER_MONTH,
  creditDays,
  type Doctor,
  formatDay,
  type Placement,
  type Unit,
} from "@placera/domain";
import type { Report } from "../report.ts";
import type { Column } from "./csv.ts";

export interface PlacementRow {
  readonly doctor: Doctor;
  readonly placement: Placement;
  readonly unit: Unit;
  /** The doctor's unit before and after; undefined where the block begins or ends. */
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
}

/** In the order of the plan: doctors of the file, placements of time. */
export function placementRows({ verified, find }: Report): PlacementRow[] {
  return verified.plan.rotations.flatMap(({ doctor, placements }) =>
    placements.map((placement, at) => {
      const before = placements[at - 1];
      const after = placements[at + 1];
      return {
        doctor: find.doctor(doctor),
        placement,
        unit: find.unit(placement.unit),
        before: before === undefined ? undefined : find.unit(before.unit),
        after: after === undefined ? undefined : find.unit(after.unit),
      };
    }),
  );
}

/** Pseudonym, name where known, programme and intake. */
export function doctorColumns(report: Report): Column<{ readonly doctor: Doctor }>[] {
  const { texts, find, people } = report;
  const names = people !== undefined && people.size > 0;
  return [
    { header: texts.columns.doctor, cell: ({ doctor }) => doctor.id },
    ...(names ? [{ header: texts.columns.name, cell: nameCell }] : []),
    {
      header: texts.columns.programme,
      cell: ({ doctor }) => find.programme(doctor.programme).name,
    },
    { header: texts.columns.intake, cell: ({ doctor }) => doctor.intake },
  ];

  function nameCell({ doctor }: { readonly doctor: Doctor }): string | undefined {
    return people?.get(doctor.id);
  }
}

/**
 * First and last day, and how long that is. Months as the law counts them: thirty credit days. Where
 * somebody works part-time, per cent of full time too; a placement in which it changes has all, in turn.
 */
export function spanColumns({
  texts,
  verified,
}: Report): Column<{ readonly placement: Placement }>[] {
  const { columns } = texts;
  const partTime = verified.plan.rotations.some(({ placements }) =>
    placements.some(({ percentages }) => percentages !== undefined),
  );
  return [
    { header: columns.from, cell: ({ placement }) => formatDay(placement.from) },
    { header: columns.last, cell: ({ placement }) => formatDay(placement.to - 1) },
    {
      header: columns.months,
      cell: ({ placement: { from, to } }) => creditDays(from, to) / CREDIT_DAYS_PER_MONTH,
    },
    {
      header: columns.weeks,
      cell: ({ placement: { from, to } }) => Math.round((to - from) / 0.7) / 10,
    },
    ...(partTime ? [{ header: columns.percentage, cell: percentageCell }] : []),
  ];
}

function percentageCell({
  placement: { percentages },
}: {
  readonly placement: Placement;
}): number | string {
  const [only, ...others] = percentages ?? [{ percentage: 100 }];
  if (others.length === 0) return only?.percentage ?? 100;
  return (
    percentages?.map(({ from, percentage }) => `${formatDay(from)}: ${percentage}`).join(", ") ?? ""
  );
}
