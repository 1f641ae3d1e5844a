/** The prices of one proof, read against the problem: what a stay pays, and what all seats cost. */
import {
  boundaryAt,
  type PartProof,
  type Problem,
  parseDay,
  type TierProof,
  TRACKS,
  type Track,
} from "@placera/domain";
import { baseRow, type Lane, type Lanes, seatLane, sharedLane, staffLane } from "./lanes.ts";

/** Prices in whole numbers, scaled. */
export interface SeatPrices {
  /** What a doctor of the track pays at unit u before period t: `[u · (periods + 1) + t]`. */
  readonly before: { readonly [T in Track]: Float64Array };
  /** The same up to the end of a stay at t, with what it holds after it. */
  readonly upTo: { readonly [T in Track]: Float64Array };
  /** What a stay too short to be new to its end pays less than the sums say. */
  readonly short: {
    /** In periods; no stay is too short where it is 0. */
    readonly below: number;
    readonly amend: (track: Track, unit: number, from: number, to: number) => number;
  };
  /** By intake and site. */
  readonly bases: ReadonlyMap<string, number>;
  /** Σ price · seats. */
  readonly capacity: bigint;
  /** What a doctor earns where one is wanted, by row. */
  readonly staff: ReadonlyMap<number, bigint>;
  /** No rotation pays or earns more. */
  readonly total: bigint;
}

/** The prices of a proof; those of no rows where it names none. */
export type NamedPrices = Pick<TierProof, "seats" | "bases" | "staff" | "shared">;

export const basePrice = ({ bases }: SeatPrices, intake: string, site: string): number =>
  bases.get(baseRow(intake, site)) ?? 0;

/**
 * Reads the prices under scaled weights by tier; a row that the problem does not have is answered by
 * its name instead.
 */
export function readPrices(
  problem: Problem,
  lanes: Lanes,
  proof: NamedPrices,
  byTier: readonly number[],
): SeatPrices | { readonly unknown: string } {
  const { periods } = problem.calendar;
  const prices = new Float64Array(lanes.all.length * periods);
  for (const { name, text, days } of namedLanes(proof)) {
    const lane = lanes.named.get(name);
    for (const [day, price] of Object.entries(days)) {
      const period = boundaryAt(problem.calendar, parseDay(day) ?? Number.NaN) ?? -1;
      if (lane === undefined || !hasRow(lanes.all[lane] as Lane, period)) {
        return { unknown: `${text} ${day}` };
      }
      const row = lane * periods + period;
      prices[row] = (prices[row] as number) + price;
    }
  }
  const longest = Math.max(1, ...problem.programmes.map(({ requirements }) => requirements.length));
  const staff = new Map<number, bigint>();
  let capacity = 0n;
  let total = 0n;
  lanes.all.forEach(({ counts, until, first, most, least, charge }, lane) => {
    const each = TRACKS.map((track) => counts[track] + Math.max(0, first?.counts[track] ?? 0));
    const heaviest = Math.max(...each) * (until === undefined ? 1 : longest);
    for (let period = 0; period < periods; period++) {
      const row = lane * periods + period;
      let price = prices[row] as number;
      if (price === 0) continue;
      if ((least[period] ?? 0) > 0) {
        staff.set(row, BigInt(price));
        prices[row] = -price;
      } else {
        // No more than what being beyond it costs: past that it would pay to be beyond it without end.
        if (charge !== undefined)
          price = Math.min(price, (byTier[charge.tier] ?? 0) * charge.weight);
        prices[row] = price;
        capacity += BigInt(price) * BigInt(most[period] ?? 0);
      }
      total += BigInt(price) * BigInt(heaviest);
    }
  });
  const byBase = new Map<string, number>();
  for (const { intake, site, price } of proof.bases) {
    const row = baseRow(intake, site);
    const room = lanes.bases.get(row);
    if (room === undefined) return { unknown: `${intake} ${site}` };
    capacity += BigInt(price) * BigInt(room);
    total += BigInt(price);
    byBase.set(row, (byBase.get(row) ?? 0) + price);
  }
  return { ...spread(problem, lanes, prices), bases: byBase, capacity, staff, total };
}

/** The lanes that a proof names, each with what to call it where it is unknown. */
function namedLanes({ seats, staff = [], shared = [] }: NamedPrices) {
  return [
    ...seats.map(({ unit, track, prices }) => ({
      name: seatLane(unit, track),
      text: track === undefined ? unit : `${unit} ${track}`,
      days: prices,
    })),
    ...staff.map(({ unit, prices }) => ({ name: staffLane(unit), text: unit, days: prices })),
    ...shared.map(({ rule, name, prices }) => ({
      name: sharedLane(rule, name),
      text: `${rule} ${name}`,
      days: prices,
    })),
  ];
}

/** Is there a row of the lane in the period? */
const hasRow = ({ most, least }: Lane, period: number): boolean =>
  Number.isFinite(most[period] ?? Number.POSITIVE_INFINITY) || (least[period] ?? 0) > 0;

/** Prices of rows as sums over the periods that a stay counts in. */
function spread(
  problem: Problem,
  lanes: Lanes,
  prices: Float64Array,
): Pick<SeatPrices, "before" | "upTo" | "short"> {
  const { periods } = problem.calendar;
  const width = periods + 1;
  const room = () => new Float64Array(problem.units.length * width);
  const before = { AT: room(), BT: room() };
  const { all } = lanes;
  const same = all.every(({ until, first }) => (until ?? first) === undefined);
  const upTo = same ? before : { AT: room(), BT: room() };
  const sums = new Float64Array(width);
  all.forEach(({ units, counts, until, first }, lane) => {
    const own = prices.subarray(lane * periods, (lane + 1) * periods);
    if (own.every((price) => price === 0)) return;
    own.forEach((price, t) => {
      sums[t + 1] = (sums[t] as number) + price;
    });
    for (const track of TRACKS) {
      for (const unit of units) {
        for (let t = 0; t < width; t++) {
          const at = unit * width + t;
          const each = counts[track] * (sums[t] as number);
          // As long as she is new, taken to be no longer than she stays.
          const fresh = (sums[first?.until[t] ?? t] as number) - (sums[t] as number);
          const more = (first?.counts[track] ?? 0) * fresh;
          before[track][at] = (before[track][at] as number) + each - more;
          if (upTo === before) continue;
          const held = counts[track] * (sums[until?.[t] ?? t] as number);
          upTo[track][at] = (upTo[track][at] as number) + held;
        }
      }
    }
  });
  return { before, upTo, short: shortStays(lanes, prices, periods) };
}

/** What the sums count of doctors who leave while they are new. */
function shortStays(
  { all, at }: Lanes,
  prices: Float64Array,
  periods: number,
): SeatPrices["short"] {
  const spans = all.flatMap(({ first }) => first?.until.map((end, t) => end - t) ?? []);
  return {
    below: Math.max(0, ...spans),
    amend(track, unit, from, to) {
      let sum = 0;
      for (const lane of at[track][unit] ?? []) {
        const { first } = all[lane] as Lane;
        const more = first?.counts[track] ?? 0;
        for (let t = to; t < (first?.until[from] ?? to); t++) {
          sum -= more * (prices[lane * periods + t] as number);
        }
      }
      return sum;
    },
  };
}

/** A doctor that two parts name, or that the problem does not have. */
export function misnamedDoctor(problem: Problem, parts: readonly PartProof[]): string | undefined {
  const left = new Set<string>(problem.doctors.map(({ id }) => id));
  return parts.flatMap(({ doctors }) => doctors).find((id) => !left.delete(id));
}
