/** What closing a gap asks of the engine, and how its answer is read, whichever the program is. */
import { checkedEngine, createHighsEngine, type Model } from "@placera/milp";
import type { Assignment } from "./assignment.ts";
import type { Held } from "./master-solution.ts";
import type { SearchState } from "./search-state.ts";

export interface ClosingParams {
  /** Tiers that may cost no more than they do. */
  readonly held: readonly Held[];
  /** Only plans that cost at most this are wanted. */
  readonly cutoff: number;
  /** Branch-and-bound nodes; a limit in time would make results depend on the machine. */
  readonly nodeLimit: number;
  readonly seed: number;
}

/** `nodes` is how many branch-and-bound nodes it took. */
export type Closed = { readonly nodes: number } & (
  | { readonly kind: "better"; readonly assignment: Assignment; readonly proven: boolean }
  | { readonly kind: "none-better" }
  | { readonly kind: "stopped" }
);

/** Solves a program whose every point is a plan that is wanted; `read` tells which. */
export async function solveClosing(
  state: SearchState,
  model: Model,
  { seed, nodeLimit }: ClosingParams,
  read: (values: Float64Array) => Assignment,
): Promise<Closed> {
  const engine = checkedEngine(createHighsEngine());
  const { stats, values, status } = await engine.solve(
    model,
    { seed, nodeLimit },
    { stopped: () => state.watch.stopped() },
  );
  const { nodes } = stats;
  if (values === undefined) {
    return { kind: status === "infeasible" ? "none-better" : "stopped", nodes };
  }
  return { kind: "better", assignment: read(values), proven: status === "optimal", nodes };
}
