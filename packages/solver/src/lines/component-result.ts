/** What the search of one component is given, and what it hands over. */
import type { Assignment } from "./assignment.ts";
import type { BoundProof } from "./generate.ts";
import type { OpenProgram, SearchWatch } from "./search-state.ts";
import type { Shortage } from "./shortage.ts";

export interface ComponentParams {
  readonly seed: number;
  readonly open: OpenProgram;
  readonly watch: SearchWatch;
  /** Plans to begin from. */
  readonly warm: readonly Assignment[];
  /** The plan to stay close to; it may take more seats than there are. */
  readonly previous?: Assignment | undefined;
  /** Rows whose seats are too few by a count made before (seat-count.ts). */
  readonly counted?: readonly number[] | undefined;
  /** It is of use only where no tier up to this one costs more than with every seat free (kept.ts). */
  readonly idealUpTo?: number | undefined;
}

export interface TierProof {
  readonly value: number;
  readonly bound: number;
  /** Prices that show it: of the bound before rounding. */
  readonly proof: BoundProof;
  /** Where the bound is above what the prices show. */
  readonly closed?: Raised | undefined;
}

/** What raised a bound above what prices show at once: an integer program, or branches ended by prices of their own. */
export interface Raised {
  readonly engine: "highs" | "branching";
  readonly nodes: number;
}

export interface ComponentResult {
  readonly best: Assignment;
  /** By tier; shorter than the tiers when stopped before. */
  readonly tiers: readonly TierProof[];
  /** Why some doctors are unplaced, as a count, where one was found. */
  readonly shortage: Shortage | undefined;
  readonly lines: number;
  readonly rows: number;
}

/** Is nothing dearer, in the tiers up to one, than it is with every seat free? */
export function isIdealUpTo(
  tier: number,
  values: readonly number[],
  unconditional: readonly number[],
): boolean {
  return values.every((value, k) => k > tier || value <= (unconditional[k] ?? 0));
}
