/**
 * Counting seats before anything is built (docs/formulation.md 9): doctors who all owe a stay in the
 * same few units, a chain of days that no such stay passes between, and the seats on those days.
 * Everything here relaxes (any unit of the section, any day of her time, the shortest stay), so a
 * count that is short is short for every line.
 */
import type { Problem } from "@placera/domain";
import type { Component } from "./component.ts";
import type { Limits } from "./limits.ts";
import { type Owed, owedStays } from "./owed-stays.ts";

export interface SeatCount {
  /** Rows whose seats are counted. */
  readonly rows: readonly number[];
  /** Indices of doctors each of whom must take one of them. */
  readonly doctors: readonly number[];
  readonly seats: number;
}

/** Counts that are short, no doctor in two of them; those that are shortest first. */
export function countSeats(problem: Problem, limits: Limits): SeatCount[] {
  const found = groupsOf(owedStays(problem)).flatMap((group) => shortest(group, limits) ?? []);
  found.sort((a, b) => shortOf(b) - shortOf(a) || (a.doctors[0] ?? 0) - (b.doctors[0] ?? 0));
  const counted = new Set<number>();
  return found.filter(({ doctors }) => {
    if (doctors.some((at) => counted.has(at))) return false;
    for (const at of doctors) counted.add(at);
    return true;
  });
}

/** How many go without. */
export const shortOf = ({ doctors, seats }: SeatCount): number => doctors.length - seats;

/**
 * The rows of a component that stand for those counted. Where nobody can begin in a period, whoever
 * is there was there the period before, and that row may be the one that is watched.
 */
export function watchedRows(
  component: Component,
  { periods, lanes }: Limits,
  rows: readonly number[],
): number[] {
  const watched = new Set(component.rows);
  const standing = new Set<number>();
  for (const row of rows) {
    let at = row;
    while (!watched.has(at) && at % periods > 0 && at < lanes.length * periods) at--;
    if (watched.has(at)) standing.add(at);
  }
  return [...standing];
}

/** Stays owed in the same units: all of them, and those that last longest alone. */
interface Group {
  readonly track: "AT" | "BT" | undefined;
  readonly units: ReadonlySet<number>;
  /** By period: where the shortest stay that begins there ends. */
  readonly ends: Int32Array;
  readonly members: readonly Owed[];
}

function groupsOf(owed: readonly Owed[]): Group[] {
  const byUnits = new Map<string, Owed[]>();
  for (const each of owed) {
    const key = each.units.join(",");
    const group = byUnits.get(key);
    if (group === undefined) byUnits.set(key, [each]);
    else group.push(each);
  }
  return [...byUnits.values()].flatMap((exact) => {
    const units = new Set(exact[0]?.units);
    const within = owed.filter((each) => each.units.every((unit) => units.has(unit)));
    const lengths = [...new Set(within.map(({ length }) => length))].sort((a, b) => b - a);
    return lengths.map((least) =>
      groupOf(
        units,
        within.filter(({ length }) => length >= least),
      ),
    );
  });
}

function groupOf(units: ReadonlySet<number>, members: readonly Owed[]): Group {
  const ends = Int32Array.from(members[0]?.ends ?? []);
  for (const member of members) {
    member.ends.forEach((end, t) => {
      if (end < (ends[t] as number)) ends[t] = end;
    });
  }
  const [first] = members;
  const track = members.every((each) => each.track === first?.track) ? first?.track : undefined;
  return { track, units, ends, members };
}

/** The chain of days on which the group is shortest of seats; undefined where none is short. */
function shortest({ units, track, ends, members }: Group, limits: Limits): SeatCount | undefined {
  const { periods } = limits;
  const rowsAt = Array.from({ length: periods }, (_, t) => scarceRows(limits, units, track, t));
  const price = rowsAt.map((rows) =>
    rows === undefined
      ? Number.POSITIVE_INFINITY
      : rows.reduce((sum, row) => sum + (limits.capacity[row] as number), 0),
  );
  let best: { readonly short: number; readonly chain: readonly number[] } | undefined;
  for (let first = 0; first < periods; first++) {
    const { cost, before } = cheapestChains(first, price, ends);
    const byEnd = doctorsByEnd(members, ends, first, periods);
    for (let last = first; last < periods; last++) {
      const seats = cost[last] as number;
      // Who owes two such stays is counted once, where it matters.
      const least = (best?.short ?? 0) + seats;
      if ((byEnd[afterChain(ends, last, periods)] as number) <= least) continue;
      const there = members.filter((member) => mustPass(member, ends, first, last));
      const short = doctorsOf(there).length - seats;
      if (short <= (best?.short ?? 0)) continue;
      const chain = [last];
      for (let t = last; t !== first; ) {
        t = before[t] as number;
        chain.unshift(t);
      }
      best = { short, chain };
    }
  }
  if (best === undefined) return undefined;
  const { short, chain } = best;
  const { 0: first = 0, [chain.length - 1]: last = 0 } = chain;
  const doctors = doctorsOf(members.filter((member) => mustPass(member, ends, first, last)));
  return { rows: chain.flatMap((t) => rowsAt[t] ?? []), doctors, seats: doctors.length - short };
}

/** From `first` on: the fewest seats of a chain that ends at t, and the day before t in it. */
function cheapestChains(first: number, price: readonly number[], ends: Int32Array) {
  const cost = new Float64Array(price.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(price.length).fill(-1);
  cost[first] = price[first] as number;
  for (let t = first; t < price.length; t++) {
    // A stay that begins the day after t must still be there.
    const until = t + 1 < price.length ? (ends[t + 1] as number) : 0;
    for (let next = t + 1; next < until && next < price.length; next++) {
      const sum = (cost[t] as number) + (price[next] as number);
      if (sum >= (cost[next] as number)) continue;
      cost[next] = sum;
      before[next] = t;
    }
  }
  return { cost, before };
}

/** Is the stay, whenever it is, there on some day of a chain from `first` to `last`? */
const mustPass = ({ from, to }: Owed, ends: Int32Array, first: number, last: number): boolean =>
  (ends[from] as number) > first && to < afterChain(ends, last, ends.length);

/** A stay that begins after a chain is over then at the soonest; later than any time ends at the most. */
const afterChain = (ends: Int32Array, last: number, periods: number): number =>
  Math.min(periods + 1, last + 1 < periods ? (ends[last + 1] as number) : periods + 1);

/** By period: stays that a chain which begins at `first` cannot come too late for, and that are over before it. */
function doctorsByEnd(
  members: readonly Owed[],
  ends: Int32Array,
  first: number,
  periods: number,
): Int32Array {
  const byEnd = new Int32Array(periods + 2);
  for (const { from, to, doctors } of members) {
    if ((ends[from] as number) > first) byEnd[to + 1] = (byEnd[to + 1] as number) + doctors.length;
  }
  for (let t = 1; t < byEnd.length; t++) byEnd[t] = (byEnd[t] as number) + (byEnd[t - 1] as number);
  return byEnd;
}

function doctorsOf(owed: readonly Owed[]): number[] {
  return [...new Set(owed.flatMap(({ doctors }) => doctors))].sort((a, b) => a - b);
}

/** The scarcer row of each unit in a period; undefined where some unit has no limit. */
function scarceRows(
  { lanes, lanesOf, capacity, periods }: Limits,
  units: ReadonlySet<number>,
  track: Group["track"],
  t: number,
): readonly number[] | undefined {
  const rows: number[] = [];
  for (const unit of units) {
    // Seats that all of them share, where they are of both tracks.
    const shared = new Set(lanesOf[track ?? "BT"][unit]);
    const row = [...new Set(lanesOf[track ?? "AT"][unit])]
      .filter((lane) => shared.has(lane) && lanes[lane]?.shared === undefined)
      .map((lane) => lane * periods + t)
      .reduce<number | undefined>(
        (least, each) =>
          least === undefined || (capacity[each] as number) < (capacity[least] as number)
            ? each
            : least,
        undefined,
      );
    if (row === undefined || capacity[row] === Number.POSITIVE_INFINITY) return undefined;
    rows.push(row);
  }
  return rows;
}
