/** A graph of lines in typed arrays: what pricing walks over. */
import type { SectionId } from "@placera/domain";
import type { Encoding } from "../formulation/encodings.ts";
import type { DoctorFacts } from "../formulation/facts.ts";
import type { SetMemories } from "./set-memories.ts";
import type { TierCosts } from "./tier-costs.ts";

export type { TierCosts } from "./tier-costs.ts";

/** Typed arrays, indices throughout. Nodes are in order of time, so arcs point forward. */
export interface LineGraph {
  readonly nodes: number;
  /** By node: its time, and the requirements met by then as a bit mask over their indices. */
  readonly nodeTime: Int32Array;
  readonly nodeDone: Int32Array;
  /** Nodes at which a block may begin, with the block's first period. */
  readonly sources: Int32Array;
  readonly sourceStart: Int32Array;
  /** By node: what ending here costs, by tier; a node that is no end is absent. */
  readonly sinks: Int32Array;
  /** Arcs in order of their tail. */
  readonly arcTail: Int32Array;
  readonly arcHead: Int32Array;
  readonly arcSlot: Int32Array;
  /** Slots: a requirement in periods [from, to), and its options [optionStart[s], optionStart[s+1]). */
  readonly slotRequirement: Int32Array;
  readonly slotFrom: Int32Array;
  readonly slotTo: Int32Array;
  readonly optionStart: Int32Array;
  /** Options: requirement, unit and section (index into `sections`). */
  readonly optionRequirement: Int32Array;
  readonly optionUnit: Int32Array;
  readonly optionSection: Int32Array;
  readonly sections: readonly SectionId[];
  /** Costs by tier (index 0, unplaced, is always zero): of sources, sinks, arcs and options. */
  readonly costs: readonly TierCosts[];
  /** Where paths are more than lines (relaxed-graph.ts); slots then have no one requirement. */
  readonly relaxed?: Relaxed;
}

/** What pricing needs of a relaxed graph beside the arrays that all graphs have. */
export interface Relaxed {
  readonly facts: DoctorFacts;
  /** All encodings, and those whose steps only labels can follow. */
  readonly encodings: readonly Encoding[];
  readonly late: readonly Encoding[];
  /** Arcs of node v: [arcStart[v], arcStart[v + 1]). */
  readonly arcStart: Int32Array;
  /** By arc: its cost, as an index into the arc costs of each tier. */
  readonly arcCost: Int32Array;
  /** By node: index among the sinks, or −1. */
  readonly sinkAt: Int32Array;
  readonly optionSlot: Int32Array;
  /** Where sets of stays tell what rules ask beside places: the more remembered of these the earlier. */
  readonly subsets: readonly SubsetShape[];
  /** 1 for requirements that may be left out. */
  readonly optional: Uint8Array;
}

/** What pricing by sets of stays needs; costs are numbers as arcs have them. */
export interface SubsetShape {
  /** By requirement, as bits: what must have begun before it. */
  readonly before: readonly number[];
  readonly memories: SetMemories;
  /** Do these remember all that rules ask? Else lines are asked, not paths. */
  readonly remembersAll: boolean;
  /** What is remembered of a slot's place. */
  readonly slotKey: Int32Array;
  /** What a period of waiting costs; −1 where there is none. */
  readonly idle: number;
}
