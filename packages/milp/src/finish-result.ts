/** What every adapter does last: from an engine's answer to an `EngineResult` that says no more than it may. */

import { checkValues, normaliseValues } from "./check-values.ts";
import type { EngineName, EngineParams, EngineResult } from "./engine.ts";
import { type Model, modelSize, objectiveAt } from "./model.ts";
import { isConclusive, type TerminationStatus } from "./termination.ts";
import { sameObjective, withoutNoise } from "./tolerance.ts";

/** An engine's answer in our terms, before it is cleaned. */
export interface EngineAnswer {
  readonly engine: EngineName;
  readonly status: TerminationStatus;
  readonly values?: Float64Array;
  /** A proven lower bound on the cost; infinite or absent when nothing is proven. */
  readonly bound?: number;
  readonly nodes?: number;
  readonly iterations?: number;
  readonly elapsedMs: number;
  readonly raw: string;
}

interface Solution {
  readonly values: Float64Array;
  readonly objective: number;
}

/**
 * Makes values whole, recomputes the objective from them, falls back on the caller's start when a stopped
 * engine has nothing better, and applies the cutoff. It does not judge: `assertHonest` does.
 */
export function finishResult(
  model: Model,
  params: EngineParams,
  answer: EngineAnswer,
): EngineResult {
  const stopped = !isConclusive(answer.status);
  const found = answer.values === undefined ? undefined : solutionOf(model, answer.values);
  const best = stopped ? better(found, feasibleStart(model, params)) : found;
  const { status, solution } = applyCutoff(answer.status, best, params.cutoff);
  const bound = status === "cutoff" ? params.cutoff : boundOf(answer, solution);
  const { columns, rows, nonzeros } = modelSize(model);
  const { nodes = 0, iterations = 0, elapsedMs } = answer;
  return {
    engine: answer.engine,
    status,
    ...(solution ?? {}),
    ...(bound === undefined ? {} : { bound }),
    stats: { elapsedMs, nodes, iterations, rows, columns, nonzeros },
    raw: answer.raw,
  };
}

/** The caller's start if it satisfies the model, else undefined: a wrong start is ignored, never an error. */
export function feasibleStart(model: Model, params: EngineParams): Solution | undefined {
  if (params.start === undefined || params.start.length !== model.cost.length) return undefined;
  const start = solutionOf(model, params.start);
  return checkValues(model, start.values).length === 0 ? start : undefined;
}

/** A model without variables needs no engine, and engines disagree about it. Undefined for any other. */
export function answerWithoutColumns(model: Model, engine: EngineName): EngineAnswer | undefined {
  if (model.cost.length > 0) return undefined;
  const values = new Float64Array(0);
  const holds = checkValues(model, values).length === 0;
  const raw = "no variables: decided without the engine";
  return holds
    ? { engine, status: "optimal", values, bound: model.offset, elapsedMs: 0, raw }
    : { engine, status: "infeasible", elapsedMs: 0, raw };
}

function solutionOf(model: Model, raw: Float64Array): Solution {
  const values = normaliseValues(model, raw);
  return { values, objective: withoutNoise(objectiveAt(model, values)) };
}

function better(a: Solution | undefined, b: Solution | undefined): Solution | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.objective < a.objective ? b : a;
}

function applyCutoff(
  status: TerminationStatus,
  solution: Solution | undefined,
  cutoff: number | undefined,
): { readonly status: TerminationStatus; readonly solution: Solution | undefined } {
  if (cutoff === undefined) return { status, solution };
  // With a cutoff "infeasible" may mean only that nothing is cheap enough: say no more than was proven.
  if (status === "infeasible") return { status: "cutoff", solution: undefined };
  if (solution === undefined) return { status, solution };
  const wanted = solution.objective <= cutoff || sameObjective(solution.objective, cutoff);
  if (wanted) return { status, solution };
  return { status: status === "optimal" ? "cutoff" : status, solution: undefined };
}

function boundOf(answer: EngineAnswer, solution: Solution | undefined): number | undefined {
  const { bound } = answer;
  if (bound === undefined || !Number.isFinite(bound)) return undefined;
  const clean = withoutNoise(bound);
  // A bound a hair above the value is noise; one clearly above is a lie, which is kept for `assertHonest`.
  const isNoise =
    solution !== undefined &&
    clean > solution.objective &&
    sameObjective(clean, solution.objective);
  return isNoise ? solution.objective : clean;
}
