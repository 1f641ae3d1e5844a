/**
 * Stays whose times are fixed and whose units are open, stays alike together: so many of a kind, each
 * at one of its places, where the cheaper levels of places are among those of the dearer.
 */
import type { Track } from "@placera/domain";
import type { Assignment } from "./assignment.ts";
import type { Component } from "./component.ts";
import type { Line } from "./line.ts";
import type { Profile } from "./profile.ts";
import type { TierWeights } from "./tier-costs.ts";
import { scaledCosts } from "./weighted-costs.ts";

/** A unit, with the base row that is taken too, or −1. */
export interface Place {
  readonly unit: number;
  readonly base: number;
}

/** Stays at the same time with the same places to choose from, whatever these cost. */
export interface Group {
  /** Tells groups apart. */
  readonly name: string;
  readonly track: Track;
  readonly from: number;
  readonly to: number;
  readonly places: readonly Place[];
}

/** Places that cost at most so much: cheaper ones are among them, so that levels of many kinds are one group. */
export interface Level {
  readonly cost: number;
  readonly group: Group;
}

/** Stays that may be at the same places at the same costs; the levels from the cheapest. */
export interface Kind {
  readonly levels: readonly Level[];
  readonly stays: OpenStay[];
}

/** A stay of one doctor; `at` is its place among those of her line. */
export interface OpenStay {
  readonly party: Party;
  readonly at: number;
}

/** One doctor of a profile, with a line whose options are open. */
export interface Party {
  readonly profile: Profile;
  readonly line: Line;
  /** By stay: the option taken. */
  readonly options: Int32Array;
}

export interface OpenStays {
  readonly parties: readonly Party[];
  readonly kinds: readonly Kind[];
}

/** Takes lines as far as they tell when stays are. */
export function openStays(
  { profiles }: Component,
  lines: Assignment["lines"],
  weights: TierWeights,
): OpenStays {
  const own = new Map(profiles.map((profile) => [profile.index, profile]));
  const parties = lines.flatMap(({ line, count }) => {
    const profile = own.get(line.profile);
    return profile === undefined
      ? []
      : Array.from({ length: count }, () => ({ profile, line, options: line.options.slice() }));
  });
  const groups = new Groups();
  const kinds = new Map<string, Kind>();
  for (const party of parties) {
    party.line.slots.forEach((slot, at) => {
      const levels = levelsOf(party.profile, slot, weights, groups);
      const key = levels.map(({ cost, group }) => `${cost}@${group.name}`).join("/");
      getOrMake(kinds, key, () => ({ levels, stays: [] })).stays.push({ party, at });
    });
  }
  return { parties, kinds: [...kinds.values()] };
}

/** The option of a slot at a place that costs least. */
export function optionAt(
  { graph, optionBase }: Profile,
  slot: number,
  { unit, base }: Place,
  weights: TierWeights,
): number {
  const { of } = scaledCosts(graph, weights).option;
  let best = -1;
  for (
    let o = graph.optionStart[slot] as number;
    o < (graph.optionStart[slot + 1] as number);
    o++
  ) {
    if (graph.optionUnit[o] !== unit || optionBase[o] !== base) continue;
    if (best < 0 || (of[o] as number) < (of[best] as number)) best = o;
  }
  return best;
}

function levelsOf(
  profile: Profile,
  slot: number,
  weights: TierWeights,
  groups: Groups,
): readonly Level[] {
  const { graph } = profile;
  const { of, by } = scaledCosts(graph, weights).option;
  const costs = of.subarray(graph.optionStart[slot], graph.optionStart[slot + 1]);
  const distinct = [...new Set(costs)].sort((a, b) => a - b);
  return distinct.map((cost, at) => ({
    cost: by * cost,
    group:
      at === distinct.length - 1
        ? groups.whole(profile, slot)
        : groups.within(profile, slot, (o) => (of[o] as number) <= cost),
  }));
}

/** Groups by what they are; that of all a slot's places is asked for again and again. */
class Groups {
  private readonly byName = new Map<string, Group>();
  /** By the array of units, and by that of bases: profiles that share both have the same places in a slot. */
  private readonly wholes = new Map<Int32Array, Map<Int32Array, Map<string, Group>>>();

  whole(profile: Profile, slot: number): Group {
    const { graph, optionBase, track } = profile;
    const alike = getOrMake(this.wholes, graph.optionUnit, () => new Map());
    const own = getOrMake(alike, optionBase, () => new Map<string, Group>());
    return getOrMake(own, `${track}:${slot}`, () => this.within(profile, slot, () => true));
  }

  within(
    { graph, optionBase, track }: Profile,
    slot: number,
    has: (option: number) => boolean,
  ): Group {
    const places = new Map<string, Place>();
    for (
      let o = graph.optionStart[slot] as number;
      o < (graph.optionStart[slot + 1] as number);
      o++
    ) {
      if (!has(o)) continue;
      const place = { unit: graph.optionUnit[o] as number, base: optionBase[o] as number };
      places.set(`${place.unit}:${place.base}`, place);
    }
    const [from, to] = [graph.slotFrom[slot] as number, graph.slotTo[slot] as number];
    const name = `${track}:${from}:${to}:${[...places.keys()].sort().join(",")}`;
    const group = { name, track, from, to, places: [...places.values()] };
    return getOrMake(this.byName, name, () => group);
  }
}

function getOrMake<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = make();
  known.set(key, made);
  return made;
}
