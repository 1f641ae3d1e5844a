/** The plan as a picture: doctors as rows by intake, time as columns. */
import type { Doctor, DoctorId, Rotation, Span } from "@placera/domain";
import { shortDate } from "../dates.ts";
import { groupBy } from "../groups.ts";
import { left, printable, right, widthOf } from "../printable.ts";
import type { Report } from "../report.ts";
import { createAxis } from "./axis.ts";
import { type BarStyle, bar } from "./bars.ts";
import { moreLine, type Page, type Panel, rulerLines } from "./page.ts";

interface IntakeGroup {
  readonly heading: string;
  readonly doctors: readonly Doctor[];
}

/** Fewer characters a month than this, and each intake is given an axis of its own. */
const READABLE = 3;
const WIDEST_LABEL = 24;

/** One picture for all if it is readable, else one for each intake. */
export function doctorGrid(report: Report, page: Page): string[] {
  const { problem, texts } = report;
  const groups = intakeGroups(report);
  const rotations = new Map(report.verified.plan.rotations.map((each) => [each.doctor, each]));
  const labelWidth = labelWidthOf(report, page);
  const together = panelOver(problem.doctors);
  const apart = together.axis.perMonth < READABLE && groups.length > 1;
  // Each has its own beginning, and all have the same scale.
  const perMonth = apart
    ? Math.min(...groups.map(({ doctors }) => panelOver(doctors).axis.perMonth))
    : undefined;
  const shown = shownDoctors(groups, page, rotations);
  const names = {
    label: texts.doctor,
    after: hasWishes(report) ? `  ${texts.wishes}` : "",
  };

  const lines = apart ? [] : rulerLines(together, page, names);
  for (const { heading, doctors } of groups) {
    const panel = apart ? panelOver(doctors, perMonth) : together;
    const rows = doctors.filter((doctor) => shown.has(doctor));
    if (lines.length > 0) lines.push("");
    lines.push(page.paint("heading", heading));
    if (apart) lines.push(...rulerLines(panel, page, names));
    const row = rowDrawer(report, page, panel);
    for (const doctor of rows) lines.push(row(doctor, rotations.get(doctor.id)));
    lines.push(...moreLine(doctors.length - rows.length, report, page));
  }
  return lines;

  function panelOver(doctors: readonly Doctor[], most?: number): Panel {
    const wishes = hasWishes(report) ? widthOf(texts.wishes) + 2 : 0;
    const room = page.width - labelWidth - 4 - wishes;
    const { from, to } = spanOf(doctors, rotations, report);
    const fit = most === undefined ? { room } : { room, perMonth: most };
    return { labelWidth, axis: createAxis(problem.calendar, [from, to], fit, texts) };
  }
}

/** From the first start to the last day anyone is placed. */
function spanOf(
  doctors: readonly Doctor[],
  rotations: ReadonlyMap<DoctorId, Rotation>,
  { problem }: Report,
): Span {
  let from = problem.calendar.to;
  let to = problem.calendar.from;
  for (const { id, start } of doctors) {
    const rotation = rotations.get(id);
    from = Math.min(from, rotation?.start ?? start.earliest);
    to = Math.max(to, rotation?.placements.at(-1)?.to ?? 0);
  }
  return to > from ? { from, to } : problem.calendar;
}

function labelWidthOf(report: Report, { width }: Page): number {
  const longest = report.problem.doctors.reduce(
    (most, { id }) => Math.max(most, widthOf(report.nameOf(id))),
    widthOf(report.texts.doctor),
  );
  return Math.min(longest, WIDEST_LABEL, Math.floor(width / 4));
}

/** The same number of each intake, and whoever has no plan. */
function shownDoctors(
  groups: readonly IntakeGroup[],
  { mostDoctors }: Page,
  rotations: ReadonlyMap<DoctorId, Rotation>,
): ReadonlySet<Doctor> {
  const all = groups.reduce((sum, { doctors }) => sum + doctors.length, 0);
  const each = all <= mostDoctors ? all : Math.max(1, Math.floor(mostDoctors / groups.length));
  return new Set(
    groups.flatMap(({ doctors }) =>
      doctors.filter(({ id }, at) => at < each || !rotations.has(id)),
    ),
  );
}

const hasWishes = ({ problem }: Report): boolean =>
  problem.doctors.some(({ wishes }) => wishes.length > 0);

/** Draws one doctor: the name, the rotation or why there is none, and the wishes granted. */
function rowDrawer(report: Report, page: Page, { axis, labelWidth }: Panel) {
  const { verified, texts, find } = report;
  const granted = new Map(verified.wishes.map((each) => [each.doctor, each.granted]));
  const style: BarStyle = {
    axis,
    paint: page.paint,
    codeOf: (unit) => page.codes.get(unit) ?? "?",
    hueOf: hues(report),
  };

  return (doctor: Doctor, rotation: Rotation | undefined): string => {
    const label = ` ${left(report.nameOf(doctor.id), labelWidth)}  `;
    return (label + timeline(doctor, rotation) + wishColumn(doctor.id)).trimEnd();
  };

  function timeline(doctor: Doctor, rotation: Rotation | undefined): string {
    if (rotation !== undefined) {
      return bar(rotation, find.owed(doctor).fixedSpans, style);
    }
    const why = page.reasons.get(doctor.id);
    const words = texts.noPlan[why?.reason.kind ?? "not-found"];
    const note = `× ${words(String(why?.number ?? ""))}`;
    const start = axis.at(doctor.start.earliest);
    const offset = start + widthOf(note) > axis.width ? 0 : start;
    const rest = Math.max(0, axis.width - offset - widthOf(note));
    return " ".repeat(offset) + page.paint("bad", note) + " ".repeat(rest);
  }

  function wishColumn(doctor: DoctorId): string {
    const wishes = granted.get(doctor) ?? [];
    if (wishes.length === 0) return "";
    const count = `${wishes.filter(Boolean).length}/${wishes.length}`;
    const text = `  ${right(count, widthOf(texts.wishes))}`;
    return wishes.every(Boolean) ? text : page.paint("warning", text);
  }
}

/** Sections that count as the same one are coloured alike, in the order of the programmes. */
function hues({ problem, find }: Report): BarStyle["hueOf"] {
  const order = problem.programmes.flatMap(({ requirements }) =>
    requirements.flatMap(({ sections }) => sections.map(rootOf)),
  );
  const roots = [...new Set(order)];
  return (section) => Math.max(0, roots.indexOf(rootOf(section)));

  function rootOf(section: string): string {
    return find.section(section).countsAs.at(-1) ?? section;
  }
}

/** Intakes by start, then those without by programme. */
function intakeGroups(report: Report): IntakeGroup[] {
  const { problem, texts, find } = report;
  const groups = groupBy(problem.doctors, ({ intake, programme }) =>
    intake === undefined ? `programme ${programme}` : `intake ${intake}`,
  );
  return [...groups.values()]
    .sort((a, b) => startOf(a[0]) - startOf(b[0]))
    .map((doctors) => {
      const [first] = doctors;
      const intake = first?.intake === undefined ? undefined : find.intake(first.intake);
      const heading = [
        intake === undefined
          ? texts.noIntake
          : texts.intake(printable(intake.id), shortDate(intake.start, texts)),
        first === undefined ? "" : printable(find.programme(first.programme).name),
        texts.doctors(doctors.length),
      ];
      return { heading: heading.join(" · "), doctors };
    });

  function startOf(doctor: Doctor | undefined): number {
    if (doctor?.intake === undefined) return Number.MAX_SAFE_INTEGER;
    return find.intake(doctor.intake).start;
  }
}
