/** Occupancy of the units that are full at some time. */
import type { UnitId } from "@placera/domain";
import { occupancyOf, type UnitOccupancy, type UnitPeriod } from "../occupancy.ts";
import { left, printable, widthOf } from "../printable.ts";
import type { Report } from "../report.ts";
import { type Axis, createAxis } from "./axis.ts";
import { type Page, rulerLines } from "./page.ts";

const MOST_UNITS = 20;
const WIDEST_LABEL = 32;

export function occupancyGrid(report: Report, page: Page): string[] {
  const { problem, texts } = report;
  const { codes, paint } = page;
  const tight = bottlenecks(report);
  if (tight.length === 0) {
    return [paint("heading", texts.occupancyHeading), ` ${texts.noBottleneck}`];
  }
  const rows = tight.slice(0, MOST_UNITS).map(({ unit, periods }) => {
    const peak = periods.reduce((best, each) => (each.occupied > best.occupied ? each : best));
    return {
      label: `${codes.get(unit.id) ?? ""} ${printable(unit.name)}`,
      periods,
      peak: texts.seatsAtPeak(String(peak.occupied), String(peak.seats ?? "∞")),
    };
  });
  const labelWidth = Math.min(WIDEST_LABEL, Math.max(...rows.map(({ label }) => widthOf(label))));
  const peakWidth = Math.max(widthOf(texts.peak), ...rows.map(({ peak }) => widthOf(peak)));
  const room = page.width - labelWidth - peakWidth - 5;
  const axis = createAxis(problem.calendar, usedDays(report), { room }, texts);
  const more = tight.length - rows.length;
  return [
    paint("heading", texts.occupancyHeading),
    ...rulerLines({ labelWidth, axis }, page, { label: "", after: `  ${texts.peak}` }),
    ...rows.map(({ label, periods, peak }) => {
      return ` ${left(label, labelWidth)}  ${loadLine(periods, axis, page)}  ${peak}`;
    }),
    ...(more > 0 ? [` ${texts.moreUnits(more)}`] : []),
    paint("faint", ` ${left("", labelWidth)}  ${texts.occupancyNotes.join("   ")}`),
  ];
}

/** From the first day anyone is placed to the last. */
function usedDays({ problem, verified }: Report): readonly [number, number] {
  let from = problem.calendar.to;
  let to = problem.calendar.from;
  for (const { placements } of verified.plan.rotations) {
    from = Math.min(from, placements[0]?.from ?? from);
    to = Math.max(to, placements.at(-1)?.to ?? to);
  }
  return to > from ? [from, to] : [problem.calendar.from, problem.calendar.to];
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
function loadLine(periods: readonly UnitPeriod[], axis: Axis, { paint }: Page): string {
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
