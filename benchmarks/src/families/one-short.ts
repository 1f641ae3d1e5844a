/**
 * One psychiatry seat too few, or exactly enough. In these hidden plans psychiatry begins with a
 * quarter, so that each quarter has all its seats taken from its first day to its last. Psychiatry
 * lasts a quarter: wherever in her time a doctor has it, she is there on exactly one of the days
 * that end the quarters. With one seat taken out of one quarter, those days have one seat fewer
 * than there are doctors.
 */
import type { Random } from "../random.ts";
import type { Admits } from "./deal.ts";
import { QUARTER, type Seating, type SeatsFile, steps, tightSeats } from "./seats.ts";
import type { Unit } from "./unit.ts";
import type { Draft, Instance } from "./write-instance.ts";

const PSYCHIATRY = "psychiatry";

/** Hidden plans in which psychiatry begins with a quarter. */
export const admitsQuarters: Admits = (services) =>
  services.every(({ block, from }) => block.section !== PSYCHIATRY || from % QUARTER === 0);

/** Psychiatry has what the hidden plan takes and nothing to spare; other units their peak. */
export const seatsByQuarter: Seating = (unit, random) =>
  unit.sections.includes(PSYCHIATRY) ? steps([...unit.present]) : tightSeats(unit, random);

/** The same with one seat fewer in one quarter, and without the doctor who had it. */
export function takeOneSeat(instance: Instance, draft: Draft, random: Random): Instance {
  const units = draft.units.filter(({ sections }) => sections.includes(PSYCHIATRY));
  const unit = random.pick(units.filter(({ present }) => present.some((load) => load > 0)));
  const taken = random.pick(quartersTaken(unit));
  const left = unit.present.map((load, t) => (Math.floor(t / QUARTER) === taken ? load - 1 : load));
  const without = draft.doctors.find(({ stays }) =>
    stays.some((stay) => stay.unit === unit && stay.from === taken * QUARTER),
  );
  const { file, hidden } = instance;
  const seats: SeatsFile = steps([...left]);
  return {
    file: {
      ...file,
      units: file.units.map((each) => (each.id === unit.id ? { ...each, seats } : each)),
    },
    hidden: { rotations: hidden.rotations.filter(({ doctor }) => doctor !== without?.id) },
    short: 1,
  };
}

function quartersTaken({ present }: Unit): number[] {
  const quarters = Array.from({ length: present.length / QUARTER }, (_, quarter) => quarter);
  return quarters.filter((quarter) => (present[quarter * QUARTER] ?? 0) > 0);
}
