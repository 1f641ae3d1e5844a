/** The plan by doctor: where, from when to when; doctors without a plan last, and saying so. */
import type { Doctor } from "@placera/domain";
import { groupBy } from "../groups.ts";
import type { Report } from "../report.ts";
import { type Column, writeCsv } from "./csv.ts";
import { doctorColumns, type PlacementRow, placementRows, spanColumns } from "./placement-rows.ts";

type Row = PlacementRow | { readonly doctor: Doctor };

/** Where supervisors are named: those of the placement, in order of time. */
function supervisorColumn({ texts, verified }: Report): Column<PlacementRow>[] {
  const { supervision } = verified.plan;
  if (supervision === undefined) return [];
  const bySupervised = groupBy(supervision, ({ doctor, requirement }) =>
    JSON.stringify([doctor, requirement ?? null]),
  );
  return [
    {
      header: texts.columns.supervisor,
      cell: ({ doctor, placement: { requirement } }) =>
        bySupervised
          .get(JSON.stringify([doctor.id, requirement]))
          ?.map(({ supervisor }) => supervisor)
          .join(", "),
    },
  ];
}

export function writeDoctorsCsv(report: Report): string {
  const { texts, find, verified, language } = report;
  const { columns } = texts;
  const placed: Column<PlacementRow>[] = [
    { header: columns.requirement, cell: ({ placement }) => placement.requirement },
    { header: columns.unit, cell: ({ unit }) => unit.name },
    { header: columns.site, cell: ({ unit }) => find.site(unit.site).name },
    {
      header: columns.section,
      cell: ({ placement }) => find.section(placement.section).name[language],
    },
    ...spanColumns(report),
    ...supervisorColumn(report),
  ];
  const all: Column<Row>[] = [
    ...doctorColumns(report),
    ...placed.map(
      ({ header, cell }): Column<Row> => ({
        header,
        cell: (row) => ("placement" in row ? cell(row) : undefined),
      }),
    ),
    { header: columns.note, cell: (row) => ("placement" in row ? undefined : texts.unplacedNote) },
  ];
  const unplaced = verified.unplaced.map((id): Row => ({ doctor: find.doctor(id) }));
  return writeCsv<Row>(all, [...placementRows(report), ...unplaced], language);
}
