/** Where more doctors are at a unit than it has seats: one sweep over the days on which anything changes. */
import {
  type Day,
  type DoctorId,
  type Plan,
  type SeatStep,
  seatsOn,
  type UnitId,
} from "@placera/domain";

/** One doctor at a unit. */
export interface Occupant {
  readonly doctor: DoctorId;
  readonly from: Day;
  readonly to: Day;
}

/** A longest span with more occupants than seats on every day of it. */
export interface Overload {
  readonly from: Day;
  readonly to: Day;
  /** The most occupants above the seats on any of its days. */
  readonly excess: number;
  readonly doctors: readonly DoctorId[];
}

/** Who is at each unit; of all doctors, or of those that `counts` accepts. */
export function occupantsByUnit(
  plan: Plan,
  counts: (doctor: DoctorId) => boolean = () => true,
): ReadonlyMap<UnitId, readonly Occupant[]> {
  const byUnit = new Map<UnitId, Occupant[]>();
  for (const { doctor, placements } of plan.rotations) {
    if (!counts(doctor)) continue;
    for (const { unit, from, to } of placements) {
      const there = byUnit.get(unit);
      if (there === undefined) byUnit.set(unit, [{ doctor, from, to }]);
      else there.push({ doctor, from, to });
    }
  }
  return byUnit;
}

/** The overloads of one unit, first first. */
export function findOverloads(
  occupants: readonly Occupant[],
  steps: readonly SeatStep[],
): readonly Overload[] {
  if (steps.every(({ seats }) => seats === null || seats >= occupants.length)) return [];
  const change = new Map<Day, number>(steps.map(({ from }) => [from, 0]));
  for (const { from, to } of occupants) {
    change.set(from, (change.get(from) ?? 0) + 1);
    change.set(to, (change.get(to) ?? 0) - 1);
  }
  const overloads: Overload[] = [];
  let load = 0;
  let excess = 0;
  let since: Day = 0;
  for (const [day, more] of [...change].sort(([a], [b]) => a - b)) {
    load += more;
    const seats = seatsOn(steps, day);
    const above = seats === null ? 0 : Math.max(0, load - seats);
    if (excess > 0 && above === 0) {
      const present = occupants.filter(({ from, to }) => from < day && to > since);
      const doctors = [...new Set(present.map(({ doctor }) => doctor))];
      overloads.push({ from: since, to: day, excess, doctors });
      excess = 0;
    } else if (above > 0) {
      if (excess === 0) since = day;
      excess = Math.max(excess, above);
    }
  }
  return overloads;
}
