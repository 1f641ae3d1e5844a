/**
 * The graph of one profile's lines. A node is (block start, time, requirements met, what the rules
 * remember); an arc is a stay; a path from source to sink is a line, and every line that the
 * doctor-side rules allow is a path. Stays that every rule treats alike share an arc: its slot lists
 * the units it can be at, so that sizes add up and do not multiply (docs/formulation.md 3).
 */
import type { Unit } from "@placera/domain";
import { encodingsOf } from "../formulation/encodings.ts";
import type { DoctorFacts } from "../formulation/facts.ts";
import { GraphBuilder } from "./graph-builder.ts";
import type { LineGraph } from "./line-graph.ts";

/** Builds the graph of a doctor's lines over the units given; `tiers` is how many tiers there are. */
export function buildGraph(
  facts: DoctorFacts,
  units: readonly Unit[],
  tiers: number,
  without: ReadonlySet<string> = new Set(),
): LineGraph {
  return new GraphBuilder(facts, units, tiers, encodingsOf(facts, without)).build();
}
