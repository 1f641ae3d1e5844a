/** HiGHS as an engine: one native model per solve, exact gap by default, disposed whatever happens. */

import { normaliseValues } from "../../check-values.ts";
import type { Engine, EngineParams, EngineWatch } from "../../engine.ts";
import {
  answerWithoutColumns,
  type EngineAnswer,
  feasibleStart,
  finishResult,
} from "../../finish-result.ts";
import { type Model, modelSize, objectiveAt } from "../../model.ts";
import { type Stopwatch, startStopwatch } from "../../stopwatch.ts";
import { withoutNoise } from "../../tolerance.ts";
import { callbacksFor, type RunWatch } from "./callbacks.ts";
import { readAnswer } from "./from-highs.ts";
import {
  disposeNative,
  guardNative,
  type HighsModule,
  highsModule,
  type NativeModel,
} from "./runtime.ts";
import { mipOptions, timeLimitOption, toHighs } from "./to-highs.ts";

/** Creates the HiGHS engine. It blocks its thread while it solves; `isolatedEngine` does not. */
export function createHighsEngine(): Engine {
  return {
    name: "highs",
    solve: async (model, params, watch = {}) => {
      const stopwatch = startStopwatch();
      const early = answerWithoutColumns(model, "highs") ?? stoppedBefore(watch);
      if (early !== undefined) return finishResult(model, params, early);
      const highs = await highsModule();
      const answer = guardNative(() => solveNative(highs, model, params, watch, stopwatch));
      return finishResult(model, params, answer);
    },
  };
}

function stoppedBefore(watch: EngineWatch): EngineAnswer | undefined {
  if (watch.signal?.aborted !== true && watch.stopped?.() !== true) return undefined;
  return {
    engine: "highs",
    status: "interrupted",
    elapsedMs: 0,
    raw: "stopped before the engine started",
  };
}

function solveNative(
  highs: HighsModule,
  model: Model,
  params: EngineParams,
  watch: EngineWatch,
  stopwatch: Stopwatch,
): EngineAnswer {
  const isMip = modelSize(model).integers > 0;
  const native = highs.createModel(toHighs(model));
  try {
    native.options.set({
      output_flag: false,
      random_seed: params.seed,
      ...timeLimitOption(stopwatch.remainingMs(params.timeLimitMs)),
      ...(isMip ? mipOptions(params) : {}),
    });
    const start = isMip ? feasibleStart(model, params) : undefined;
    if (start !== undefined) native.setSolution({ colValue: start.values });
    native.zeroAllClocks();
    const { modelStatus } = native.run(callbacksFor(highs, runWatch(model, watch)));
    const answer = readAnswer(highs, native, modelStatus, isMip, stopwatch.elapsedMs());
    return answer.status === "infeasible-or-unbounded"
      ? settleUnbounded(highs, native, answer, model, params, stopwatch)
      : answer;
  } finally {
    disposeNative(native);
  }
}

function runWatch(model: Model, watch: EngineWatch): RunWatch {
  const { onIncumbent, stopped } = watch;
  return {
    ...(stopped === undefined ? {} : { stopped: () => stopped() }),
    ...(onIncumbent === undefined
      ? {}
      : {
          onSolution: (raw, bound) => {
            const values = normaliseValues(model, raw);
            onIncumbent({ objective: withoutNoise(objectiveAt(model, values)), bound, values });
          },
        }),
  };
}

// Presolve often proves "infeasible or unbounded" only. Without costs the same model settles which.
function settleUnbounded(
  highs: HighsModule,
  native: NativeModel,
  answer: EngineAnswer,
  model: Model,
  params: EngineParams,
  stopwatch: Stopwatch,
): EngineAnswer {
  const last = model.cost.length - 1;
  native.changeColsCost({ kind: "range", from: 0, to: last }, new Float64Array(last + 1));
  native.options.set(timeLimitOption(stopwatch.remainingMs(params.timeLimitMs)));
  native.zeroAllClocks();
  const second = readAnswer(highs, native, native.run().modelStatus, false, stopwatch.elapsedMs());
  const status =
    second.values !== undefined
      ? "unbounded"
      : second.status === "infeasible"
        ? "infeasible"
        : answer.status;
  const { values: _, bound: __, ...rest } = answer;
  return {
    ...rest,
    status,
    elapsedMs: stopwatch.elapsedMs(),
    raw: `${answer.raw}; without costs: ${second.raw}`,
  };
}
