/**
 * Supervision (handledning): who may supervise at a unit, when, and how much of it a doctor takes.
 * Slots and loads are whole thousandths of a slot, so that sums are exact.
 */
import type { Day, Duration } from "./calendar.ts";
import type { UnitId } from "./ids.ts";
import type { ProblemData } from "./problem.ts";
import { type RuleParams, TRACKS, type Track } from "./rule-settings.ts";
import type { Supervisor } from "./supervisor.ts";
import type { Unit } from "./unit.ts";

/** One doctor under ordinary supervision. */
export const SLOT = 1000;

/** How much there is and how much a doctor takes. */
export interface SupervisionFigures {
  readonly load: Readonly<Record<Track, number>>;
  readonly slots: Readonly<Record<Supervisor["form"], number>>;
  /** What a doctor takes more at first in a placement; undefined where it is the same all the time. */
  readonly first: FirstFigures | undefined;
}

export interface FirstFigures {
  readonly length: Duration;
  readonly more: Readonly<Record<Track, number>>;
}

/** May she supervise at all (D34)? */
export const isEligible = ({ role, course }: Pick<Supervisor, "role" | "course">): boolean =>
  role === "specialist" || course;

/** Is she there on the day? */
export function isPresent({ from, to, leave }: Supervisor, day: Day): boolean {
  if ((from !== undefined && day < from) || (to !== undefined && day >= to)) return false;
  return leave.every((span) => day < span.from || day >= span.to);
}

/** The figures of the rule that counts supervision; undefined where nobody counts it. */
export function supervisionFigures({ unitRules }: ProblemData): SupervisionFigures | undefined {
  const setting = unitRules.find(({ rule }) => rule === "supervision-capacity");
  if (setting === undefined) return undefined;
  // The parameters are those of this very rule.
  const { load, slots, first } = setting.params as RuleParams<"supervision-capacity">;
  return {
    load: { AT: thousandths(load.AT), BT: thousandths(load.BT) },
    slots: { ordinary: thousandths(slots.ordinary), gaffel: thousandths(slots.gaffel) },
    first: first && {
      length: first.length,
      more: { AT: thousandths(first.more.AT), BT: thousandths(first.more.BT) },
    },
  };
}

const thousandths = (slots: number): number => Math.round(slots * SLOT);

/** What a supervisor has room for, in thousandths of a slot; without figures nobody counts. */
export function slotsOf(
  { form, slots }: Supervisor,
  figures: SupervisionFigures | undefined,
): number {
  if (figures === undefined) return Number.POSITIVE_INFINITY;
  return slots === undefined ? figures.slots[form] : thousandths(slots);
}

/** What a doctor of the track takes at the unit: other professions take their share off it. */
export const loadAt = (unit: Unit, track: Track, figures: SupervisionFigures | undefined): number =>
  shareAt(unit, figures?.load[track] ?? SLOT);

/** What she takes more at first. */
export const moreAt = (unit: Unit, track: Track, figures: SupervisionFigures | undefined): number =>
  shareAt(unit, figures?.first?.more[track] ?? 0);

const shareAt = ({ interprofessional }: Unit, load: number): number =>
  Math.round((load * (100 - interprofessional)) / 100);

/**
 * The greatest step of which every load at the unit is a whole multiple: half a slot where AT doctors take
 * one and BT doctors one and a half.
 */
export function stepAt(unit: Unit, figures: SupervisionFigures | undefined): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  const loads = TRACKS.flatMap((track) => [
    loadAt(unit, track, figures),
    moreAt(unit, track, figures),
  ]);
  return loads.reduce(common);
}

/** What doctors take who are there on the day by what was decided before the plan. */
export function heldOn(unit: Unit, day: Day, figures: SupervisionFigures | undefined): number {
  return unit.held
    .filter(({ from, to }) => from <= day && day < to)
    .reduce((sum, { track }) => sum + loadAt(unit, track, figures), 0);
}

/** Those who may supervise at each unit that names its supervisors, be it nobody. */
export function supervisorsByUnit({
  supervisors,
}: ProblemData): ReadonlyMap<UnitId, readonly Supervisor[]> {
  const byUnit = new Map<UnitId, Supervisor[]>();
  for (const supervisor of supervisors) {
    const own = byUnit.get(supervisor.unit) ?? [];
    byUnit.set(supervisor.unit, own);
    if (isEligible(supervisor)) own.push(supervisor);
  }
  return byUnit;
}

/** Days on which somebody comes or goes, sorted, each once. */
export function changesAmong(supervisors: readonly Supervisor[]): Day[] {
  const days = supervisors.flatMap(({ from, to, leave }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [to]),
    ...leave.flatMap((span) => [span.from, span.to]),
  ]);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** What those present on the day have room for together. */
export function roomOn(
  supervisors: readonly Supervisor[],
  day: Day,
  figures: SupervisionFigures | undefined,
): number {
  return supervisors.reduce(
    (sum, each) => (isPresent(each, day) ? sum + slotsOf(each, figures) : sum),
    0,
  );
}
