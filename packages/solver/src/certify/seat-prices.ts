/** The prices of one proof, read against the problem: what a stay pays, and what all seats cost. */
import {
  boundaryAt,
  type PartProof,
  type Problem,
  parseDay,
  type TierProof,
  type Track,
} from "@placera/domain";
import { UNIT_RULES } from "../rules/index.ts";
import { type Staffing, wantedAt } from "./staffing.ts";

/** How many doctors each row takes, by its name; rows without a limit are absent. */
export type Capacities = ReadonlyMap<string, number>;

const seatRow = (unit: string, track: Track | undefined, period: number): string =>
  JSON.stringify([unit, track ?? "", period]);
const baseRow = (intake: string, site: string): string => JSON.stringify([intake, site]);

/** The rows of a problem, from the unit-side rules in force. */
export function capacitiesOf(problem: Problem): Capacities {
  const inForce = new Set<string>(problem.unitRules.map(({ rule }) => rule));
  const rows = new Map<string, number>();
  for (const limit of UNIT_RULES.filter(({ id }) => inForce.has(id)).flatMap((rule) =>
    rule.encode(problem),
  )) {
    if (limit.kind === "staff") continue;
    if (limit.kind === "base") rows.set(baseRow(limit.intake, limit.site), limit.doctors);
    else {
      const { id } = problem.units[limit.unit] ?? { id: "" };
      limit.seats.forEach((seats, period) => {
        if (Number.isFinite(seats)) rows.set(seatRow(id, limit.track, period), seats);
      });
    }
  }
  return rows;
}

/** How many doctors a unit takes in a period, all tracks together. */
export const seatsAt =
  ({ units }: Problem, capacities: Capacities) =>
  (unit: number, period: number): number =>
    capacities.get(seatRow(units[unit]?.id ?? "", undefined, period)) ?? Number.POSITIVE_INFINITY;

/** The rows that prices can be of. */
export interface Rows {
  readonly capacities: Capacities;
  readonly staffing: Staffing | undefined;
}

/** Prices in whole numbers, scaled. */
export interface SeatPrices {
  /** What a doctor of the track pays at unit u before period t: `[u · (periods + 1) + t]`. */
  readonly before: { readonly [T in Track]: Float64Array };
  /** By intake and site. */
  readonly bases: ReadonlyMap<string, number>;
  /** Σ price · seats. */
  readonly capacity: bigint;
  /** What a doctor earns where one is wanted, by `wantedAt`. */
  readonly staff: readonly (readonly [row: number, price: number])[];
  /** Σ price: no rotation pays or earns more, since it takes each row at most once. */
  readonly total: bigint;
}

export const basePrice = ({ bases }: SeatPrices, intake: string, site: string): number =>
  bases.get(baseRow(intake, site)) ?? 0;

/** Reads the prices; a row that the problem does not have is answered by its name instead. */
export function readPrices(
  problem: Problem,
  { capacities, staffing }: Rows,
  { seats, bases, staff = [] }: Pick<TierProof, "seats" | "bases" | "staff">,
): SeatPrices | { readonly unknown: string } {
  const width = problem.calendar.periods + 1;
  const unitAt = new Map<string, number>(problem.units.map(({ id, index }) => [id, index]));
  const paid = {
    AT: new Float64Array(problem.units.length * width),
    BT: new Float64Array(problem.units.length * width),
  };
  let capacity = 0n;
  let total = 0n;
  const charge = (price: number, room: number): void => {
    capacity += BigInt(price) * BigInt(room);
    total += BigInt(price);
  };
  for (const { unit, track, prices } of seats) {
    for (const [text, price] of Object.entries(prices)) {
      const period = boundaryAt(problem.calendar, parseDay(text) ?? Number.NaN) ?? -1;
      const room = capacities.get(seatRow(unit, track, period));
      const at = unitAt.get(unit);
      if (room === undefined || at === undefined) {
        return { unknown: [unit, ...(track === undefined ? [] : [track]), text].join(" ") };
      }
      charge(price, room);
      for (const each of track === undefined ? (["AT", "BT"] as const) : [track]) {
        const there = at * width + period + 1;
        paid[each][there] = (paid[each][there] ?? 0) + price;
      }
    }
  }
  const earned: (readonly [number, number])[] = [];
  for (const { unit, prices } of staff) {
    for (const [text, price] of Object.entries(prices)) {
      const period = boundaryAt(problem.calendar, parseDay(text) ?? Number.NaN) ?? -1;
      const at = unitAt.get(unit) ?? -1;
      const row = wantedAt(problem, at, period);
      if (at < 0 || period < 0 || !staffing?.rows.has(row)) return { unknown: `${unit} ${text}` };
      earned.push([row, price]);
      total += BigInt(price);
      for (const each of [paid.AT, paid.BT]) {
        const there = at * width + period + 1;
        each[there] = (each[there] ?? 0) - price;
      }
    }
  }
  const byBase = new Map<string, number>();
  for (const { intake, site, price } of bases) {
    const row = baseRow(intake, site);
    const room = capacities.get(row);
    if (room === undefined) return { unknown: `${intake} ${site}` };
    charge(price, room);
    byBase.set(row, (byBase.get(row) ?? 0) + price);
  }
  for (const each of [paid.AT, paid.BT]) {
    for (let at = 0; at < each.length; at++) {
      if (at % width > 0) each[at] = (each[at] as number) + (each[at - 1] as number);
    }
  }
  return { before: paid, bases: byBase, capacity, staff: earned, total };
}

/** A doctor that two parts name, or that the problem does not have. */
export function misnamedDoctor(problem: Problem, parts: readonly PartProof[]): string | undefined {
  const left = new Set<string>(problem.doctors.map(({ id }) => id));
  return parts.flatMap(({ doctors }) => doctors).find((id) => !left.delete(id));
}
