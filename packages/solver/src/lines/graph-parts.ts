/** The parts a graph is built from, before they are laid out in arrays. */
import type { SectionId, Unit } from "@placera/domain";

export interface Node {
  readonly start: number;
  readonly time: number;
  readonly done: number;
  readonly memory: number;
  arcs: Arc[];
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
}

export interface Option {
  readonly unit: Unit;
  readonly section: SectionId;
  readonly costs: readonly number[];
}

/** A way to meet a requirement at some time: interchangeable options, for one class of memory. */
export interface PlaceClass {
  readonly options: readonly Option[];
}
