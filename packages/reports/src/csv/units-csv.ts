/** The plan by unit: who comes and when, from where, and where they go next. */
import type { Report } from "../report.ts";
import { type Column, writeCsv } from "./csv.ts";
import { doctorColumns, type PlacementRow, placementRows, spanColumns } from "./placement-rows.ts";

export function writeUnitsCsv(report: Report): string {
  const { texts, find, language } = report;
  const { columns } = texts;
  const all: Column<PlacementRow>[] = [
    { header: columns.unit, cell: ({ unit }) => unit.name },
    { header: columns.site, cell: ({ unit }) => find.site(unit.site).name },
    ...doctorColumns(report),
    {
      header: columns.section,
      cell: ({ placement }) => find.section(placement.section).name[language],
    },
    ...spanColumns(report),
    { header: columns.comesFrom, cell: ({ before }) => before?.name ?? texts.blockBegins },
    { header: columns.goesTo, cell: ({ after }) => after?.name ?? texts.blockEnds },
  ];
  const rows = placementRows(report).sort(
    (a, b) =>
      a.unit.index - b.unit.index ||
      a.placement.from - b.placement.from ||
      a.doctor.index - b.doctor.index,
  );
  return writeCsv(all, rows, language);
}
