/** The plan as a picture: doctors as rows by intake, time as columns, and a legend of the units. */
import type { Doctor, DoctorId, Rotation, UnitId } from "@placera/domain";
import { shortDate } from "../dates.ts";
import { groupBy } from "../groups.ts";
import { left, printable, right, widthOf, wrap } from "../printable.ts";
import type { Report } from "../report.ts";
import { type Axis, createAxis } from "./axis.ts";
import { type BarStyle, bar, FIXED } from "./bars.ts";
import type { Paint } from "./paint.ts";

export interface GridStyle {
  /** Columns of the page. */
  readonly width: number;
  readonly paint: Paint;
  /** Doctors shown at most; the rest are counted. */
  readonly mostDoctors: number;
  readonly codes: ReadonlyMap<UnitId, string>;
  /** The number of the reason printed below, by unplaced doctor. */
  readonly reasons: ReadonlyMap<DoctorId, number>;
}

/** What grid and occupancy share, so that their columns stand under each other. */
export interface Frame {
  readonly labelWidth: number;
  readonly axis: Axis;
}

/** Measures the page: names on the left, a few columns for wishes on the right, time between. */
export function createFrame(report: Report, { width }: GridStyle): Frame {
  const { problem, verified, texts } = report;
  const longest = problem.doctors.reduce(
    (most, { id }) => Math.max(most, widthOf(report.nameOf(id))),
    18,
  );
  const labelWidth = Math.min(longest, 24, Math.floor(width / 4));
  const ends = verified.plan.rotations.flatMap(({ placements }) => placements.map(({ to }) => to));
  const { calendar, doctors } = problem;
  const starts = doctors.map(({ start }) => start.earliest);
  const from = starts.length === 0 ? calendar.from : starts.reduce((a, b) => Math.min(a, b));
  const to = ends.length === 0 ? calendar.to : ends.reduce((most, end) => Math.max(most, end));
  const room = width - labelWidth - 4 - (hasWishes(report) ? widthOf(texts.wishes) + 2 : 0);
  return { labelWidth, axis: createAxis(calendar, [from, Math.max(to, from + 1)], room, texts) };
}

const hasWishes = ({ problem }: Report): boolean =>
  problem.doctors.some(({ wishes }) => wishes.length > 0);

/** The rulers, then each intake with its doctors. */
export function doctorGrid(report: Report, frame: Frame, style: GridStyle): string[] {
  const { problem, verified, texts } = report;
  const { paint } = style;
  const rotations = new Map(verified.plan.rotations.map((each) => [each.doctor, each]));
  const granted = new Map(verified.wishes.map((each) => [each.doctor, each.granted]));
  const hues = new Map<string, number>();
  const barStyle: BarStyle = {
    axis: frame.axis,
    paint,
    codeOf: (unit) => style.codes.get(unit) ?? "?",
    hueOf: (section) => {
      const root = report.find.section(section).countsAs.at(-1) ?? section;
      if (!hues.has(root)) hues.set(root, hues.size);
      return hues.get(root) ?? 0;
    },
  };
  // Colours follow the order of the programmes, not of chance.
  for (const { requirements } of problem.programmes) {
    for (const { sections } of requirements)
      for (const section of sections) barStyle.hueOf(section);
  }

  const lines = rulers(report, frame, style);
  let shown = 0;
  for (const [heading, doctors] of intakesOf(report)) {
    const room = style.mostDoctors - shown;
    if (room <= 0) break;
    lines.push("", paint("heading", heading));
    for (const doctor of doctors.slice(0, room)) lines.push(row(doctor));
    shown += Math.min(room, doctors.length);
  }
  const hidden = problem.doctors.length - shown;
  if (hidden > 0) lines.push("", texts.moreDoctors(hidden));
  return lines;

  function row(doctor: Doctor): string {
    const rotation = rotations.get(doctor.id);
    const label = ` ${left(report.nameOf(doctor.id), frame.labelWidth)}  `;
    return (label + timeline(doctor, rotation) + wishColumn(doctor.id)).trimEnd();
  }
  function timeline(doctor: Doctor, rotation: Rotation | undefined): string {
    if (rotation !== undefined) {
      return bar(rotation, report.find.programme(doctor.programme).fixedSpans, barStyle);
    }
    const offset = " ".repeat(frame.axis.at(doctor.start.earliest));
    const note = `× ${texts.noPlan(String(style.reasons.get(doctor.id) ?? ""))}`;
    const shifted = offset.length + widthOf(note) > frame.axis.width ? "" : offset;
    return left(shifted + note, Math.max(frame.axis.width, widthOf(note))).replace(
      note,
      paint("bad", note),
    );
  }
  function wishColumn(doctor: DoctorId): string {
    const wishes = granted.get(doctor) ?? [];
    if (wishes.length === 0) return "";
    const count = `${wishes.filter(Boolean).length}/${wishes.length}`;
    const text = `  ${right(count, widthOf(texts.wishes))}`;
    return wishes.every(Boolean) ? text : paint("warning", text);
  }
}

function rulers(report: Report, { labelWidth, axis }: Frame, { paint }: GridStyle): string[] {
  const { texts } = report;
  return axis.rulers.map((ruler, at) => {
    const last = at === axis.rulers.length - 1;
    const label = left(last ? texts.doctor : "", labelWidth);
    const wishes = last && hasWishes(report) ? `  ${texts.wishes}` : "";
    return paint("faint", ` ${label}  ${ruler}${wishes}`.trimEnd());
  });
}

/** Headings and doctors: intakes by start, then those without by programme. */
function intakesOf(report: Report): [string, Doctor[]][] {
  const { problem, texts, find } = report;
  const groups = groupBy(problem.doctors, ({ intake, programme }) =>
    intake === undefined ? `programme ${programme}` : `intake ${intake}`,
  );
  return [...groups.values()]
    .map((doctors) => ({ doctors, first: doctors[0] }))
    .sort((a, b) => orderOf(a.first) - orderOf(b.first))
    .map(({ doctors, first }) => {
      const intake = first?.intake === undefined ? undefined : find.intake(first.intake);
      const heading = [
        intake === undefined
          ? texts.noIntake
          : texts.intake(printable(intake.id), shortDate(intake.start, texts)),
        first === undefined ? "" : printable(find.programme(first.programme).name),
        texts.doctors(doctors.length),
      ].join(" · ");
      return [heading, doctors];
    });

  function orderOf(doctor: Doctor | undefined): number {
    if (doctor?.intake === undefined) return Number.MAX_SAFE_INTEGER;
    return find.intake(doctor.intake).start;
  }
}

/** The units that the plan uses, by site. */
export function unitLegend(report: Report, { width, codes, paint }: GridStyle): string[] {
  const { problem, verified, texts, find } = report;
  const used = new Set<UnitId>();
  let fixed = false;
  for (const { doctor, start, placements } of verified.plan.rotations) {
    for (const { unit } of placements) used.add(unit);
    const end = placements.at(-1)?.to ?? start;
    const { fixedSpans } = find.programme(find.doctor(doctor).programme);
    fixed ||= fixedSpans.some((span) => span.from < end && span.to > start);
  }
  const shown = problem.units.filter(({ id }) => used.has(id));
  if (shown.length === 0) return [];
  const bySite = groupBy(shown, ({ site }) => site);
  const siteWidth = Math.min(
    24,
    Math.max(...[...bySite.keys()].map((id) => widthOf(find.site(id).name))),
  );
  const lines = [paint("heading", texts.unitsHeading)];
  for (const [site, units] of bySite) {
    const names = units.map(({ id, name }) => `${codes.get(id) ?? ""} ${printable(name)}`);
    const first = ` ${left(printable(find.site(site).name), siteWidth)}  `;
    // Names keep together when the line breaks.
    const text = names.map((each) => each.replaceAll(" ", "\u00a0")).join("\u00a0· ");
    lines.push(
      ...wrap(text, width, " ".repeat(siteWidth + 3), first).map((line) =>
        line.replaceAll("\u00a0", " "),
      ),
    );
  }
  if (fixed) lines.push(` ${FIXED} ${texts.fixedSpan}`);
  return lines;
}
