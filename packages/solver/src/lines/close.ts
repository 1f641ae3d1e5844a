/**
 * Closing the gap: the arc-flow model over what elimination left (docs/formulation.md 8), solved
 * as an integer program. It either finds a plan that costs less than the best or proves there is none.
 */
import { createModelBuilder, type Model } from "@placera/milp";
import { costIn } from "../formulation/channels.ts";
import { assign } from "./assignment.ts";
import { type Closed, type ClosingParams, solveClosing } from "./closing.ts";
import type { Component } from "./component.ts";
import type { Eliminated } from "./eliminate.ts";
import { eachPeriod, type Lane } from "./lanes.ts";
import { crowdingAt, lackingAt, mostOfOne } from "./limits.ts";
import type { Line } from "./line.ts";
import { makeLine } from "./make-line.ts";
import type { Profile } from "./profile.ts";
import type { SearchState } from "./search-state.ts";
import { mostBurden } from "./worst-off.ts";

export interface CloseParams extends ClosingParams {
  readonly tier: number;
}

/** The variables of one profile's flow. */
interface Flow {
  readonly profile: Profile;
  readonly unplaced: number;
  readonly sources: readonly (readonly [node: number, variable: number])[];
  readonly sinks: readonly (readonly [node: number, variable: number])[];
  readonly arcs: ReadonlyMap<number, number>;
  readonly options: ReadonlyMap<number, number>;
}

export function close(
  state: SearchState,
  eliminated: Eliminated,
  params: CloseParams,
): Promise<Closed> {
  const { model, flows } = arcFlow(state, eliminated, params);
  return solveClosing(state, model, params, (values) =>
    assign(state.component, decompose(flows, values)),
  );
}

function arcFlow(
  state: SearchState,
  eliminated: Eliminated,
  params: CloseParams,
): { readonly model: Model; readonly flows: readonly Flow[] } {
  const { component, limits } = state;
  const builder = createModelBuilder("arc-flow");
  const rows = new Map<number, [number, number][]>();
  const held = params.held.map(() => [] as [number, number][]);
  const objective: [number, number][] = [];
  const add = (name: string, upper: number, costs: (tier: number) => number): number => {
    const cost = costs(params.tier);
    const variable = builder.addVariable({ name, upper, integer: true, cost });
    if (cost !== 0) objective.push([variable, cost]);
    params.held.forEach(({ tier }, at) => {
      const price = costs(tier);
      if (price !== 0) held[at]?.push([variable, price]);
    });
    return variable;
  };
  const { worstOff } = component;
  const theta =
    worstOff === undefined
      ? undefined
      : add("worst", worstOff.top, (k) => (k === worstOff.tier ? worstOff.weight : 0));
  if (worstOff !== undefined && theta !== undefined && worstOff.floor > 0) {
    builder.addRow({ name: "floor", terms: [[theta, 1]], lower: worstOff.floor });
  }
  const flows = parted(component).map(({ profile, at: own }, p): Flow => {
    const { graph, doctors } = profile;
    const n = doctors.length;
    const burden: [number, number][] = [];
    const bear = (variable: number, costs: Float64Array | undefined, at: number): number => {
      const each = costs?.[at] ?? 0;
      if (each !== 0) burden.push([variable, each]);
      return variable;
    };
    const bearing = graph.costs[worstOff?.channel ?? -1];
    const { arcs: noArc, options: noOption } = eliminated.deleted[own] ?? {};
    const balance = new Map<number, [number, number][]>();
    const at = (node: number, variable: number, sign: number): void => {
      const terms = balance.get(node);
      if (terms === undefined) balance.set(node, [[variable, sign]]);
      else terms.push([variable, sign]);
    };
    const unplaced = add(
      `u${p}`,
      eliminated.unplaced[own] ? n : 0,
      (k) => profile.unplacedCost[k] ?? 0,
    );
    if (profile.unplacedBurden !== 0) burden.push([unplaced, profile.unplacedBurden]);
    const sources = [...graph.sources].map((node, i): [number, number] => {
      const variable = add(`s${p}_${i}`, n, (k) => graph.costs[k]?.source[i] ?? 0);
      at(node, bear(variable, bearing?.source, i), 1);
      return [node, variable];
    });
    const sinks = [...graph.sinks].map((node, i): [number, number] => {
      const variable = add(`e${p}_${i}`, n, (k) => graph.costs[k]?.sink[i] ?? 0);
      at(node, bear(variable, bearing?.sink, i), -1);
      return [node, variable];
    });
    const arcs = new Map<number, number>();
    const bySlot = new Map<number, [number, number][]>();
    for (let a = 0; a < graph.arcTail.length; a++) {
      if (noArc?.[a] === 1) continue;
      const slot = graph.arcSlot[a] as number;
      const variable = add(`y${p}_${a}`, n, (k) => graph.costs[k]?.arc[a] ?? 0);
      arcs.set(a, bear(variable, bearing?.arc, a));
      at(graph.arcTail[a] as number, variable, -1);
      at(graph.arcHead[a] as number, variable, 1);
      const terms = bySlot.get(slot);
      if (terms === undefined) bySlot.set(slot, [[variable, 1]]);
      else terms.push([variable, 1]);
    }
    const options = new Map<number, number>();
    for (const [slot, terms] of bySlot) {
      const own: [number, number][] = [];
      for (
        let o = graph.optionStart[slot] as number;
        o < (graph.optionStart[slot + 1] as number);
        o++
      ) {
        if (noOption?.[o] === 1) continue;
        const variable = add(`z${p}_${o}`, n, (k) => graph.costs[k]?.option[o] ?? 0);
        options.set(o, bear(variable, bearing?.option, o));
        own.push([variable, -1]);
        eachOptionRow(state, profile, slot, o, (row, places) => {
          const there = rows.get(row);
          if (there === undefined) rows.set(row, [[variable, places]]);
          else there.push([variable, places]);
        });
      }
      builder.addRow({ name: `slot${p}_${slot}`, terms: [...terms, ...own], lower: 0, upper: 0 });
    }
    for (const [node, terms] of balance) {
      builder.addRow({ name: `node${p}_${node}`, terms, lower: 0, upper: 0 });
    }
    const begun = sources.map(([, variable]): [number, number] => [variable, 1]);
    builder.addRow({ name: `doctors${p}`, terms: [...begun, [unplaced, 1]], lower: n, upper: n });
    if (theta !== undefined && burden.length > 0) {
      const terms: [number, number][] = [...burden, [theta, -1]];
      builder.addRow({ name: `burden${p}`, terms, upper: 0 });
    }
    return { profile, unplaced, sources, sinks, arcs, options };
  });
  for (const row of component.wanting.rows) {
    const lacking = lackingAt(limits, row);
    const lower = limits.least[row] ?? 0;
    const variable = add(`missing${row}`, lower, (k) => costIn(lacking, k));
    builder.addRow({
      name: `least${row}`,
      terms: [...(rows.get(row) ?? []), [variable, 1]],
      lower,
    });
  }
  for (const row of component.crowded) {
    const crowding = crowdingAt(limits, row);
    const terms = rows.get(row) ?? [];
    const upper = limits.comfort[row] ?? 0;
    const beyond = Math.max(0, mostOfOne(limits, row) * component.doctors - upper);
    const variable = add(`crowd${row}`, beyond, (k) => costIn(crowding, k));
    builder.addRow({ name: `comfort${row}`, terms: [...terms, [variable, -1]], upper });
  }
  const binding = new Set(component.rows);
  for (const [row, terms] of rows) {
    if (!binding.has(row) || limits.capacity[row] === Number.POSITIVE_INFINITY) continue;
    builder.addRow({
      name: `row${row}`,
      terms,
      upper: limits.capacity[row] ?? Number.POSITIVE_INFINITY,
    });
  }
  params.held.forEach(({ tier, value }, at) => {
    builder.addRow({ name: `held${tier}`, terms: held[at] ?? [], upper: value, mayBeEmpty: true });
  });
  builder.addRow({ name: "cutoff", terms: objective, upper: params.cutoff, mayBeEmpty: true });
  return { model: builder.build(), flows };
}

/** Profiles, with doctors who can bear something one by one: what each bears is looked at alone. */
export function parted({
  profiles,
  worstOff,
}: Component): { readonly profile: Profile; readonly at: number }[] {
  return profiles.flatMap((profile, at) =>
    worstOff === undefined || mostBurden(profile, worstOff.channel) === 0
      ? [{ profile, at }]
      : profile.doctors.map((doctor) => ({ profile: { ...profile, doctors: [doctor] }, at })),
  );
}

function eachOptionRow(
  { limits }: SearchState,
  { graph, track, optionBase }: Profile,
  slot: number,
  option: number,
  visit: (row: number, places: number) => void,
): void {
  const from = graph.slotFrom[slot] as number;
  const to = graph.slotTo[slot] as number;
  for (const lane of limits.lanesOf[track][graph.optionUnit[option] as number] ?? []) {
    eachPeriod(limits.lanes[lane] as Lane, track, from, to, (t, places) =>
      visit(lane * limits.periods + t, places),
    );
  }
  const base = optionBase[option] as number;
  if (base >= 0) visit(base, 1);
}

/** Whole flows → whole lines: follow arcs with flow left, one doctor at a time. */
function decompose(
  flows: readonly Flow[],
  values: Float64Array,
): { readonly line: Line; readonly count: number }[] {
  const lines = new Map<string, { line: Line; count: number }>();
  for (const { profile, sources, sinks, arcs, options } of flows) {
    const { graph } = profile;
    const left = (variable: number): number => Math.round(values[variable] ?? 0);
    const sourceLeft = sources.map(([node, variable]) => ({ node, count: left(variable) }));
    const sinkLeft = new Map(sinks.map(([node, variable]) => [node, left(variable)]));
    const arcLeft = new Map([...arcs].map(([a, variable]) => [a, left(variable)]));
    const optionLeft = new Map([...options].map(([o, variable]) => [o, left(variable)]));
    const out = new Map<number, number[]>();
    for (const a of arcs.keys()) {
      const tail = graph.arcTail[a] as number;
      out.set(tail, [...(out.get(tail) ?? []), a]);
    }
    for (const source of sourceLeft) {
      for (; source.count > 0; source.count--) {
        const path: number[] = [];
        const taken: number[] = [];
        let node = source.node;
        while ((sinkLeft.get(node) ?? 0) === 0) {
          const arc = out.get(node)?.find((a) => (arcLeft.get(a) ?? 0) > 0);
          if (arc === undefined) break;
          const slot = graph.arcSlot[arc] as number;
          let option = graph.optionStart[slot] as number;
          while ((optionLeft.get(option) ?? 0) === 0) option++;
          optionLeft.set(option, (optionLeft.get(option) ?? 0) - 1);
          arcLeft.set(arc, (arcLeft.get(arc) ?? 0) - 1);
          path.push(arc);
          taken.push(option);
          node = graph.arcHead[arc] as number;
        }
        sinkLeft.set(node, (sinkLeft.get(node) ?? 0) - 1);
        const line = makeLine(profile, source.node, node, path, taken);
        const known = lines.get(line.key);
        if (known === undefined) lines.set(line.key, { line, count: 1 });
        else known.count++;
      }
    }
  }
  return [...lines.values()];
}
