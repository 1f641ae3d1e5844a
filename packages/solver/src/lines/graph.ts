/**
 * The graph of one profile's lines. A node is (block start, time, requirements met, what the rules
 * remember); an arc is a stay; a path from source to sink is a line, and every line that the
 * doctor-side rules allow is a path. Stays that every rule treats alike share an arc: its slot lists
 * the units it can be at, so that sizes add up and do not multiply (docs/formulation.md 3).
 */
import type { Unit } from "@placera/domain";
import {
  burdenEncodings,
  type Encoding,
  ownEncodings,
  ruleEncodings,
  wishEncodings,
} from "../formulation/encodings.ts";
import { type DoctorFacts, openBetween, type Stay } from "../formulation/facts.ts";
import { GraphBuilder, type KeptStays } from "./graph-builder.ts";
import type { LineGraph, TierCosts } from "./line-graph.ts";

interface GraphOptions {
  /** The encodings of her rules, where they are known already. */
  readonly rules?: readonly Encoding[] | undefined;
  /** Rules that are left out. */
  readonly without?: ReadonlySet<string>;
  /** What must hold besides. */
  readonly more?: readonly Encoding[];
  /** No other stays than these. */
  readonly only?: KeptStays | undefined;
}

/**
 * Builds the graph of a doctor's lines over the units given, without her wishes but those that have
 * a memory, so that doctors who differ in nothing else share it; `tiers` is how many channels costs have.
 */
export function buildGraph(
  facts: DoctorFacts,
  units: readonly Unit[],
  tiers: number,
  { rules, without = new Set(), more = [], only }: GraphOptions = {},
): LineGraph {
  const remembered = wishEncodings(facts).filter(
    ({ encoding }) => encoding.automaton !== undefined,
  );
  const encodings = [
    ...(rules ?? ruleEncodings(facts, without)),
    ...ownEncodings(facts),
    ...remembered,
    ...burdenEncodings(facts, without),
    ...more,
  ];
  return new GraphBuilder(facts, units, { channels: tiers, encodings, only }).build();
}

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
  { encoding, weight }: Wished,
): Float64Array {
  if ((encoding.place ?? encoding.stay) === undefined) return shared;
  const costs = Float64Array.from(shared);
  for (let slot = 0; slot < graph.slotFrom.length; slot++) {
    const end = graph.optionStart[slot + 1] as number;
    for (let option = graph.optionStart[slot] as number; option < end; option++) {
      const stay = stayAt(graph, facts, slot, option);
      const { requirement, unit, section } = stay;
      const broken =
        (encoding.place?.(requirement, unit, section) ?? 0) + (encoding.stay?.(stay) ?? 0);
      costs[option] = (costs[option] as number) + weight * broken;
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
  const stays: Stay[] = [];
  return shared.map((cost, arc) => {
    const slot = graph.arcSlot[arc] as number;
    const tail = graph.arcTail[arc] as number;
    stays[slot] ??= stayAt(graph, facts, slot, graph.optionStart[slot] as number);
    const stay = stays[slot];
    const idle = openBetween(facts.periods, graph.nodeTime[tail] as number, stay.from);
    const done = graph.nodeDone[tail] as number;
    return cost + weight * step({ stay, done, gap: idle > 0, idle });
  });
}

function stayAt(graph: LineGraph, facts: DoctorFacts, slot: number, option: number): Stay {
  const requirement = facts.programme.requirements[graph.slotRequirement[slot] as number];
  const unit = facts.problem.units[graph.optionUnit[option] as number];
  const section = graph.sections[graph.optionSection[option] as number];
  if (requirement === undefined || unit === undefined || section === undefined) {
    throw new Error("A graph names something that its problem does not have.");
  }
  const from = graph.slotFrom[slot] as number;
  const to = graph.slotTo[slot] as number;
  return { requirement, unit, section, from, to };
}
