/** Who supervises whom, one row a name: for whoever is to be told, and for their time. */
import { formatDay, type Supervision } from "@placera/domain";
import type { Report } from "../report.ts";
import { loadOf, type SupervisorRow, supervisorRows } from "../supervision.ts";
import { type Column, writeCsv } from "./csv.ts";

interface Row extends SupervisorRow {
  readonly each: Supervision;
}

/** Headers alone where the problem names no supervisors. */
export function writeSupervisionCsv(report: Report): string {
  const { texts, find, language, people } = report;
  const { columns } = texts;
  const rows = supervisorRows(report).flatMap((row) =>
    row.names.map((each): Row => ({ ...row, each })),
  );
  const names = people !== undefined && people.size > 0;
  const all: Column<Row>[] = [
    { header: columns.supervisor, cell: ({ supervisor }) => supervisor.id },
    ...(names
      ? [
          {
            header: columns.supervisorName,
            cell: ({ supervisor }: Row) => people.get(supervisor.id),
          },
        ]
      : []),
    { header: columns.unit, cell: ({ unit }) => unit.name },
    { header: columns.site, cell: ({ unit }) => find.site(unit.site).name },
    { header: columns.doctor, cell: ({ each }) => each.doctor },
    ...(names ? [{ header: columns.name, cell: ({ each }: Row) => people.get(each.doctor) }] : []),
    {
      header: columns.requirement,
      cell: ({ each }) => each.requirement ?? texts.supervision.wholeBlock,
    },
    { header: columns.from, cell: ({ each }) => formatDay(each.from) },
    { header: columns.last, cell: ({ each }) => formatDay(each.to - 1) },
    { header: columns.load, cell: ({ each }) => loadOf(report, each) },
  ];
  return writeCsv(all, rows, language);
}
