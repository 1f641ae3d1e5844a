/** Brute force: tries every combination of whole values. Slow, obvious, and therefore the oracle of the tests. */

import {
  type Engine,
  type EngineParams,
  type EngineWatch,
  UnsupportedModelError,
} from "../../engine.ts";
import { answerWithoutColumns, type EngineAnswer, finishResult } from "../../finish-result.ts";
import { type Model, objectiveAt } from "../../model.ts";
import { startStopwatch } from "../../stopwatch.ts";
import type { TerminationStatus } from "../../termination.ts";
import { excessOutside, INTEGRALITY_TOLERANCE } from "../../tolerance.ts";

/** At most this many combinations: 20 binaries. */
export const ENUMERATE_LIMIT = 2 ** 20;

// How many combinations pass between two looks at the clock and the stop flag.
const PATIENCE = 256;

interface Domain {
  readonly lower: number;
  readonly upper: number;
}

interface Best {
  values: Float64Array | undefined;
  objective: number;
}

/** Creates the engine. It takes bounded integer variables and fixed ones; of equal optima it keeps the first. */
export function createEnumerateEngine(): Engine {
  return {
    name: "enumerate",
    // Nothing here waits; async makes a refusal a rejection, as the interface promises.
    solve: async (model, params, watch = {}) => {
      const domains = domainsOf(model);
      const answer =
        answerWithoutColumns(model, "enumerate") ?? enumerate(model, domains, params, watch);
      return finishResult(model, params, answer);
    },
  };
}

function domainsOf(model: Model): Domain[] {
  let combinations = 1;
  return Array.from(model.cost, (_, j) => {
    const lower = model.lower[j] ?? 0;
    const upper = model.upper[j] ?? 0;
    if (lower === upper && model.integer[j] !== 1) return { lower, upper };
    if (model.integer[j] !== 1) {
      throw new UnsupportedModelError(
        "enumerate",
        `${model.variableNames[j]} may take fractional values`,
      );
    }
    const domain = {
      lower: Math.ceil(lower - INTEGRALITY_TOLERANCE),
      upper: Math.floor(upper + INTEGRALITY_TOLERANCE),
    };
    combinations *= Math.max(1, domain.upper - domain.lower + 1);
    if (combinations > ENUMERATE_LIMIT) {
      throw new UnsupportedModelError(
        "enumerate",
        `it has more than ${ENUMERATE_LIMIT} combinations of values`,
      );
    }
    return domain;
  });
}

function enumerate(
  model: Model,
  domains: readonly Domain[],
  params: EngineParams,
  watch: EngineWatch,
): EngineAnswer {
  const stopwatch = startStopwatch();
  const { nodeLimit = Infinity } = params;
  const best: Best = { values: undefined, objective: Infinity };
  let tried = 0;
  let status: TerminationStatus | undefined;
  const mayGoOn = () => {
    if (tried % PATIENCE === 0) {
      if (watch.signal?.aborted === true || watch.stopped?.() === true) status = "interrupted";
      else if (stopwatch.remainingMs(params.timeLimitMs) <= 0) status = "time-limit";
    }
    if (tried >= nodeLimit) status ??= "node-limit";
    return status === undefined;
  };
  for (const { values, holds } of combinationsOf(model, domains)) {
    if (!mayGoOn()) break;
    tried += 1;
    if (holds) keepIfBetter(model, best, values, watch);
  }
  const proven = best.values === undefined ? "infeasible" : "optimal";
  return {
    engine: "enumerate",
    status: status ?? proven,
    ...(best.values === undefined ? {} : { values: best.values }),
    ...(status === undefined && best.values !== undefined ? { bound: best.objective } : {}),
    nodes: tried,
    elapsedMs: stopwatch.elapsedMs(),
    raw: `tried ${tried} combinations`,
  };
}

function keepIfBetter(model: Model, best: Best, values: Float64Array, watch: EngineWatch): void {
  const objective = objectiveAt(model, values);
  if (objective >= best.objective) return;
  best.objective = objective;
  best.values = values.slice();
  watch.onIncumbent?.({ objective, bound: -Infinity, values: values.slice() });
}

// Counts like an odometer, the last variable fastest, and keeps the rows' activities up to date as it goes.
function* combinationsOf(
  model: Model,
  domains: readonly Domain[],
): Generator<{ readonly values: Float64Array; readonly holds: boolean }> {
  if (domains.some(({ lower, upper }) => lower > upper)) return;
  const values = new Float64Array(domains.length);
  const activities = new Float64Array(model.rowLower.length);
  const { starts, rowIndex, values: coefficients } = model.matrix;
  const move = (j: number, to: number) => {
    const step = to - (values[j] ?? 0);
    values[j] = to;
    for (let k = starts[j] ?? 0; k < (starts[j + 1] ?? 0); k++) {
      const row = rowIndex[k] ?? 0;
      activities[row] = (activities[row] ?? 0) + step * (coefficients[k] ?? 0);
    }
  };
  domains.forEach(({ lower }, j) => {
    move(j, lower);
  });
  for (;;) {
    yield { values, holds: rowsHold(model, activities) };
    let j = domains.length - 1;
    while (j >= 0 && (values[j] ?? 0) >= (domains[j]?.upper ?? 0)) {
      move(j, domains[j]?.lower ?? 0);
      j -= 1;
    }
    if (j < 0) return;
    move(j, (values[j] ?? 0) + 1);
  }
}

function rowsHold(model: Model, activities: Float64Array): boolean {
  return activities.every(
    (value, i) =>
      excessOutside(value, model.rowLower[i] ?? -Infinity, model.rowUpper[i] ?? Infinity) === 0,
  );
}
