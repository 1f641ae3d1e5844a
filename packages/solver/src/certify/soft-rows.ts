/** Rows that plans may go beyond, or stay below, at a price: what that costs a plan. */
import type { Plan, Problem } from "@placera/domain";
import type { UnitCharge } from "../formulation/channels.ts";
import { type Lanes, thereIn } from "./lanes.ts";

/** One unit, or units that share something, in one period. */
export interface SoftRow {
  readonly charge: UnitCharge;
  readonly least: number;
  readonly most: number;
  /** How much the doctors of the plan count there. */
  readonly there: number;
}

/** By row; and which tiers they cost in. */
export interface SoftRows {
  readonly rows: ReadonlyMap<number, SoftRow>;
  /** By tier: missing in every plan. */
  readonly beyond: readonly number[];
}

export function softRows(problem: Problem, lanes: Lanes, plan: Plan): SoftRows {
  const { periods } = problem.calendar;
  const rows = new Map<number, SoftRow>();
  if (lanes.all.every(({ charge }) => charge === undefined)) return { rows, beyond: lanes.beyond };
  const there = thereIn(problem, lanes, plan);
  lanes.all.forEach(({ charge, least, most }, lane) => {
    if (charge === undefined) return;
    for (let t = 0; t < periods; t++) {
      const row = lane * periods + t;
      const [few = 0, many = Number.POSITIVE_INFINITY] = [least[t], most[t]];
      if (few === 0 && many === Number.POSITIVE_INFINITY) continue;
      rows.set(row, { charge, least: few, most: many, there: there[row] as number });
    }
  });
  return { rows, beyond: lanes.beyond };
}

/** What being beyond or below costs in these rows, in the plan and a tier. */
export function costIn({ rows }: SoftRows, at: Iterable<number>, tier: number): number {
  let cost = 0;
  for (const each of at) {
    const row = rows.get(each);
    if (row === undefined || row.charge.tier !== tier) continue;
    const { least, most, there, charge } = row;
    cost += charge.weight * (Math.max(0, least - there) + Math.max(0, there - most));
  }
  return cost;
}

/** By row: how much doctors who can be there count at the most, all of them together. */
export type Reached = ReadonlyMap<number, number>;

/** What is missing in every plan in a tier: beyond the seats, and where none of these doctors can be. */
export function missingAnyhow(soft: SoftRows, reached: Reached, tier: number): number {
  let missing = soft.beyond[tier] ?? 0;
  for (const [at, { charge, least }] of soft.rows) {
    if (charge.tier === tier && !reached.has(at)) missing += charge.weight * least;
  }
  return missing;
}

/** Do several of these parts reach one row that can cost something in the tier? */
export function areShared(soft: SoftRows, parts: readonly Reached[], tier: number): boolean {
  if (soft.rows.size === 0) return false;
  const all = new Map<number, number>();
  const several = new Set<number>();
  for (const reached of parts) {
    for (const [row, counts] of reached) {
      if (all.has(row)) several.add(row);
      all.set(row, (all.get(row) ?? 0) + counts);
    }
  }
  return [...several].some((at) => {
    const row = soft.rows.get(at);
    return row?.charge.tier === tier && (row.least > 0 || (all.get(at) ?? 0) > row.most);
  });
}
