/** Steps over time as data, and on-call lines: what each takes and wants beside doctors under way. */
import { type Day, parseDay } from "./calendar.ts";
import { seatsBeside, staffBeside } from "./held-seats.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { SeatStep, StaffStep } from "./seats.ts";
import { countsTowards, type Section } from "./section.ts";
import type { OnCallLine, Unit } from "./unit.ts";

const day = (text: string): Day => parseDay(text) ?? Number.NaN;

export function seatSteps(seats: ProblemInput["units"][number]["seats"], from: Day): SeatStep[] {
  if (!Array.isArray(seats)) return [{ from, seats }];
  return seats.map((step) => ({ from: day(step.from), seats: step.seats }));
}

export function staffSteps(
  staffing: ProblemInput["units"][number]["staffing"],
  from: Day,
): StaffStep[] {
  if (!Array.isArray(staffing)) return [{ from, doctors: staffing }];
  return staffing.map((step) => ({ from: day(step.from), doctors: step.doctors }));
}

export function resolveOnCallLines(
  lines: ProblemInput["onCallLines"],
  all: readonly Unit[],
  sections: readonly Section[],
  from: Day,
): OnCallLine[] {
  return lines.map(({ id, name, units, counts, most, least }) => {
    const own = Array.isArray(units) ? units : unitsGiving(units, all, sections);
    // Who is there by her history counts as often as anybody of her track.
    const held = all
      .filter((unit) => own.includes(unit.id))
      .flatMap((unit) => unit.held)
      .flatMap((each) => Array.from({ length: counts[each.track] }, () => each));
    const [takes, wants] = [seatSteps(most, from), staffSteps(least, from)];
    return {
      id,
      name,
      units: own,
      counts,
      most: held.length === 0 ? takes : seatsBeside(takes, held),
      least: held.length === 0 ? wants : staffBeside(wants, held),
    };
  });
}

/** The units of a site that give a section. */
function unitsGiving(
  { section, site }: { readonly section: string; readonly site: string },
  units: readonly Unit[],
  sections: readonly Section[],
): string[] {
  const gives = new Set(
    sections.filter((each) => countsTowards(each, [section])).map(({ id }) => id),
  );
  return units
    .filter((unit) => unit.site === site && unit.sections.some((each) => gives.has(each)))
    .map(({ id }) => id);
}
