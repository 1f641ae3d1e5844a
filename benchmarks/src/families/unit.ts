/** Units of a family, with who is there in the hidden plan. */

export interface Unit {
  readonly id: string;
  readonly site: string;
  readonly sections: readonly string[];
  /** Doctors there by half month, in the hidden plan. */
  readonly present: Int32Array;
}

/** A stay in the hidden plan, in half months from the first day. */
export interface Stay {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
}

export function makeUnit(
  id: string,
  site: string,
  sections: readonly string[],
  periods: number,
): Unit {
  return { id, site, sections, present: new Int32Array(periods) };
}

/** The most doctors a unit has at once. */
export function peakOf({ present }: Unit): number {
  return most(present, 0, present.length);
}

export function enter({ unit: { present }, from, to }: Stay): void {
  for (let t = from; t < to; t++) present[t] = (present[t] ?? 0) + 1;
}

export function leave({ unit: { present }, from, to }: Stay): void {
  for (let t = from; t < to; t++) present[t] = (present[t] ?? 0) - 1;
}

/** How much a stay adds where many are already; a new peak weighs more than anything else. */
export function crowding({ unit, from, to }: Stay): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += unit.present[t] ?? 0;
  return most(unit.present, from, to) === peakOf(unit) ? 1_000 + sum : sum;
}

function most(present: Int32Array, from: number, to: number): number {
  let peak = 0;
  for (let t = from; t < to; t++) peak = Math.max(peak, present[t] ?? 0);
  return peak;
}
