/** Occupancy of the units that are full at some time, under the same time axis as the doctors. */
import type { UnitId } from "@placera/domain";
import { occupancyOf, type UnitOccupancy, type UnitPeriod } from "../occupancy.ts";
import { left, printable, widthOf } from "../printable.ts";
import type { Report } from "../report.ts";
import type { Axis } from "./axis.ts";
import type { Frame, GridStyle } from "./doctor-grid.ts";

const MOST_UNITS = 12;

export function occupancyGrid(report: Report, frame: Frame, style: GridStyle): string[] {
  const { texts } = report;
  const { codes, paint } = style;
  const tight = bottlenecks(report);
  const lines = [paint("heading", texts.occupancyHeading)];
  if (tight.length === 0) return [...lines, ` ${texts.noBottleneck}`];
  const shown = tight.slice(0, MOST_UNITS);
  for (const { unit, periods } of shown) {
    const label = left(`${codes.get(unit.id) ?? ""} ${printable(unit.name)}`, frame.labelWidth);
    const peak = periods.reduce((best, each) => (each.occupied > best.occupied ? each : best));
    const count = texts.seatsAtPeak(String(peak.occupied), String(peak.seats ?? "∞"));
    lines.push(` ${label}  ${loadLine(periods, frame.axis, style)}  ${count}`);
  }
  if (tight.length > shown.length) lines.push(` ${texts.moreUnits(tight.length - shown.length)}`);
  return [
    ...lines,
    paint("faint", ` ${left("", frame.labelWidth)}  ${texts.occupancyNotes.join("   ")}`),
  ];
}

/** Fullest first: units that are full at some time, or that a reason points at. */
function bottlenecks({ problem, verified, document }: Report): UnitOccupancy[] {
  const pointedAt = new Set<UnitId>(
    document.unplaced.flatMap(({ reason }) =>
      reason.kind === "too-few-seats" ? reason.points.map(({ unit }) => unit) : [],
    ),
  );
  return occupancyOf(problem, verified.plan)
    .map((each) => ({ ...each, load: loadOf(each.periods) }))
    .filter(
      ({ unit, periods }) =>
        pointedAt.has(unit.id) ||
        periods.some(({ occupied, seats }) => seats !== null && occupied > 0 && occupied >= seats),
    )
    .sort((a, b) => b.load - a.load || a.unit.index - b.unit.index);
}

/** Part of all seat-days that is taken. */
function loadOf(periods: readonly UnitPeriod[]): number {
  let taken = 0;
  let all = 0;
  for (const { from, to, occupied, seats } of periods) {
    taken += occupied * (to - from);
    all += (seats ?? occupied) * (to - from);
  }
  return all === 0 ? 1 : taken / all;
}

/** Full as a block; else how many seats are free, said once while it lasts. */
function loadLine(periods: readonly UnitPeriod[], axis: Axis, { paint }: GridStyle): string {
  const cells = Array.from({ length: axis.width }, (_, character) => {
    const { from, to } = axis.span(character);
    const here = periods.filter((each) => each.from < to && each.to > from);
    const free = here.reduce<number | undefined>((least, { occupied, seats }) => {
      if (seats === null) return least;
      return least === undefined ? seats - occupied : Math.min(least, seats - occupied);
    }, undefined);
    if (here.length === 0) return " ";
    if (free !== undefined && free <= 0) return "█";
    if (here.every(({ occupied }) => occupied === 0)) return "·";
    return free === undefined ? "∞" : String(free);
  });
  let line = "";
  for (let at = 0; at < cells.length; ) {
    const cell = cells[at] ?? " ";
    let end = at;
    while (end < cells.length && cells[end] === cell) end++;
    const number = /[\d∞]/.test(cell);
    const text = number ? fit(cell, end - at) : cell.repeat(end - at);
    line += cell === "█" ? paint("warning", text) : cell === "·" ? paint("faint", text) : text;
    at = end;
  }
  return line;
}

const fit = (number: string, width: number): string =>
  widthOf(number) > width ? "+".repeat(width) : number.padEnd(width);
