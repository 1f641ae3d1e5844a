/** Runs any engine in a thread that can be killed: the only real deadline for a synchronous engine. */

import type { Worker } from "node:worker_threads";
import {
  type Engine,
  EngineFault,
  type EngineName,
  type EngineParams,
  type EngineWatch,
  type Incumbent,
} from "../../engine.ts";
import { finishResult } from "../../finish-result.ts";
import type { Model } from "../../model.ts";
import { startStopwatch } from "../../stopwatch.ts";
import type { TerminationStatus } from "../../termination.ts";
import { fromPosted, type SolveRequest, type ThreadMessage } from "./messages.ts";
import { startThread, type ThreadParams } from "./start-thread.ts";

/** How to isolate an engine. Times in milliseconds. */
export interface IsolatedParams extends ThreadParams {
  readonly engine: EngineName;
  /** How long an engine may take to answer after its deadline or a stop, before it is killed. Default 500. */
  readonly graceMs?: number;
  /** How often `stopped` is asked. Default 20. */
  readonly pollMs?: number;
}

/** An engine in a thread of its own. */
export interface IsolatedEngine extends Engine {
  /** Ends the idle thread. The engine may be used again, and then starts a new one. */
  close(): Promise<void>;
}

/**
 * Isolates an engine. At `timeLimitMs` plus the grace the thread is killed and the best solution it had posted
 * is returned; likewise after `stopped()` or an abort of `signal`. One idle thread is kept warm between solves.
 */
export function isolatedEngine(params: IsolatedParams): IsolatedEngine {
  let idle: Worker | undefined;
  return {
    name: params.engine,
    async solve(model, engineParams, watch = {}) {
      const worker = idle ?? startThread(params);
      idle = undefined;
      const { value, reusable } = await runInThread(worker, params, model, engineParams, watch);
      if (reusable && idle === undefined) {
        idle = worker;
        const forget = () => {
          if (idle === worker) idle = undefined;
        };
        // A thread that dies while it rests must not be posted to, nor end the process by an unheard error.
        worker.on("error", forget).on("exit", forget);
      } else await worker.terminate();
      return value();
    },
    async close() {
      const worker = idle;
      idle = undefined;
      await worker?.terminate();
    },
  };
}

/** How a run ended: what to return or throw, and whether the thread is still good. */
interface Ending {
  readonly value: () => ReturnType<typeof finishResult>;
  readonly reusable: boolean;
}

function runInThread(
  worker: Worker,
  isolation: IsolatedParams,
  model: Model,
  params: EngineParams,
  watch: EngineWatch,
): Promise<Ending> {
  const { graceMs = 500, pollMs = 20, engine } = isolation;
  const stopwatch = startStopwatch();
  const stop = new Int32Array(new SharedArrayBuffer(4));
  let best: Incumbent | undefined;
  let stopping: TerminationStatus | undefined;

  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = [];
    const end = (ending: Ending) => {
      timers.forEach(clearTimeout);
      watch.signal?.removeEventListener("abort", onStop);
      // By name: the worker keeps listeners of its own, and without those it never speaks again.
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      worker.unref();
      resolve(ending);
    };
    const kill = (status: TerminationStatus) => {
      const found = best === undefined ? {} : { values: best.values, bound: best.bound };
      const raw = `thread ended by us ${graceMs} ms after it should have answered`;
      const answer = { engine, status, ...found, elapsedMs: stopwatch.elapsedMs(), raw };
      end({ value: () => finishResult(model, params, answer), reusable: false });
    };
    // The limit is the engine's: loading a cold thread does not count, or short limits would find nothing.
    const startDeadline = () => {
      if (params.timeLimitMs === undefined) return;
      timers.push(setTimeout(() => kill("time-limit"), params.timeLimitMs + graceMs));
    };
    const onStop = () => {
      if (stopping !== undefined) return;
      stopping = "interrupted";
      Atomics.store(stop, 0, 1);
      timers.push(setTimeout(() => kill("interrupted"), graceMs));
    };
    const fail = (error: Error) =>
      end({
        value: () => {
          throw error;
        },
        reusable: false,
      });

    for (const event of ["error", "exit"]) worker.removeAllListeners(event);
    worker.on("message", (message: ThreadMessage) => {
      if (message.kind === "started") startDeadline();
      else if (message.kind === "incumbent") {
        best = message.incumbent;
        watch.onIncumbent?.(message.incumbent);
      } else if (message.kind === "result") end({ value: () => message.result, reusable: true });
      else fail(fromPosted(message.error));
    });
    worker.on("error", (error) => fail(threadFault(error)));
    worker.on("exit", (code) => fail(endedFault(code)));
    watch.signal?.addEventListener("abort", onStop);
    if (watch.signal?.aborted === true || watch.stopped?.() === true) onStop();
    const poll = () => {
      if (watch.stopped?.() === true) onStop();
    };
    timers.push(setInterval(poll, pollMs));
    worker.ref();
    worker.postMessage({ engine, model, params, stop } satisfies SolveRequest);
  });
}

function threadFault(error: unknown): EngineFault {
  const isMemory =
    error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory
    ? new EngineFault(
        "engine-out-of-memory",
        "the thread reached its memory limit",
        "raise memoryLimitMb",
        { cause: error },
      )
    : new EngineFault("engine-crashed", "the thread failed outside the engine", "see the cause", {
        cause: error,
      });
}

function endedFault(code: number): EngineFault {
  return new EngineFault(
    "engine-thread-ended",
    `the thread ended by itself with code ${code}`,
    "try again",
  );
}
