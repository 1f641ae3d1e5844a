/** What the stages of one component's search share: the parts, the limits of the search, the best so far. */
import type { LinearProgram } from "@placera/milp";
import { type Assignment, compareValues } from "./assignment.ts";
import type { Component } from "./component.ts";
import type { Limits } from "./limits.ts";
import { type Deleted, type PriceWork, priceWork } from "./price.ts";
import type { Random } from "./random.ts";

/** What a search asks of whoever runs it. */
export interface SearchWatch {
  stopped(): boolean;
  /** Called at each turn of a loop; cheap. */
  turn(news: {
    readonly stage: "bounding" | "diving" | "improving" | "closing";
    readonly lines: number;
  }): void;
  /** Called with each better assignment. */
  better(assignment: Assignment): void;
  /** Takes one search step; false when they are used up. */
  step(): boolean;
}

export interface SearchState {
  readonly component: Component;
  readonly limits: Limits;
  readonly tiers: number;
  readonly works: readonly PriceWork[];
  /** What the tiers before have ruled out, by profile. */
  readonly deleted: (Deleted | undefined)[];
  readonly random: Random;
  readonly watch: SearchWatch;
  best: Assignment;
}

export function searchState(
  component: Component,
  limits: Limits,
  best: Assignment,
  random: Random,
  watch: SearchWatch,
): SearchState {
  return {
    component,
    limits,
    tiers: best.value.length,
    works: component.profiles.map(priceWork),
    deleted: component.profiles.map(() => undefined),
    random,
    watch,
    best,
  };
}

/** Keeps an assignment when it is better in the tiers' strict order. */
export function offer(state: SearchState, assignment: Assignment): boolean {
  if (compareValues(assignment.value, state.best.value) >= 0) return false;
  state.best = assignment;
  state.watch.better(assignment);
  return true;
}

/** Opens the engine's linear program; passed in so that no stage reaches for an engine. */
export type OpenProgram = (seed: number) => Promise<LinearProgram>;
