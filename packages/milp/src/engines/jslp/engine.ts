/** javascript-lp-solver as an engine: small models only, never trusted, never stopped from inside. */

import {
  type Engine,
  type EngineParams,
  type EngineWatch,
  UnsupportedModelError,
} from "../../engine.ts";
import { answerWithoutColumns, type EngineAnswer, finishResult } from "../../finish-result.ts";
import type { Model } from "../../model.ts";
import { type Stopwatch, startStopwatch } from "../../stopwatch.ts";
import { fromJslp, type Reading } from "./from-jslp.ts";
import { type JslpAnswer, type JslpRequest, solveWithJslp } from "./library.ts";
import { tooLargeBecause } from "./size-limit.ts";
import { type SentVariable, toJslp } from "./to-jslp.ts";

/**
 * Creates the engine. It refuses models above `JSLP_SIZE_LIMIT`. It ignores `seed`, `nodeLimit` and the gaps
 * (its proofs are complete), uses `start` only as the answer when it has none, and cannot poll `stopped`.
 */
export function createJslpEngine(): Engine {
  return {
    name: "jslp",
    // The library is synchronous; async makes what it throws a rejection, as the interface promises.
    solve: async (model, params, watch = {}) => {
      const because = tooLargeBecause(model);
      if (because !== undefined) throw new UnsupportedModelError("jslp", because);
      const answer =
        answerWithoutColumns(model, "jslp") ?? stoppedBefore(watch) ?? solveLibrary(model, params);
      const result = finishResult(model, params, answer);
      const { objective, bound = -Infinity, values } = result;
      if (objective !== undefined && values !== undefined)
        watch.onIncumbent?.({ objective, bound, values });
      return result;
    },
  };
}

function stoppedBefore(watch: EngineWatch): EngineAnswer | undefined {
  if (watch.signal?.aborted !== true && watch.stopped?.() !== true) return undefined;
  return {
    engine: "jslp",
    status: "interrupted",
    elapsedMs: 0,
    raw: "stopped before the engine started",
  };
}

function solveLibrary(model: Model, params: EngineParams): EngineAnswer {
  const stopwatch = startStopwatch();
  const translation = toJslp(model, params.timeLimitMs);
  if (translation.kind === "infeasible") {
    const raw = `decided without the library: ${translation.because}`;
    return { engine: "jslp", status: "infeasible", elapsedMs: stopwatch.elapsedMs(), raw };
  }
  const { request, sent } = translation;
  const limitReached = () => stopwatch.remainingMs(params.timeLimitMs) <= 0;
  const answer = callLibrary(request);
  const reading = fromJslp(model, sent, answer, limitReached());
  const settled =
    reading.status === "infeasible-or-unbounded"
      ? settleUnbounded(model, request, sent, limitReached)
      : reading;
  return answerOf(settled, answer, stopwatch);
}

// With everything fixed there is nothing to send, and the library answers an empty model with nonsense.
function callLibrary(request: JslpRequest): JslpAnswer {
  if (Object.keys(request.variables).length === 0)
    return { feasible: true, bounded: true, isIntegral: true };
  if (Object.keys(request.constraints).length === 0) return withoutRows(request);
  return solveWithJslp(request);
}

// Without rows the library never moves: it answers 0 and `bounded: true` also where the cost falls without end.
function withoutRows({ variables, unrestricted }: JslpRequest): JslpAnswer {
  const falls = Object.entries(variables).some(
    ([name, { cost = 0 }]) => cost < 0 || (cost !== 0 && unrestricted[name] === 1),
  );
  return { feasible: true, bounded: !falls, isIntegral: true };
}

function settleUnbounded(
  model: Model,
  request: JslpRequest,
  sent: readonly SentVariable[],
  limitReached: () => boolean,
): Reading {
  const variables = Object.fromEntries(
    Object.entries(request.variables).map(([name, column]) => [name, { ...column, cost: 0 }]),
  );
  const { status } = fromJslp(model, sent, callLibrary({ ...request, variables }), limitReached());
  if (status === "optimal") return { status: "unbounded" };
  return {
    status: status === "infeasible" || status === "time-limit" ? status : "infeasible-or-unbounded",
  };
}

function answerOf(reading: Reading, answer: JslpAnswer, stopwatch: Stopwatch): EngineAnswer {
  return {
    engine: "jslp",
    ...reading,
    elapsedMs: stopwatch.elapsedMs(),
    raw: JSON.stringify(answer),
  };
}
