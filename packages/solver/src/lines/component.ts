/** Components: profiles coupled by rows that can bind, solved apart from each other. */
import type { Channels } from "../formulation/channels.ts";
import { type Lane, takenFrom, takenUntil } from "./lanes.ts";
import { type Limits, mostOfOne } from "./limits.ts";
import type { Profile } from "./profile.ts";
import { burdenIn, mostBurden, type WorstOff } from "./worst-off.ts";

export interface Component {
  readonly profiles: readonly Profile[];
  /** Rows that can bind: more doctors could be there than there are seats. */
  readonly rows: Int32Array;
  readonly doctors: number;
  /** Where the worst-off doctor counts. */
  readonly worstOff?: WorstOff | undefined;
  /** Rows of units that want doctors and that some of these can be at. */
  readonly wanting: Wanting;
  /** Rows in which doctors beyond some number count. */
  readonly crowded: Int32Array;
}

/** Units that want doctors, as an assignment's value sees them. */
export interface Wanting {
  readonly limits: Limits;
  readonly rows: Int32Array;
}

/**
 * Splits; components come in the order of their first profile. Where the worst-off doctor counts,
 * all who can bear something are in one.
 */
export function componentsOf(
  profiles: readonly Profile[],
  limits: Limits,
  worstOff?: Channels["worstOff"],
): Component[] {
  const touched = rowsTouched(profiles, limits);
  const binding = bindingRows(profiles, limits, touched);
  const bindingAt = (at: number): Int32Array => binding.get(touched[at] as Int32Array) ?? NO_ROWS;

  const parent = profiles.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let up = at; up !== root; ) {
      const next = parent[up] ?? root;
      parent[up] = root;
      up = next;
    }
    return root;
  };
  const couple = (first: number, at: number): void => {
    const a = find(first);
    const b = find(at);
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  // By row that binds: the first who touches it.
  const owner = new Int32Array(limits.rows).fill(-1);
  const touch = (row: number, at: number): void => {
    const first = owner[row] as number;
    if (first < 0) owner[row] = at;
    else couple(first, at);
  };
  const coupled = new Set<Int32Array>();
  profiles.forEach((_, at) => {
    const rows = bindingAt(at);
    // Who touches the same rows as somebody before is coupled to her by the first of them.
    const own = coupled.has(rows) ? rows.subarray(0, 1) : rows;
    for (const row of own) touch(row, at);
    coupled.add(rows);
  });
  const burdened = new Set<number>();
  profiles.forEach((profile, at) => {
    if (worstOff === undefined || mostBurden(profile, worstOff.burden) === 0) return;
    const [first = at] = burdened;
    burdened.add(at);
    couple(first, at);
  });

  const isAlone = (at: number): boolean => bindingAt(at).length === 0 && !burdened.has(at);
  // Whom no row couples to anybody is put together with all others of that kind: there may be many.
  const alone = profiles.findIndex((_, at) => isAlone(at));
  const members = new Map<number, number[]>();
  profiles.forEach((_, at) => {
    const root = isAlone(at) ? alone : find(at);
    const group = members.get(root);
    if (group === undefined) members.set(root, [at]);
    else group.push(at);
  });
  const union = unionIn(limits.rows);
  return [...members.values()].map((group) => {
    const rows = union(new Set(group.map(bindingAt)));
    const own = group.flatMap((at) => profiles[at] ?? []);
    return {
      worstOff: worstOff && burdenIn(own, worstOff),
      wanting: { limits, rows: rows.filter((row) => (limits.least[row] ?? 0) > 0) },
      crowded: rows.filter((row) => limits.comfort[row] !== Number.POSITIVE_INFINITY),
      profiles: own,
      rows,
      doctors: own.reduce((sum, { doctors }) => sum + doctors.length, 0),
    };
  });
}

const NO_ROWS = new Int32Array(0);

/** By array of rows touched: those of them that can bind. */
function bindingRows(
  profiles: readonly Profile[],
  limits: Limits,
  touched: readonly Int32Array[],
): ReadonlyMap<Int32Array, Int32Array> {
  const doctors = new Map<Int32Array, number>();
  profiles.forEach((profile, at) => {
    const rows = touched[at] as Int32Array;
    doctors.set(rows, (doctors.get(rows) ?? 0) + profile.doctors.length);
  });
  const demand = new Float64Array(limits.rows);
  for (const [rows, count] of doctors) {
    for (const row of rows) {
      demand[row] = (demand[row] as number) + mostOfOne(limits, row) * count;
    }
  }
  const entered = entries(profiles, limits);
  // Whoever is there in a period in which nobody can begin was there the period before.
  const implied = (row: number): boolean =>
    row < limits.lanes.length * limits.periods &&
    row % limits.periods > 0 &&
    limits.least[row] === 0 &&
    limits.comfort[row] === Number.POSITIVE_INFINITY &&
    entered[row] === 0 &&
    (limits.capacity[row] ?? 0) >= (limits.capacity[row - 1] ?? 0);
  const binds = (row: number): boolean =>
    (limits.least[row] ?? 0) > 0 ||
    (demand[row] ?? 0) > (limits.comfort[row] ?? Infinity) ||
    ((demand[row] ?? 0) > (limits.capacity[row] ?? Infinity) && !implied(row));
  const binding = new Uint8Array(limits.rows);
  for (let row = 0; row < limits.rows; row++) binding[row] = binds(row) ? 1 : 0;
  return new Map(
    [...doctors.keys()].map((rows) => [rows, rows.filter((row) => binding[row] === 1)]),
  );
}

/** Puts arrays of rows together, in their order, each row once. */
function unionIn(count: number): (arrays: Iterable<Int32Array>) => Int32Array {
  const seen = new Uint8Array(count);
  return (arrays) => {
    const all: number[] = [];
    for (const rows of arrays) {
      for (const row of rows) {
        if (seen[row] === 1) continue;
        seen[row] = 1;
        all.push(row);
      }
    }
    for (const row of all) seen[row] = 0;
    return Int32Array.from(all).sort();
  };
}

/** By row of a lane: 1 where some stay begins in that very period. */
function entries(profiles: readonly Profile[], limits: Limits): Uint8Array {
  const entered = new Uint8Array(limits.rows);
  const seen = new Set<Int32Array>();
  for (const { graph, track } of profiles) {
    // Profiles that share the array share their slots too.
    if (seen.has(graph.optionUnit)) continue;
    seen.add(graph.optionUnit);
    for (let s = 0; s < graph.slotFrom.length; s++) {
      for (let o = graph.optionStart[s] as number; o < (graph.optionStart[s + 1] as number); o++) {
        for (const lane of limits.lanesOf[track][graph.optionUnit[o] as number] ?? []) {
          entered[lane * limits.periods + (graph.slotFrom[s] as number)] = 1;
        }
      }
    }
  }
  return entered;
}

/** By profile: every row that some line of it takes a place in; one array for those of one shape. */
function rowsTouched(profiles: readonly Profile[], limits: Limits): Int32Array[] {
  const stamp = new Int32Array(limits.rows).fill(-1);
  const byShape = new Map<Int32Array, Int32Array>();
  return profiles.map((profile) => {
    const { optionUnit } = profile.graph;
    const takesBase = profile.optionBase.some((row) => row >= 0);
    const known = takesBase ? undefined : byShape.get(optionUnit);
    if (known !== undefined) return known;
    const rows = rowsOf(profile, limits, stamp);
    if (!takesBase) byShape.set(optionUnit, rows);
    return rows;
  });
}

/** Every row that some line of the profile takes a place in. */
function rowsOf(profile: Profile, limits: Limits, stamp: Int32Array): Int32Array {
  const { graph, index, track } = profile;
  const lanesOf = limits.lanesOf[track];
  const rows: number[] = [];
  const touch = (first: number, end: number): void => {
    for (let row = first; row < end; row++) {
      if (stamp[row] === index) continue;
      stamp[row] = index;
      rows.push(row);
    }
  };
  for (let s = 0; s < graph.slotFrom.length; s++) {
    const from = graph.slotFrom[s] as number;
    const to = graph.slotTo[s] as number;
    for (let o = graph.optionStart[s] as number; o < (graph.optionStart[s + 1] as number); o++) {
      for (const at of lanesOf[graph.optionUnit[o] as number] ?? []) {
        const lane = limits.lanes[at] as Lane;
        const base = at * limits.periods;
        touch(base + takenFrom(lane, track, from, to), base + takenUntil(lane, to));
      }
      const row = profile.optionBase[o] as number;
      if (row >= 0) touch(row, row + 1);
    }
  }
  return Int32Array.from(rows);
}
