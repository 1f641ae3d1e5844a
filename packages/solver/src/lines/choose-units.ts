/**
 * Units for stays whose times are fixed: an integer program over how many stays of a group are at each
 * place. Pooled rows give everyone times without units (pooled-rows.ts); what they cannot see, that
 * stays have to fit one after another at a unit, is settled here for all at once.
 */
import { checkedEngine, createHighsEngine, type EngineParams, type Model } from "@placera/milp";
import { WHOLE } from "../tolerance.ts";
import { type Assignment, assign, tally } from "./assignment.ts";
import type { Line } from "./line.ts";
import { makeLine } from "./make-line.ts";
import { type Group, type Kind, openStays, optionAt, type Party } from "./open-stays.ts";
import type { SearchState } from "./search-state.ts";
import type { TierWeights } from "./tier-costs.ts";
import { unitModel } from "./unit-model.ts";

export interface ChooseUnitsParams {
  readonly weights: TierWeights;
  readonly nodeLimit: number;
  readonly seed: number;
}

/** The cheapest way to seat lines at their times, or undefined where none is found. */
export async function chooseUnits(
  state: SearchState,
  lines: Assignment["lines"],
  { weights, nodeLimit, seed }: ChooseUnitsParams,
): Promise<Assignment | undefined> {
  const { parties, kinds } = openStays(state.component, lines, weights);
  const { model, levels, places } = unitModel(state, kinds);
  const values = await solve(model, { seed, nodeLimit }, () => state.watch.stopped());
  if (values === undefined) return undefined;
  seat(kinds, weights, {
    level: (kind, at) => Math.round(values[levels.get(kind)?.[at] ?? -1] ?? kind.stays.length),
    place: (group, at) => Math.round(values[places.get(group)?.[at] ?? -1] ?? 0),
  });
  return assign(state.component, tally(parties.map(lineOf)));
}

/** Stays at a unit are intervals, so that its linear program is mostly whole as it is: then no branching is begun. */
async function solve(
  model: Model,
  params: EngineParams,
  stopped: () => boolean,
): Promise<Float64Array | undefined> {
  const engine = checkedEngine(createHighsEngine());
  const linear = { ...model, integer: new Uint8Array(model.integer.length) };
  const { values } = await engine.solve(linear, { seed: params.seed }, { stopped });
  if (values === undefined) return undefined;
  if (values.every((value) => Math.abs(value - Math.round(value)) < WHOLE)) return values;
  return (await engine.solve(model, params, { stopped })).values;
}

/** How many stays of a kind take a level, and how many of a group are at a place. */
interface Chosen {
  level(kind: Kind, at: number): number;
  place(group: Group, at: number): number;
}

/** Gives each stay an option. */
function seat(kinds: readonly Kind[], weights: TierWeights, chosen: Chosen): void {
  const left = new Map<Group, number[]>();
  for (const kind of kinds) {
    const waiting = [...kind.stays];
    kind.levels.forEach(({ group }, at) => {
      const open = left.get(group) ?? group.places.map((_, place) => chosen.place(group, place));
      left.set(group, open);
      for (const { party, at: stay } of waiting.splice(0, chosen.level(kind, at))) {
        const place = open.findIndex((count) => count > 0);
        open[place] = (open[place] ?? 0) - 1;
        const slot = party.line.slots[stay] as number;
        const there = group.places[place];
        if (there === undefined) continue;
        party.options[stay] = optionAt(party.profile, slot, there, weights);
      }
    });
  }
}

/** The line with the options taken. */
function lineOf({ profile, line, options }: Party): { readonly line: Line } {
  if (options.length === 0) return { line };
  const { arcTail, arcHead } = profile.graph;
  const source = arcTail[line.arcs[0] as number] as number;
  const sink = arcHead[line.arcs[line.arcs.length - 1] as number] as number;
  return { line: makeLine(profile, source, sink, [...line.arcs], [...options]) };
}
