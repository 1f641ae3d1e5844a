/** The page a grid is drawn on: how wide, in which colours, with which codes, and how much of it. */
import type { DoctorId, UnitId } from "@placera/domain";
import { left } from "../printable.ts";
import type { NumberedReason } from "../reasons-text.ts";
import type { Report } from "../report.ts";
import type { Axis } from "./axis.ts";
import type { Paint } from "./paint.ts";

export interface Page {
  /** Columns across. */
  readonly width: number;
  readonly paint: Paint;
  /** Doctors shown at most, those without a plan besides; the rest are counted. */
  readonly mostDoctors: number;
  readonly codes: ReadonlyMap<UnitId, string>;
  /** The reason printed below, by unplaced doctor. */
  readonly reasons: ReadonlyMap<DoctorId, NumberedReason>;
}

/** One picture on the page: names on the left, time on the right. */
export interface Panel {
  readonly labelWidth: number;
  readonly axis: Axis;
}

/** How many doctors are not shown, where some are not. */
export function moreLine(
  hidden: number,
  { texts }: Pick<Report, "texts">,
  { paint }: Pick<Page, "paint">,
): string[] {
  return hidden > 0 ? [paint("faint", ` ${texts.moreDoctors(hidden)}`)] : [];
}

/** The axis' rulers; beside the last one what the columns are. */
export function rulerLines(
  { labelWidth, axis }: Panel,
  { paint }: Page,
  names: { readonly label: string; readonly after: string },
): string[] {
  return axis.rulers.map((ruler, at) => {
    const isLast = at === axis.rulers.length - 1;
    const label = left(isLast ? names.label || axis.counts : "", labelWidth);
    return paint("faint", ` ${label}  ${ruler}${isLast ? names.after : ""}`.trimEnd());
  });
}
