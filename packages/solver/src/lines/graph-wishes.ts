/** A doctor's wishes laid over the graph that she shares with others: what it costs where they are not granted. */
import type { Requirement, SectionId, Unit } from "@placera/domain";
import { type Encoding, wishEncodings } from "../formulation/encodings.ts";
import { type DoctorFacts, openBetween, type Stay } from "../formulation/facts.ts";
import type { LineStep } from "../rules/rule.ts";
import type { LineGraph, TierCosts } from "./line-graph.ts";
import { stayAt } from "./stay-at.ts";

/** The graph with the costs of a doctor's wishes; everything else is shared with the one given. */
export function withWishes(graph: LineGraph, facts: DoctorFacts): LineGraph {
  const costs = [...graph.costs];
  for (const { encoding, price } of wishEncodings(facts)) {
    if (price === "must" || encoding.automaton !== undefined) continue;
    for (const { channel, weight } of price) {
      const shared = costs[channel];
      if (shared === undefined) continue;
      costs[channel] = {
        ...shared,
        option: optionCosts(graph, facts, shared, { encoding, weight }),
        arc: arcCosts(graph, facts, shared, { encoding, weight }),
      };
    }
  }
  return { ...graph, costs };
}

interface Wished {
  readonly encoding: Encoding["encoding"];
  readonly weight: number;
}

function optionCosts(
  graph: LineGraph,
  facts: DoctorFacts,
  { option: shared }: TierCosts,
  { encoding: { place, stay }, weight }: Wished,
): Float64Array {
  if ((place ?? stay) === undefined) return shared;
  const costs = shared.slice();
  if (place !== undefined) {
    const { placeOf, places } = placesIn(graph, facts);
    const broken = places.map(({ requirement, unit, section }) =>
      place(requirement, unit, section),
    );
    for (let option = 0; option < costs.length; option++) {
      costs[option] =
        (costs[option] as number) + weight * (broken[placeOf[option] as number] as number);
    }
  }
  if (stay !== undefined) {
    for (let slot = 0; slot < graph.slotFrom.length; slot++) {
      const end = graph.optionStart[slot + 1] as number;
      for (let option = graph.optionStart[slot] as number; option < end; option++) {
        costs[option] =
          (costs[option] as number) + weight * stay(stayAt(graph, facts, slot, option));
      }
    }
  }
  return costs;
}

function arcCosts(
  graph: LineGraph,
  facts: DoctorFacts,
  { arc: shared }: TierCosts,
  { encoding: { step }, weight }: Wished,
): Float64Array {
  if (step === undefined) return shared;
  const { steps } = placesIn(graph, facts);
  const costs = shared.slice();
  for (let arc = 0; arc < costs.length; arc++) {
    costs[arc] = (costs[arc] as number) + weight * step(steps[arc] as LineStep);
  }
  return costs;
}

interface Place {
  readonly requirement: Requirement;
  readonly unit: Unit;
  readonly section: SectionId;
}

/** What is the same for all doctors who share a graph. */
interface Places {
  /** By option: which of the places it is. */
  readonly placeOf: Int32Array;
  readonly places: readonly Place[];
  /** By arc: the step that it is, at its slot's first option. */
  readonly steps: readonly LineStep[];
}

/** By an array that a graph shares with all that are laid over it. */
const known = new WeakMap<Int32Array, Places>();

function placesIn(graph: LineGraph, facts: DoctorFacts): Places {
  let found = known.get(graph.optionUnit);
  if (found === undefined) {
    found = lookAt(graph, facts);
    known.set(graph.optionUnit, found);
  }
  return found;
}

function lookAt(graph: LineGraph, facts: DoctorFacts): Places {
  const numbers = new Map<number, number>();
  const units = facts.problem.units.length;
  const sections = graph.sections.length;
  const placeOf = new Int32Array(graph.optionUnit.length);
  const places: Place[] = [];
  const stays: Stay[] = [];
  for (let slot = 0; slot < graph.slotFrom.length; slot++) {
    const first = graph.optionStart[slot] as number;
    const end = graph.optionStart[slot + 1] as number;
    stays.push(stayAt(graph, facts, slot, first));
    for (let option = first; option < end; option++) {
      const place =
        (graph.slotRequirement[slot] as number) * units + (graph.optionUnit[option] as number);
      const key = place * sections + (graph.optionSection[option] as number);
      let number = numbers.get(key);
      if (number === undefined) {
        number = places.push(stayAt(graph, facts, slot, option)) - 1;
        numbers.set(key, number);
      }
      placeOf[option] = number;
    }
  }
  return { placeOf, places, steps: stepsOf(graph, facts, stays) };
}

function stepsOf(graph: LineGraph, { periods }: DoctorFacts, stays: readonly Stay[]): LineStep[] {
  return Array.from(graph.arcSlot, (slot, arc) => {
    const tail = graph.arcTail[arc] as number;
    const stay = stays[slot] as Stay;
    const idle = openBetween(periods, graph.nodeTime[tail] as number, stay.from);
    return { stay, done: graph.nodeDone[tail] as number, gap: idle > 0, idle };
  });
}
