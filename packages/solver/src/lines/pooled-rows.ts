/**
 * Pooled rows, for bounds: units that stand in for each other share one row a period, their seats
 * added up; a unit has a row of its own only for stays of those who would not as soon be elsewhere
 * in the pool. Every plan keeps these rows, so prices of theirs spread over the units give bounds
 * that hold; and there are a tenth as many of them (docs/formulation.md 4; algorithm: proposition 3).
 */
import type { Component } from "./component.ts";
import { costSizes } from "./cost-sizes.ts";
import { eachPeriod, type Lane } from "./lanes.ts";
import type { Limits } from "./limits.ts";
import { eachOnce, type Line } from "./line.ts";
import { type MasterRows, seatRows } from "./master-rows.ts";
import type { Profile } from "./profile.ts";

/** Doctors whose graphs are of one shape must be this share of those who may be at a unit for it to tell it apart. */
const TELLING = 0.05;

export function pooledRows(component: Component, limits: Limits): MasterRows {
  // How crowded a unit is no pool can tell.
  if (component.crowded.length > 0) return seatRows(component, limits);
  const kinds = unitKinds(component, limits);
  const { pools, poolOf, capacity, watched } = poolsOf(component, limits, kinds);
  const flexible = new Map<Profile, Flexible>();
  return {
    pools,
    capacity,
    watched,
    each(line, profile, visit) {
      let any = flexible.get(profile);
      if (any === undefined) {
        any = new Flexible(profile, kinds);
        flexible.set(profile, any);
      }
      const options = any;
      eachOnce(limits.repeats, visit, (place) =>
        eachPooledRow(line, profile, limits, poolOf, options, place),
      );
    },
  };
}

/** By unit: a number that units share when doctors may be at the one whenever they may at the other. */
function unitKinds({ profiles }: Component, limits: Limits): Int32Array {
  const units = limits.lanesOf.AT.length;
  const shapes = new Map<Int32Array, { profile: Profile; doctors: number }>();
  for (const profile of profiles) {
    const shape = shapes.get(profile.graph.optionUnit);
    if (shape === undefined) {
      shapes.set(profile.graph.optionUnit, { profile, doctors: profile.doctors.length });
    } else shape.doctors += profile.doctors.length;
  }
  const there = Float64Array.from({ length: units }, () => 0);
  for (const { profile, doctors } of shapes.values()) {
    for (const unit of new Set(profile.graph.optionUnit))
      there[unit] = (there[unit] ?? 0) + doctors;
  }
  const marks = Array.from({ length: units }, () => [] as string[]);
  let at = 0;
  for (const shape of shapes.values()) {
    at++;
    const sums = new Map<number, [number, number]>();
    const { graph, optionBase } = shape.profile;
    for (let slot = 0; slot < graph.slotFrom.length; slot++) {
      for (
        let o = graph.optionStart[slot] as number;
        o < (graph.optionStart[slot + 1] as number);
        o++
      ) {
        const unit = graph.optionUnit[o] as number;
        const sum = sums.get(unit) ?? [0, 0];
        const word = slot * 64 + (graph.optionSection[o] as number);
        sum[0] = (Math.imul(sum[0], 31) + word) | 0;
        sum[1] = (Math.imul(sum[1], 65_599) + word + (optionBase[o] as number)) | 0;
        sums.set(unit, sum);
      }
    }
    for (const [unit, [a, b]] of sums) {
      if (shape.doctors >= TELLING * (there[unit] ?? 0)) marks[unit]?.push(`${at}:${a}:${b}`);
    }
  }
  const kinds = new Map<string, number>();
  const lanesAt = Array.from({ length: units }, () => [] as string[]);
  limits.lanes.forEach(({ units: own, alike }, lane) => {
    for (const unit of own) lanesAt[unit]?.push(alike ?? `lane ${lane}`);
  });
  return Int32Array.from(marks, (mark, unit) => {
    const lanes = lanesAt[unit] ?? [];
    const key = mark.length === 0 ? `unit ${unit}` : `${mark.join(",")}|${lanes.join(",")}`;
    const known = kinds.get(key) ?? kinds.size;
    kinds.set(key, known);
    return known;
  });
}

function poolsOf(component: Component, limits: Limits, kinds: Int32Array) {
  const { periods, lanes } = limits;
  const binding = new Uint8Array(limits.rows);
  for (const row of component.rows) binding[row] = 1;
  const groups = new Map<string, number[]>();
  const own = new Map<string, number>();
  lanes.forEach(({ units: [unit = -1], alike }, lane) => {
    if (alike === undefined) return;
    // Two lanes of one unit may be alike; a stay there would take a place in their pool twice.
    const nth = own.get(`${unit}|${alike}`) ?? 0;
    own.set(`${unit}|${alike}`, nth + 1);
    const key = `${kinds[unit]}|${alike}|${nth}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lane]);
    else group.push(lane);
  });
  const poolOf = new Int32Array(limits.rows).fill(-1);
  const pools: number[][] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (let t = 0; t < periods; t++) {
      // Where some unit cannot be overrun the pool cannot either.
      if (!group.every((lane) => binding[lane * periods + t] === 1)) continue;
      const own = group.map((lane) => lane * periods + t);
      for (const row of own) poolOf[row] = limits.rows + pools.length;
      pools.push(own);
    }
  }
  const capacity = new Float64Array(limits.rows + pools.length);
  capacity.set(limits.capacity);
  pools.forEach((own, pool) => {
    for (const row of own) {
      capacity[limits.rows + pool] =
        (capacity[limits.rows + pool] as number) + (limits.capacity[row] as number);
    }
  });
  const watched = new Uint8Array(capacity.length).fill(1, limits.rows);
  watched.set(binding);
  return { pools, poolOf, capacity, watched };
}

interface Same {
  readonly kinds: Int32Array;
  /** By tier in which options cost anything. */
  readonly costs: readonly Float64Array[];
}

/** Which options most units of their pool would do as well as, at the same cost. Lines take few: only theirs are looked at. */
class Flexible {
  private readonly profile: Profile;
  private readonly same: Same;
  /** By option, of slots looked at. */
  private readonly flexible: Uint8Array;
  private readonly looked: Uint8Array;

  constructor(profile: Profile, kinds: Int32Array) {
    const { graph } = profile;
    this.profile = profile;
    const costs = graph.costs.flatMap(({ option }) =>
      costSizes(option).largest > 0 ? [option] : [],
    );
    this.same = { kinds, costs };
    this.flexible = new Uint8Array(graph.optionUnit.length);
    this.looked = new Uint8Array(graph.slotFrom.length);
  }

  has(slot: number, option: number): boolean {
    if (this.looked[slot] === 0) {
      this.looked[slot] = 1;
      this.markMost(slot);
    }
    return this.flexible[option] === 1;
  }

  /** Marks, of each kind of unit in a slot, the largest group of options that are alike, where it is more than one. */
  private markMost(slot: number): void {
    const { profile, same } = this;
    const { optionStart, optionUnit } = profile.graph;
    const groups: number[][] = [];
    for (let o = optionStart[slot] as number; o < (optionStart[slot + 1] as number); o++) {
      let at = 0;
      while (at < groups.length && !isAlike(profile, same, groups[at]?.[0] as number, o)) at++;
      const group = groups[at];
      if (group === undefined) groups.push([o]);
      else group.push(o);
    }
    const most = new Map<number, readonly number[]>();
    for (const group of groups) {
      const kind = same.kinds[optionUnit[group[0] as number] as number] as number;
      if (group.length > Math.max(1, most.get(kind)?.length ?? 0)) most.set(kind, group);
    }
    for (const group of most.values()) for (const o of group) this.flexible[o] = 1;
  }
}

function isAlike(
  { graph, optionBase }: Profile,
  { kinds, costs }: Same,
  a: number,
  b: number,
): boolean {
  if (
    kinds[graph.optionUnit[a] as number] !== kinds[graph.optionUnit[b] as number] ||
    optionBase[a] !== optionBase[b]
  ) {
    return false;
  }
  for (const option of costs) if (option[a] !== option[b]) return false;
  return true;
}

function eachPooledRow(
  line: Line,
  { graph, track, optionBase }: Profile,
  limits: Limits,
  poolOf: Int32Array,
  flexible: Flexible,
  visit: (row: number, places: number) => void,
): void {
  const lanesOf = limits.lanesOf[track];
  for (let i = 0; i < line.options.length; i++) {
    const option = line.options[i] as number;
    const slot = line.slots[i] as number;
    const from = graph.slotFrom[slot] as number;
    const to = graph.slotTo[slot] as number;
    const isFlexible = flexible.has(slot, option);
    for (const at of lanesOf[graph.optionUnit[option] as number] ?? []) {
      const lane = limits.lanes[at] as Lane;
      const first = at * limits.periods;
      eachPeriod(lane, track, from, to, (t, places) => {
        const row = first + t;
        const pool = poolOf[row] as number;
        if (pool >= 0) visit(pool, places);
        if (pool < 0 || !isFlexible) visit(row, places);
      });
    }
    const base = optionBase[option] as number;
    if (base >= 0) visit(base, 1);
  }
}
