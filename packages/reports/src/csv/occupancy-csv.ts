/** Occupancy by unit and period: how many are there, how many seats, how many are free. */
import { formatDay, formatWeek, TRACKS } from "@placera/domain";
import type { UnitOccupancy } from "../occupancy.ts";
import { occupancyOf, type UnitPeriod } from "../occupancy.ts";
import type { Report } from "../report.ts";
import { type Column, writeCsv } from "./csv.ts";

type Row = UnitPeriod & { readonly unit: UnitOccupancy["unit"] };

export function writeOccupancyCsv(report: Report): string {
  const { problem, verified, texts, find, language } = report;
  const { columns } = texts;
  const tracks = TRACKS.filter((track) => problem.programmes.some((each) => each.track === track));
  const weekly = problem.calendar.grid === "week";
  const all: Column<Row>[] = [
    { header: columns.unit, cell: ({ unit }) => unit.name },
    { header: columns.site, cell: ({ unit }) => find.site(unit.site).name },
    { header: columns.from, cell: ({ from }) => formatDay(from) },
    { header: columns.last, cell: ({ to }) => formatDay(to - 1) },
    ...(weekly ? [{ header: columns.week, cell: ({ from }: Row) => formatWeek(from) }] : []),
    { header: columns.occupied, cell: ({ occupied }) => occupied },
    ...tracks.map(
      (track): Column<Row> => ({
        header: `${columns.track} ${track}`,
        cell: ({ byTrack }) => byTrack[track],
      }),
    ),
    { header: columns.seats, cell: ({ seats }) => seats ?? undefined },
    {
      header: columns.free,
      cell: ({ seats, occupied }) => (seats === null ? undefined : seats - occupied),
    },
  ];
  const rows = occupancyOf(problem, verified.plan).flatMap(({ unit, periods }) =>
    periods.map((period): Row => ({ unit, ...period })),
  );
  return writeCsv(all, rows, language);
}
