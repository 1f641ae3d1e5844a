/** The interface every engine answers to, and the errors it may throw. It knows nothing of doctors. */

import type { Model, ModelSize } from "./model.ts";
import type { TerminationStatus } from "./termination.ts";

/** The engines there are. */
export const ENGINE_NAMES = ["highs", "jslp", "enumerate"] as const;

/** One of the engines there are. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What a solve is allowed to cost and where it starts. All limits are optional. */
export interface EngineParams {
  /** Wall clock, in milliseconds. Default: none. */
  readonly timeLimitMs?: number;
  /** Branch-and-bound nodes; 0 means the root only. Default: none. Keeps a stopped solve deterministic. */
  readonly nodeLimit?: number;
  /** Stop when objective − bound is at most this, in units of cost. Default: 1e-6. */
  readonly absoluteGap?: number;
  /** Stop when (objective − bound) / |objective| is at most this. Default: 0, a complete proof. */
  readonly relativeGap?: number;
  /** The same seed and node limits give the same answer. 0 to 2 147 483 647. */
  readonly seed: number;
  /** A solution to start from, one value per variable. A wrong one is ignored, never an error. */
  readonly start?: Float64Array;
  /** Only solutions that cost at most this are wanted. Default: none. */
  readonly cutoff?: number;
}

/** A solution better than all before it. `bound` is -Infinity while nothing is proven. */
export interface Incumbent {
  readonly objective: number;
  readonly bound: number;
  readonly values: Float64Array;
}

/** How a caller follows and stops a running solve. Both functions are called synchronously inside it. */
export interface EngineWatch {
  /** Polled often; true asks the engine to stop and keep what it has. Must be cheap (an `Atomics.load`). */
  stopped?(): boolean;
  /** Called with each improving solution. Must not throw. */
  onIncumbent?(incumbent: Incumbent): void;
  /** Terminates an isolated engine. An engine in this thread sees it only before it starts. */
  readonly signal?: AbortSignal;
}

/** What the solve cost. `nodes` and `iterations` are 0 where the engine does not tell. */
export interface EngineStats extends Omit<ModelSize, "integers"> {
  readonly elapsedMs: number;
  readonly nodes: number;
  readonly iterations: number;
}

/** Why the engine stopped and, apart from that, what we have. */
export interface EngineResult {
  readonly engine: EngineName;
  readonly status: TerminationStatus;
  /** A solution, integers whole and zero never negative; absent when there is none. */
  readonly values?: Float64Array;
  /** The cost of `values`, recomputed by us from them. Present exactly when `values` is. */
  readonly objective?: number;
  /** No solution costs less than this. Absent when nothing is proven. */
  readonly bound?: number;
  readonly stats: EngineStats;
  /** The engine's own answer as text, for the log; never parsed. */
  readonly raw: string;
}

/** Solves models. An infeasible or interrupted solve is a result, not an error. */
export interface Engine {
  readonly name: EngineName;
  /** Throws `UnsupportedModelError`, `EngineFault` or `Defect`, and nothing else. */
  solve(model: Model, params: EngineParams, watch?: EngineWatch): Promise<EngineResult>;
}

/** This engine cannot take this model; another may. */
export class UnsupportedModelError extends Error {
  readonly engine: EngineName;
  readonly because: string;

  constructor(engine: EngineName, because: string) {
    super(`${engine} cannot take this model because ${because}; choose another engine`);
    this.name = "UnsupportedModelError";
    this.engine = engine;
    this.because = because;
  }
}

/** What went wrong around an engine: the machine's trouble, not the model's. */
export type EngineFaultCode =
  | "engine-out-of-memory"
  | "engine-crashed"
  | "engine-not-loaded"
  | "engine-thread-ended"
  | "engine-aborted";

/** The engine broke down. Retrying, with more memory or a smaller model, may help. */
export class EngineFault extends Error {
  readonly code: EngineFaultCode;
  readonly because: string;
  readonly wayOut: string;

  constructor(
    code: EngineFaultCode,
    because: string,
    wayOut: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${code}: ${because}; ${wayOut}`, options);
    this.name = "EngineFault";
    this.code = code;
    this.because = because;
    this.wayOut = wayOut;
  }
}
