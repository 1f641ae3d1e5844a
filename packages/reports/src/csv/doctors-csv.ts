/** The plan by doctor: where, from when to when; doctors without a plan last, and saying so. */
import type { Doctor } from "@placera/domain";
import type { Report } from "../report.ts";
import { type Column, writeCsv } from "./csv.ts";
import { doctorColumns, type PlacementRow, placementRows, spanColumns } from "./placement-rows.ts";

type Row = PlacementRow | { readonly doctor: Doctor };

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
