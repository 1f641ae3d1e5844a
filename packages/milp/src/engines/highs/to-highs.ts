/** Our model and parameters → HiGHS' arrays and options. */

import type { EngineParams } from "../../engine.ts";
import type { Model } from "../../model.ts";
import { DEFAULT_ABSOLUTE_GAP, OBJECTIVE_TOLERANCE } from "../../tolerance.ts";
import type { HighsModule } from "./runtime.ts";

/** What `createModel` takes. */
type NativeData = Exclude<
  NonNullable<Parameters<HighsModule["createModel"]>[0]>,
  { data: unknown }
>;

/** Options by HiGHS' own names. */
export type NativeOptions = Record<string, number | string | boolean>;

// HiGHS' own "no limit", the largest 32-bit integer.
const NO_NODE_LIMIT = 2 ** 31 - 1;
// The package refuses infinite option values, so "none" is a number beyond every model and every lifetime.
const NO_CUTOFF = 1e300;
const NO_TIME_LIMIT_SECONDS = 1e9;

/** The model in HiGHS' shape. Names stay here: nothing is looked up by name. */
export function toHighs(model: Model): NativeData {
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  return {
    numCols,
    numRows,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: "csc",
      numRows,
      numCols,
      starts: model.matrix.starts,
      indices: model.matrix.rowIndex,
      values: model.matrix.values,
    },
    // 1 means integer here and there. Leaving it out keeps a pure LP an LP.
    ...(model.integer.includes(1) ? { integrality: Int32Array.from(model.integer) } : {}),
  };
}

/** The options of an integer solve. The relative gap is 0 unless asked for: HiGHS' own default is 0.01 %. */
export function mipOptions(
  params: Pick<EngineParams, "relativeGap" | "absoluteGap" | "nodeLimit" | "cutoff">,
): NativeOptions {
  const { cutoff = Infinity, nodeLimit = NO_NODE_LIMIT } = params;
  return {
    mip_rel_gap: params.relativeGap ?? 0,
    mip_abs_gap: params.absoluteGap ?? DEFAULT_ABSOLUTE_GAP,
    // HiGHS 1.15.1 can lose the optimum in presolve, and when it presolves anew in a restart: restart.test.ts.
    presolve: "off",
    mip_allow_restart: false,
    mip_max_nodes: nodeLimit,
    // HiGHS cuts off solutions at its bound too; ours are wanted up to and including the cutoff.
    objective_bound:
      cutoff === Infinity
        ? NO_CUTOFF
        : cutoff + OBJECTIVE_TOLERANCE * Math.max(1, Math.abs(cutoff)),
  };
}

/** HiGHS counts in seconds, and over all runs of one model: reset its clocks before each run. */
export function timeLimitOption(limitMs: number): NativeOptions {
  return { time_limit: Math.min(limitMs / 1000, NO_TIME_LIMIT_SECONDS) };
}
