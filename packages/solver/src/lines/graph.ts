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
import type { DoctorFacts } from "../formulation/facts.ts";
import { GraphBuilder, type KeptStays } from "./graph-builder.ts";
import type { LineGraph } from "./line-graph.ts";

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
