/** An integer solve over the data of an open linear program, after which the program is as it was. */

import { assertHonest } from "../../checked-engine.ts";
import type { EngineParams } from "../../engine.ts";
import { finishResult } from "../../finish-result.ts";
import type { IntegerSolveParams, IntegerSolveResult } from "../../linear-program.ts";
import type { Model } from "../../model.ts";
import { startStopwatch } from "../../stopwatch.ts";
import { callbacksFor } from "./callbacks.ts";
import { readAnswer } from "./from-highs.ts";
import { ascending } from "./index-sets.ts";
import type { HighsModule, NativeModel } from "./runtime.ts";
import { mipOptions, timeLimitOption } from "./to-highs.ts";

/** Makes columns whole, runs the MIP search, and puts integrality, options and basis back. */
export function solveIntegerNative(
  highs: HighsModule,
  native: NativeModel,
  params: IntegerSolveParams,
  columns: number,
): IntegerSolveResult {
  const stopwatch = startStopwatch();
  const { timeLimitMs = Infinity, stopped } = params;
  const integers = ascending(
    params.integerColumns ?? Array.from({ length: columns }, (_, j) => j),
    [],
  ).indices;
  const basis = hasBasis(highs, native) ? native.getBasis() : undefined;
  const hasIntegers = integers.length > 0;
  try {
    native.changeColsIntegrality(
      { kind: "set", indices: integers },
      new Int32Array(integers.length).fill(1),
    );
    native.options.set({
      presolve: "choose",
      solver: "choose",
      ...mipOptions(params),
      ...timeLimitOption(timeLimitMs),
    });
    const model = modelOf(native);
    if (params.start?.length === columns) native.setSolution({ colValue: params.start });
    native.zeroAllClocks();
    const watch = stopped === undefined ? {} : { stopped: () => stopped() };
    const { modelStatus } = native.run(callbacksFor(highs, watch));
    const answer = readAnswer(highs, native, modelStatus, hasIntegers, stopwatch.elapsedMs());
    return toIntegerResult(model, params, answer);
  } finally {
    native.clearIntegrality();
    native.options.set({ presolve: "off", solver: "simplex", ...mipOptions({}) });
    // The search leaves no basis behind, and without one the next LP solve would start cold.
    if (basis !== undefined) native.setBasis(basis);
  }
}

function toIntegerResult(
  model: Model,
  params: IntegerSolveParams,
  answer: Parameters<typeof finishResult>[2],
): IntegerSolveResult {
  const engineParams: EngineParams = {
    seed: 0,
    ...(params.start === undefined ? {} : { start: params.start }),
    ...(params.cutoff === undefined ? {} : { cutoff: params.cutoff }),
  };
  const result = finishResult(model, engineParams, answer);
  assertHonest(model, engineParams, result);
  const { status, values, objective, bound, stats } = result;
  return {
    status,
    ...(values === undefined || objective === undefined ? {} : { values, objective }),
    ...(bound === undefined ? {} : { bound }),
    nodes: stats.nodes,
    elapsedMs: stats.elapsedMs,
  };
}

function hasBasis(highs: HighsModule, native: NativeModel): boolean {
  return Number(native.info.get("basis_validity")) === highs.constants.basisValidity.valid;
}

// The session keeps no copy of its matrix, so the net reads back what HiGHS holds. Names are not needed there.
function modelOf(native: NativeModel): Model {
  const lp = native.getLp("csc");
  return {
    name: "linear-program",
    variableNames: [],
    rowNames: [],
    cost: lp.colCost,
    lower: lp.colLower,
    upper: lp.colUpper,
    integer: Uint8Array.from(lp.integrality),
    rowLower: lp.rowLower,
    rowUpper: lp.rowUpper,
    matrix: { starts: lp.matrix.starts, rowIndex: lp.matrix.indices, values: lp.matrix.values },
    offset: lp.offset,
  };
}
