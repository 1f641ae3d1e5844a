/** The parts a graph is built from, before they are laid out in arrays. */
import type { SectionId, Unit } from "@placera/domain";

export interface Node {
  readonly start: number;
  readonly time: number;
  readonly done: number;
  readonly memory: number;
  readonly arcs: Arc[];
  /** Its index once it is laid out; −1 while nothing leads on from it to an end. */
  at: number;
}

export interface Arc {
  readonly head: Node;
  readonly slot: Slot;
  /** Broken preferences, by tier. */
  readonly costs: readonly number[];
}

export interface Slot {
  readonly requirement: number;
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
  /** Its index once it is laid out, or −1. */
  at: number;
}

export interface Option {
  readonly unit: Unit;
  readonly section: SectionId;
  readonly costs: readonly number[];
}

/** A way to meet a requirement at some time: interchangeable options, for one class of memory. */
export interface PlaceClass {
  readonly options: readonly Option[];
  /** Those of its slots that are known, by when they are. */
  readonly slots: Map<number, Slot>;
}

/** A node where a block may begin or end, and what that costs. */
export interface End {
  readonly node: Node;
  readonly costs: readonly number[];
}
