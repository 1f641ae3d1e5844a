/** Why doctors have no plan, in words that can be checked by hand. */
import {
  canonicalJson,
  type DoctorId,
  type PlanDocument,
  parseDay,
  type ReasonText,
} from "@placera/domain";
import { briefSpan, shortDate } from "./dates.ts";
import { groupBy } from "./groups.ts";
import { printable, wrap } from "./printable.ts";
import type { Report } from "./report.ts";
import type { SeatCount } from "./texts/texts.ts";

export interface NumberedReason {
  readonly number: number;
  readonly reason: ReasonText;
  readonly doctors: readonly DoctorId[];
}

/** Each reason once, with the doctors it left out. */
export function numberReasons({ unplaced }: PlanDocument): readonly NumberedReason[] {
  const groups = groupBy(unplaced, ({ reason }) => canonicalJson(reason));
  return [...groups.values()].flatMap((group, at) => {
    const reason = group[0]?.reason;
    if (reason === undefined) return [];
    return [{ number: at + 1, reason, doctors: group.map(({ doctor }) => doctor) }];
  });
}

/** One reason as a paragraph, `1. …`, at most `width` columns. */
export function reasonLines(
  { number, reason, doctors }: NumberedReason,
  report: Report,
  width: number,
  codes: ReadonlyMap<string, string>,
): string[] {
  const { texts } = report;
  const first = ` ${number}. `;
  const indent = " ".repeat(first.length);
  const who = wrap(`${texts.concerns}: ${named(doctors, report)}.`, width, indent);
  switch (reason.kind) {
    case "too-few-seats":
      return [...seatLines(reason, report, { width, first, indent, codes }), ...who];
    case "rules-clash": {
      const rules = reason.rules.map((rule) => texts.rules[rule]).join(" · ");
      return [
        ...wrap(`${texts.rulesClash(reason.rules.length)}: ${rules}.`, width, indent, first),
        ...who,
      ];
    }
    case "search":
      return [...wrap(texts.bySearch, width, indent, first), ...who];
    case "not-found":
      return [...wrap(texts.notFound, width, indent, first), ...who];
  }
}

const MOST_NAMES = 40;

function named(doctors: readonly DoctorId[], { nameOf, texts }: Report): string {
  const names = doctors.slice(0, MOST_NAMES).map(nameOf).join(", ");
  return doctors.length <= MOST_NAMES
    ? names
    : `${names} ${texts.moreDoctors(doctors.length - MOST_NAMES).replace(/\.$/, "")}`;
}

interface Page {
  readonly width: number;
  readonly first: string;
  readonly indent: string;
  readonly codes: ReadonlyMap<string, string>;
}

/** The counting certificate: who must, where the seats are, and what is short. */
function seatLines(
  reason: Extract<ReasonText, { readonly kind: "too-few-seats" }>,
  report: Report,
  { width, first, indent, codes }: Page,
): string[] {
  const { texts, find } = report;
  const [from, to] = [dayOf(reason.from), dayOf(reason.to)];
  const names =
    reason.sections.map((id) => find.section(id).name[report.language]).join(" / ") ||
    texts.someSeats;
  const count: SeatCount = {
    sections: printable(names.slice(0, 1).toUpperCase() + names.slice(1)),
    demand: reason.demand,
    seats: reason.seats,
    short: reason.short,
    from: shortDate(from, texts),
    last: shortDate(to - 1, texts),
  };
  const lines = [
    ...wrap(texts.tooFewSeats(count), width, indent, first),
    ...wrap(texts.takesOneOf, width, indent),
  ];
  for (const points of groupBy(
    reason.points,
    ({ unit, track }) => `${unit} ${track ?? ""}`,
  ).values()) {
    const point = points[0];
    if (point === undefined) continue;
    const track = point.track === undefined ? "" : ` (${point.track})`;
    const unit = `${codes.get(point.unit) ?? ""} ${printable(find.unit(point.unit).name)}${track}: `;
    const spans = points.map((each) => {
      const span = briefSpan(dayOf(each.from), dayOf(each.to), texts);
      return `${span} (${each.seats})`.replaceAll(" ", "\u00a0");
    });
    const sum = points.reduce((total, { seats }) => total + seats, 0);
    const text = `${spans.join(", ")} = ${texts.sumOfSeats(sum)}`.replace(" = ", "\u00a0= ");
    lines.push(...unbroken(wrap(text, width, `${indent}      `, `${indent}  • ${unit}`)));
  }
  for (const { intake, site, seats } of reason.bases) {
    const where = texts.atIntake(printable(intake), printable(find.site(site).name));
    lines.push(
      ...wrap(`${where}: ${texts.sumOfSeats(seats)}`, width, `${indent}      `, `${indent}  • `),
    );
  }
  const everyone = reason.doctors.length === report.problem.doctors.length;
  const those = everyone
    ? []
    : wrap(`${texts.those}: ${named(reason.doctors, report)}.`, width, indent);
  return [...lines, ...wrap(texts.shortfall(count), width, indent), ...those];
}

const unbroken = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replaceAll("\u00a0", " "));
const dayOf = (text: string): number => parseDay(text) ?? Number.NaN;
