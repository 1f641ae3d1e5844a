/** The graph of one doctor's rotations, as the checker of bounds walks over it. */
import type { Doctor, Requirement } from "@placera/domain";
import type { Stay } from "../formulation/facts.ts";

/** Costs by tier. */
export type Costs = readonly number[];

/** Unit and section at which a requirement may be met, and what that costs. */
export interface Place {
  readonly unit: Stay["unit"];
  readonly section: Stay["section"];
  readonly costs: Costs;
}

export interface Slot {
  readonly requirement: Requirement;
  readonly from: number;
  readonly to: number;
  /** At least one. Slots that differ in their periods alone have the very same list. */
  readonly places: readonly Place[];
}

export interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly slot: number;
  readonly costs: Costs;
}

/** Nodes in order of time; arcs in order of their tail. */
export interface Rotations {
  readonly doctor: Doctor;
  readonly track: "AT" | "BT";
  readonly nodes: number;
  readonly begins: readonly { readonly node: number; readonly costs: Costs }[];
  readonly ends: readonly { readonly node: number; readonly costs: Costs }[];
  readonly arcs: readonly Arc[];
  readonly slots: readonly Slot[];
}
