/** What doctors have done before the plan: placements of their history, and service credited (D22). */
import type { Doctor, Duration } from "@placera/domain";
import { briefSpan } from "./dates.ts";
import { moreLine, type Page } from "./grid/page.ts";
import { left, printable, widthOf, wrap } from "./printable.ts";
import type { Report } from "./report.ts";

type Naming = Pick<Report, "texts" | "find" | "language">;

/** A doctor a line, `most` of them at the most; empty where nobody has done anything. */
export function earlierLines(
  report: Report,
  { width, paint }: Pick<Page, "width" | "paint">,
  most: number,
): string[] {
  const { texts, problem, nameOf } = report;
  const rows = problem.doctors.filter((doctor) => earlierOf(doctor, report).length > 0);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, most);
  const names = Math.max(...shown.map(({ id }) => widthOf(nameOf(id))));
  return [
    paint("heading", texts.earlier.heading),
    ...shown.flatMap((doctor) => {
      const text = earlierOf(doctor, report)
        .map(({ how, what }) => `${how} ${what}`)
        .join(" · ");
      return wrap(text, width, " ".repeat(names + 3), ` ${left(nameOf(doctor.id), names)}  `);
    }),
    ...moreLine(rows.length - shown.length, report, { paint }),
  ];
}

/** One thing done or credited, in words; history first. */
export function earlierOf(
  { history, credit }: Doctor,
  { texts, find, language }: Naming,
): readonly { readonly how: string; readonly what: string }[] {
  const nameOf = (section: string) => printable(find.section(section).name[language]);
  return [
    ...history.map(({ section, unit, from, to, credited }) => {
      const where = texts.compliance.at(
        briefSpan(from, to, texts),
        printable(find.unit(unit).name),
      );
      const counted = credited === undefined ? "" : ` (${lengthText(credited, texts)})`;
      return { how: texts.earlier.done, what: `${nameOf(section)} ${where}${counted}` };
    }),
    ...credit.map(({ section, length }) => ({
      how: texts.earlier.credited,
      what: `${nameOf(section)} ${lengthText(length, texts)}`,
    })),
  ];
}

function lengthText(length: Duration, { compliance, language }: Naming["texts"]): string {
  const amount = "weeks" in length ? length.weeks : length.months;
  const text = language === "sv" ? String(amount).replace(".", ",") : String(amount);
  return "weeks" in length ? compliance.weeks(text) : compliance.months(text);
}
