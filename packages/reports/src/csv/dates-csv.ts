/** The doctors' days besides placements, one row a day: for calendars and for whoever assesses. */
import { type Dated, type Doctor, datesOf, formatDay } from "@placera/domain";
import { datedText } from "../dates-text.ts";
import type { Report } from "../report.ts";
import { type Column, writeCsv } from "./csv.ts";
import { doctorColumns } from "./placement-rows.ts";

interface Row {
  readonly doctor: Doctor;
  readonly dated: Dated;
}

/** Headers alone where nobody has any. */
export function writeDatesCsv(report: Report): string {
  const { texts, find, language, problem, verified } = report;
  const { columns } = texts;
  const own: Column<Row>[] = [
    { header: columns.day, cell: ({ dated }) => formatDay(dated.day) },
    { header: columns.what, cell: ({ dated }) => datedText(dated, report) },
    { header: columns.requirement, cell: ({ dated }) => dated.requirement },
    {
      header: columns.unit,
      cell: ({ dated }) => (dated.unit === undefined ? undefined : find.unit(dated.unit).name),
    },
  ];
  const rows = verified.plan.rotations.flatMap((rotation) =>
    datesOf(problem, rotation).dates.map((dated) => ({
      doctor: find.doctor(rotation.doctor),
      dated,
    })),
  );
  return writeCsv<Row>([...doctorColumns(report), ...own], rows, language);
}
