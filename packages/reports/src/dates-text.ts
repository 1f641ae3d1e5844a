/** Each doctor's days besides placements: sit-ins, exam, assessments, final review. */
import { type Dated, datesOf } from "@placera/domain";
import { shortDate } from "./dates.ts";
import { moreLine, type Page } from "./grid/page.ts";
import { left, printable, widthOf, wrap } from "./printable.ts";
import type { Report } from "./report.ts";

/** A doctor a line, `most` of them at the most; empty where nobody has any. */
export function dateLines(
  report: Report,
  { width, paint }: Pick<Page, "width" | "paint">,
  most: number,
): string[] {
  const { texts, problem, verified, nameOf } = report;
  const rows = verified.plan.rotations
    .map((rotation) => ({ doctor: rotation.doctor, dates: datesOf(problem, rotation).dates }))
    .filter(({ dates }) => dates.length > 0);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, most);
  const names = Math.max(...shown.map(({ doctor }) => widthOf(nameOf(doctor))));
  return [
    paint("heading", texts.dates.heading),
    ...shown.flatMap(({ doctor, dates }) => {
      const text = dates.map((each) => `${shortDate(each.day, texts)} ${datedText(each, report)}`);
      const first = ` ${left(nameOf(doctor), names)}  `;
      return wrap(text.join(" · "), width, " ".repeat(names + 3), first);
    }),
    ...moreLine(rows.length - shown.length, report, { paint }),
  ];
}

/** `bedömning 1/2 psykiatri`. */
export function datedText(
  { kind, section, number, of }: Dated,
  { texts, find, language }: Pick<Report, "texts" | "find" | "language">,
): string {
  return [
    texts.dates.kinds[kind],
    ...(number === undefined ? [] : [`${number}/${of}`]),
    ...(section === undefined ? [] : [printable(find.section(section).name[language])]),
  ].join(" ");
}
