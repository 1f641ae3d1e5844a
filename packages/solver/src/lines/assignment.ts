/** An assignment: how many doctors of each profile take which line. The integer points of the master. */

import type { UnitCharge } from "../formulation/channels.ts";
import type { Component } from "./component.ts";
import { crowdingAt, type Limits, lackingAt } from "./limits.ts";
import { eachRow, type Line } from "./line.ts";
import { worstBurden } from "./worst-off.ts";

export interface Assignment {
  readonly lines: readonly { readonly line: Line; readonly count: number }[];
  /** By profile of the component: doctors left out. */
  readonly unplaced: readonly number[];
  /** By tier. */
  readonly value: readonly number[];
}

/** Puts counts of lines together; doctors not counted are unplaced. */
export function assign(
  component: Component,
  lines: readonly { readonly line: Line; readonly count: number }[],
): Assignment {
  const at = new Map(component.profiles.map(({ index }, i) => [index, i]));
  const unplaced = component.profiles.map(({ doctors }) => doctors.length);
  for (const { line, count } of lines) {
    const i = at.get(line.profile) ?? -1;
    unplaced[i] = (unplaced[i] ?? 0) - count;
  }
  const tiers = component.profiles[0]?.unplacedCost.length ?? 0;
  const value = Array.from({ length: tiers }, (_, k) => {
    let sum = 0;
    for (const { line, count } of lines) sum += count * (line.costs[k] ?? 0);
    component.profiles.forEach((profile, i) => {
      sum += (unplaced[i] ?? 0) * (profile.unplacedCost[k] ?? 0);
    });
    return sum;
  });
  addUnits(value, component, lines);
  const { worstOff, profiles } = component;
  if (worstOff !== undefined) {
    const { tier, weight } = worstOff;
    value[tier] = (value[tier] ?? 0) + weight * worstBurden(worstOff, profiles, lines, unplaced);
  }
  return { lines, unplaced, value };
}

/** How many take each line, of doctors one by one; those without a line are not counted. */
export function tally(
  doctors: readonly { readonly line: Line | undefined }[],
): { line: Line; count: number }[] {
  const lines = new Map<string, { line: Line; count: number }>();
  for (const { line } of doctors) {
    if (line === undefined) continue;
    const known = lines.get(line.key);
    if (known === undefined) lines.set(line.key, { line, count: 1 });
    else known.count++;
  }
  return [...lines.values()];
}

/** The lines of an assignment, one for each doctor who has it, by profile. */
export function linesByProfile(lines: Assignment["lines"]): Map<number, Line[]> {
  const byProfile = new Map<number, Line[]>();
  for (const { line, count } of lines) {
    const own = byProfile.get(line.profile) ?? [];
    byProfile.set(line.profile, own);
    for (let i = 0; i < count; i++) own.push(line);
  }
  return byProfile;
}

/** Adds what units cost: doctors missing where they want them, and those too many. */
function addUnits(value: number[], component: Component, lines: Assignment["lines"]): void {
  const { wanting, crowded } = component;
  const { limits, rows } = wanting;
  if (rows.length === 0 && crowded.length === 0) return;
  const used = usage(component, limits, lines);
  const add = ({ tier, weight }: UnitCharge, steps: number): void => {
    if (steps > 0) value[tier] = (value[tier] ?? 0) + weight * steps;
  };
  for (const row of rows) {
    add(lackingAt(limits, row), (limits.least[row] as number) - (used[row] as number));
  }
  for (const row of crowded) {
    add(crowdingAt(limits, row), (used[row] as number) - (limits.comfort[row] as number));
  }
}

/** Negative when `a` is better: lower in the first tier in which they differ. */
export function compareValues(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) {
    const difference = (a[k] ?? 0) - (b[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Places taken, by row. */
export function usage(
  component: Component,
  limits: Limits,
  lines: Assignment["lines"],
  into: Float64Array = new Float64Array(limits.rows),
): Float64Array {
  const byIndex = new Map(component.profiles.map((profile) => [profile.index, profile]));
  for (const { line, count } of lines) {
    const profile = byIndex.get(line.profile);
    if (profile === undefined || count === 0) continue;
    eachRow(line, profile, limits, (row, places) => {
      into[row] = (into[row] as number) + places * count;
    });
  }
  return into;
}
