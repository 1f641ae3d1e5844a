/** The integer program of units for stays at fixed times: how many of a kind are at which of its places. */
import { createModelBuilder, type Model } from "@placera/milp";
import { eachPeriod, isPlain, type Lane } from "./lanes.ts";
import type { Group, Kind } from "./open-stays.ts";
import type { SearchState } from "./search-state.ts";

export interface UnitModel {
  readonly model: Model;
  /** By level of a kind: the variable of how many take it; none where there is one level. */
  readonly levels: ReadonlyMap<Kind, readonly number[]>;
  /** By place of a group: the variable of how many are there. */
  readonly places: ReadonlyMap<Group, readonly number[]>;
}

/** Levels of kinds fill groups, groups places, places rows. */
export function unitModel({ component, limits }: SearchState, kinds: readonly Kind[]): UnitModel {
  const builder = createModelBuilder("units");
  const levels = new Map<Kind, readonly number[]>();
  /** By group: variables of those who are in it or not, and how many surely are. */
  const members = new Map<Group, { readonly some: number[]; sure: number; most: number }>();
  kinds.forEach((kind, k) => {
    const upper = kind.stays.length;
    const isSure = kind.levels.length === 1;
    const own = kind.levels.map(({ cost, group }, at) => {
      const there = members.get(group) ?? { some: [], sure: 0, most: 0 };
      members.set(group, there);
      there.most += upper;
      if (isSure) {
        there.sure += upper;
        return -1;
      }
      const name = `level${k}_${at}`;
      const variable = builder.addVariable({ name, upper, integer: true, cost });
      there.some.push(variable);
      return variable;
    });
    if (isSure) return;
    levels.set(kind, own);
    const terms = own.map((variable): [number, number] => [variable, 1]);
    builder.addRow({ name: `kind${k}`, terms, lower: upper, upper });
  });
  const rows = new SeatRows(component.rows, limits);
  const places = new Map<Group, readonly number[]>();
  [...members].forEach(([group, { some, sure, most }], g) => {
    const own = group.places.map((_, at) => {
      const name = `place${g}_${at}`;
      const variable = builder.addVariable({ name, upper: most, integer: true });
      rows.take(group, at, variable, most);
      return variable;
    });
    places.set(group, own);
    builder.addRow({
      name: `group${g}`,
      terms: [
        ...own.map((variable): [number, number] => [variable, 1]),
        ...some.map((variable): [number, number] => [variable, -1]),
      ],
      lower: sure,
      upper: sure,
    });
  });
  for (const { row, terms, upper } of rows.binding()) {
    builder.addRow({ name: `row${row}`, terms, upper });
  }
  return { model: builder.build(), levels, places };
}

/** The rows that stays at places take, as far as they can bind. */
class SeatRows {
  private readonly limits: SearchState["limits"];
  private readonly watched: ReadonlySet<number>;
  private readonly terms = new Map<number, [number, number][]>();
  private readonly most = new Map<number, number>();
  /** Rows in whose period a stay begins. */
  private readonly entered = new Set<number>();

  constructor(watched: Iterable<number>, limits: SearchState["limits"]) {
    this.limits = limits;
    this.watched = new Set(watched);
  }

  take({ track, from, to, places }: Group, at: number, variable: number, most: number): void {
    const { unit = -1, base = -1 } = places[at] ?? {};
    const { lanes, lanesOf, periods } = this.limits;
    for (const index of lanesOf[track][unit] ?? []) {
      const lane = lanes[index] as Lane;
      this.entered.add(index * periods + from);
      eachPeriod(lane, track, from, to, (t, taken) => {
        this.add(index * periods + t, variable, taken, most);
        if (!isPlain(lane)) this.entered.add(index * periods + t);
      });
    }
    if (base < 0) return;
    this.add(base, variable, 1, most);
    this.entered.add(base);
  }

  binding(): {
    readonly row: number;
    readonly terms: [number, number][];
    readonly upper: number;
  }[] {
    const { capacity } = this.limits;
    return [...this.terms].flatMap(([row, terms]) => {
      const upper = capacity[row] as number;
      if (!this.watched.has(row) || (this.most.get(row) ?? 0) <= upper) return [];
      // Whoever is there in a period in which nobody begins was there the period before.
      const isImplied = !this.entered.has(row) && upper >= (capacity[row - 1] as number);
      return isImplied ? [] : [{ row, terms, upper }];
    });
  }

  private add(row: number, variable: number, taken: number, most: number): void {
    const there = this.terms.get(row);
    if (there === undefined) this.terms.set(row, [[variable, taken]]);
    else there.push([variable, taken]);
    this.most.set(row, (this.most.get(row) ?? 0) + taken * most);
  }
}
