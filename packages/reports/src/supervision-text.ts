/** Supervision as text: who supervises whom at each unit, and what breaks when somebody leaves. */
import type { SupervisorId, SupervisorLoss } from "@placera/domain";
import { briefSpan } from "./dates.ts";
import { inColour, type Paint, plain } from "./grid/paint.ts";
import { groupBy } from "./groups.ts";
import { left, printable, widthOf, wrap } from "./printable.ts";
import type { Report } from "./report.ts";
import { type SupervisorRow, supervisorRows } from "./supervision.ts";

interface Style {
  readonly width?: number;
  readonly colour?: boolean;
}

/** The page of supervisors; with `loss`, of what becomes of one of them's doctors. */
export function writeSupervision(
  report: Report,
  { width = 120, colour = false }: Style = {},
  loss?: SupervisorLoss,
): string {
  const paint = colour ? inColour : plain;
  const own = supervisionLines(report, width, paint);
  const lines = [
    ...(own.length === 0 ? [report.texts.supervision.none] : own),
    ...(loss === undefined ? [] : ["", ...lossLines(report, loss, width, paint)]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** By unit, then those who follow whole blocks; empty where the problem names no supervisors. */
export function supervisionLines(report: Report, width: number, paint: Paint): string[] {
  if (report.verified.plan.supervision === undefined) return [];
  const { texts } = report;
  const rows = supervisorRows(report);
  const names = Math.max(
    0,
    ...rows.map(({ supervisor }) => widthOf(nameOf(report, supervisor.id))),
  );
  const lines = [paint("heading", texts.supervision.heading)];
  const groups = groupBy(rows, ({ block, unit }) =>
    block ? texts.supervision.wholeBlock : printable(unit.name),
  );
  for (const [place, there] of groups) {
    lines.push(` ${place}`);
    for (const row of there) lines.push(...rowLines(report, row, names, width));
  }
  return lines;
}

function rowLines(report: Report, row: SupervisorRow, names: number, width: number): string[] {
  const { texts, language } = report;
  const figure = (slots: number): string => inWords(slots, language);
  const load = texts.supervision.load(figure(row.peak), row.slots && figure(row.slots));
  const doctors = row.names.map(
    ({ doctor, from, to }) => `${report.nameOf(doctor)} ${briefSpan(from, to, texts)}`,
  );
  const text = doctors.length === 0 ? "–" : doctors.join(" · ");
  const first = `  ${left(nameOf(report, row.supervisor.id), names)}  ${load}  `;
  return wrap(text, width, " ".repeat(names + 6), first);
}

function lossLines(
  report: Report,
  { supervisor, charges, short }: SupervisorLoss,
  width: number,
  paint: Paint,
): string[] {
  const { texts } = report;
  const { supervision } = texts;
  const lines = [paint("heading", supervision.without(nameOf(report, supervisor)))];
  if (charges.length === 0) lines.push(` ${supervision.nothingLost}`);
  for (const { doctor, requirement, from, to, by } of charges) {
    const what = requirement ?? supervision.wholeBlock.toLowerCase();
    const who = `${report.nameOf(doctor)} (${printable(what)}) ${briefSpan(from, to, texts)}`;
    const text =
      by === undefined
        ? supervision.standsWithout(who)
        : supervision.taken(who, nameOf(report, by));
    const mark = by === undefined ? "×" : "✓";
    const wrapped = wrap(text, width, "   ", ` ${mark} `);
    lines.push(...wrapped.map((line) => paint(by === undefined ? "bad" : "good", line)));
  }
  for (const { from, to, load, room } of short) {
    const { language } = report;
    const span = briefSpan(from, to, texts);
    const text = supervision.short(span, inWords(load, language), inWords(room, language));
    lines.push(...wrap(text, width, "   ", " ! ").map((line) => paint("warning", line)));
  }
  return lines;
}

const nameOf = ({ people }: Report, id: SupervisorId): string => printable(people?.get(id) ?? id);

const inWords = (slots: number, language: Report["language"]): string =>
  language === "sv" ? String(slots).replace(".", ",") : String(slots);
