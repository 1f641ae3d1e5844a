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

/** A problem that is one part is counted as a whole, and asked for again as a part. */
const known = new WeakMap<Problem, readonly SeatCount[]>();

/** Counts that are short, no doctor in two of them; those that are shortest first. */
export function countSeats(problem: Problem, limits: Limits): readonly SeatCount[] {
  const found = known.get(problem) ?? count(problem, limits);
  known.set(problem, found);
  return found;
}

function count(problem: Problem, limits: Limits): readonly SeatCount[] {
  const seats = new SeatsTogether(limits);
  const found = groupsOf(owedStays(problem)).flatMap((group) => shortest(group, seats) ?? []);
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
  const byUnits = new Map<string, { readonly units: ReadonlySet<number>; readonly owed: Owed[] }>();
  for (const each of owed) {
    const key = each.units.join(",");
    const same = byUnits.get(key);
    if (same === undefined) byUnits.set(key, { units: new Set(each.units), owed: [each] });
    else same.owed.push(each);
  }
  const exact = [...byUnits.values()];
  return exact.flatMap(({ units }) => {
    const within = exact
      .filter((other) => other.units.size <= units.size && isWithin(other.units, units))
      .flatMap((other) => other.owed);
    const lengths = [...new Set(within.map(({ length }) => length))].sort((a, b) => b - a);
    return lengths.map((least) =>
      groupOf(
        units,
        within.filter(({ length }) => length >= least),
      ),
    );
  });
}

function isWithin(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  for (const each of some) if (!all.has(each)) return false;
  return true;
}

function groupOf(units: ReadonlySet<number>, members: readonly Owed[]): Group {
  const ends = Int32Array.from(members[0]?.ends ?? []);
  // Those of one programme share theirs.
  for (const own of new Set(members.map((member) => member.ends))) {
    own.forEach((end, t) => {
      if (end < (ends[t] as number)) ends[t] = end;
    });
  }
  const [first] = members;
  const track = members.every((each) => each.track === first?.track) ? first?.track : undefined;
  return { track, units, ends, members };
}

/** The chain of days on which the group is shortest of seats; undefined where none is short. */
function shortest(
  { units, track, ends, members }: Group,
  together: SeatsTogether,
): SeatCount | undefined {
  const price = together.byPeriod(units, track);
  if (!mayBeShort(members, price, ends)) return undefined;
  const { length: periods } = price;
  let best: { readonly short: number; readonly chain: readonly number[] } | undefined;
  for (let first = 0; first < periods; first++) {
    const byEnd = doctorsByEnd(members, ends, first, periods);
    // A chain has the seats of its first day at the least.
    if ((byEnd[periods + 1] as number) <= (best?.short ?? 0) + (price[first] as number)) continue;
    const { cost, before } = cheapestChains({ from: first, to: first + 1 }, price, ends);
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
  const rows = chain.flatMap((t) => together.rowsOn(units, track, t));
  return { rows, doctors, seats: doctors.length - short };
}

/**
 * Is there a chain with fewer seats than stays? Which stays a chain may come too late for changes at
 * few of its first days, so chains that begin between two such days are looked at together.
 */
function mayBeShort(members: readonly Owed[], price: Float64Array, ends: Int32Array): boolean {
  const { length: periods } = price;
  const late = [...new Set(members.map(({ from }) => ends[from] as number))];
  late.sort((a, b) => a - b);
  let from = 0;
  for (const each of late) {
    const to = Math.min(each, periods);
    if (to <= from) continue;
    const byEnd = doctorsByEnd(members, ends, from, periods);
    const { cost } = cheapestChains({ from, to }, price, ends);
    for (let last = from; last < periods; last++) {
      if ((byEnd[afterChain(ends, last, periods)] as number) > (cost[last] as number)) return true;
    }
    from = to;
  }
  return false;
}

/** From a first day in the span: the fewest seats of a chain that ends at t, and the day before t in it. */
function cheapestChains(
  first: { readonly from: number; readonly to: number },
  price: Float64Array,
  ends: Int32Array,
) {
  const cost = new Float64Array(price.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(price.length).fill(-1);
  for (let t = first.from; t < first.to; t++) cost[t] = price[t] as number;
  for (let t = first.from; t < price.length; t++) {
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

/** The seats that units have together for those of one track, or of either; by what is scarcer at each. */
class SeatsTogether {
  private readonly limits: Limits;
  private readonly known = new Map<string, Float64Array>();

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Seats by period; infinite where some unit has no limit. */
  byPeriod(units: ReadonlySet<number>, track: Group["track"]): Float64Array {
    const key = `${track} ${[...units].join(",")}`;
    let seats = this.known.get(key);
    if (seats === undefined) {
      const { capacity, periods } = this.limits;
      seats = new Float64Array(periods);
      for (const unit of units) {
        const lanes = this.lanesAt(unit, track);
        for (let t = 0; t < periods; t++) {
          let least = Number.POSITIVE_INFINITY;
          for (const lane of lanes) {
            least = Math.min(least, capacity[lane * periods + t] as number);
          }
          seats[t] = (seats[t] as number) + least;
        }
      }
      this.known.set(key, seats);
    }
    return seats;
  }

  /** The scarcer row of each unit in a period in which all have a limit. */
  rowsOn(units: ReadonlySet<number>, track: Group["track"], t: number): number[] {
    const { capacity, periods } = this.limits;
    return [...units].flatMap((unit) =>
      this.lanesAt(unit, track)
        .map((lane) => lane * periods + t)
        .sort((a, b) => (capacity[a] as number) - (capacity[b] as number))
        .slice(0, 1),
    );
  }

  /** Seats that all of them share, where they are of both tracks. */
  private lanesAt(unit: number, track: Group["track"]): number[] {
    const { lanes, lanesOf } = this.limits;
    const shared = new Set(lanesOf[track ?? "BT"][unit]);
    return [...new Set(lanesOf[track ?? "AT"][unit])].filter(
      (lane) => shared.has(lane) && lanes[lane]?.shared === undefined,
    );
  }
}
