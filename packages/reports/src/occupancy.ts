/** How many are at each unit, period by period, against its seats. */
import {
  boundaryAt,
  type Day,
  fewestSeats,
  type Plan,
  type Problem,
  type Span,
  TRACKS,
  type Track,
  type Unit,
  type UnitId,
} from "@placera/domain";

export interface UnitPeriod extends Span {
  readonly occupied: number;
  readonly byTrack: Readonly<Record<Track, number>>;
  /** The fewest on any day of the period; null is no limit. */
  readonly seats: number | null;
}

export interface UnitOccupancy {
  readonly unit: Unit;
  /** In order of time, every period of the calendar. */
  readonly periods: readonly UnitPeriod[];
}

/** Every unit in the order of the file. */
export function occupancyOf(problem: Problem, plan: Plan): readonly UnitOccupancy[] {
  const { calendar } = problem;
  const tracks = new Map(problem.programmes.map(({ id, track }) => [id, track]));
  const trackOf = new Map(
    problem.doctors.map(({ id, programme }) => [id, tracks.get(programme) ?? "AT"]),
  );
  const counts = new Map<UnitId, Record<Track, number>[]>(
    problem.units.map(({ id }) => [id, calendarLength(calendar.periods)]),
  );
  for (const { doctor, placements } of plan.rotations) {
    const track = trackOf.get(doctor) ?? "AT";
    for (const { unit, from, to } of placements) count(unit, track, from, to);
  }
  // Who is there by her history, before her plan begins.
  for (const { id, held } of problem.units) {
    for (const { track, from, to } of held) count(id, track, from, to);
  }
  return problem.units.map((unit) => ({
    unit,
    periods: (counts.get(unit.id) ?? []).map((byTrack, period) => {
      const span = {
        from: calendar.boundaries[period] ?? calendar.from,
        to: calendar.boundaries[period + 1] ?? calendar.to,
      };
      const occupied = TRACKS.reduce((sum, track) => sum + byTrack[track], 0);
      // Seats are those beside who is there already.
      const beside = fewestSeats(unit.seats, span);
      const held = unit.held.filter(({ from, to }) => from < span.to && span.from < to).length;
      return { ...span, occupied, byTrack, seats: beside === null ? null : beside + held };
    }),
  }));

  function count(unit: UnitId, track: Track, from: Day, to: Day): void {
    const last = periodOf(to);
    for (let period = periodOf(from); period < last; period++) {
      const there = counts.get(unit)?.[period];
      if (there !== undefined) there[track]++;
    }
  }

  function periodOf(day: Day): number {
    return boundaryAt(calendar, day) ?? (day < calendar.from ? 0 : calendar.periods);
  }
}

const calendarLength = (periods: number): Record<Track, number>[] =>
  Array.from({ length: periods }, () => ({ AT: 0, BT: 0 }));
