/** HiGHS' answers → ours: status codes, counters, and whether there is a solution at all. */

import type { EngineAnswer } from "../../finish-result.ts";
import type { TerminationStatus } from "../../termination.ts";
import type { HighsModule, NativeModel } from "./runtime.ts";

/** What HiGHS' code says about why it stopped. */
export function terminationOf(highs: HighsModule, code: number): TerminationStatus {
  const is = highs.constants.modelStatus;
  switch (code) {
    case is.optimal:
    case is.empty:
      return "optimal";
    case is.infeasible:
      return "infeasible";
    case is.unbounded:
      return "unbounded";
    case is.unboundedOrInfeasible:
      return "infeasible-or-unbounded";
    case is.objectiveBound:
      return "cutoff";
    case is.timeLimit:
      return "time-limit";
    case is.iterationLimit:
      return "iteration-limit";
    // We never ask for a number of solutions; HiGHS answers this at the node limit.
    case is.solutionLimit:
      return "node-limit";
    case is.interrupted:
    case is.objectiveTarget:
      return "interrupted";
    default:
      return "numerical-trouble";
  }
}

/** Reads the native model after a run. Values only where HiGHS itself calls them feasible. */
export function readAnswer(
  highs: HighsModule,
  native: NativeModel,
  code: number,
  isMip: boolean,
  elapsedMs: number,
): EngineAnswer {
  const status = terminationOf(highs, code);
  const primal = Number(native.info.get("primal_solution_status"));
  const hasValues = primal === highs.constants.solutionStatus.feasible && status !== "unbounded";
  const bound = isMip
    ? Number(native.info.get("mip_dual_bound"))
    : status === "optimal"
      ? native.getObjectiveValue()
      : Number.NEGATIVE_INFINITY;
  return {
    engine: "highs",
    status,
    ...(hasValues ? { values: native.getSolution().colValue } : {}),
    bound,
    nodes: isMip ? counter(native, "mip_node_count") : 0,
    iterations: counter(native, "simplex_iteration_count"),
    elapsedMs,
    raw: `HiGHS model status ${code}, primal status ${primal}, objective ${native.getObjectiveValue()}, bound ${bound}`,
  };
}

/** A counter of HiGHS, which uses bigint and −1 for "not counted". */
export function counter(native: NativeModel, name: string): number {
  return Math.max(0, Number(native.info.get(name)));
}
