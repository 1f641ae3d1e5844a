/** The host's side of one solve: starts it on a thread, listens, stops it, and cuts it off if need be. */
import type { Worker } from "node:worker_threads";
import {
  canonicalJson,
  type ProblemIssue,
  type SolveOutcome,
  type SolveProgress,
  stoppedOutcome,
} from "@placera/domain";
import { checkResidents, registerResident } from "./memory.ts";
import {
  askToStop,
  createControl,
  type Failure,
  type FromThread,
  reportedMemory,
  type Snapshot,
  type SolveRequest,
  type StopReason,
  stopAsked,
} from "./messages.ts";

/** How a solve on a thread ended. Infeasible is an outcome; the rest has no outcome to give. */
export type ThreadResult =
  | {
      readonly kind: "outcome";
      readonly outcome: SolveOutcome;
      /** The same as canonical JSON: what its content hash is of. */
      readonly text: string;
    }
  | { readonly kind: "invalid"; readonly issues: readonly ProblemIssue[] }
  | Failure;

/** Indices of doctors, by batch. */
export interface Divided {
  readonly kind: "divided";
  readonly batches: readonly (readonly number[])[];
}

/** A better plan, verified. */
export interface Incumbent {
  /** The outcome if the solve were cut off now, as canonical JSON. */
  readonly text: string;
  /** The plan's value by tier, first tier first. */
  readonly score: NonNullable<Snapshot["score"]>;
}

export interface SolveListeners {
  /** About ten times a second at most. */
  onProgress?(progress: SolveProgress): void;
  /** After each better plan, though not more often than they can be written down. */
  onIncumbent?(incumbent: Incumbent): void;
}

export interface RunningSolve<Result = ThreadResult> {
  /** Asks for the best plan so far, now. A thread that does not answer in time is cut off. */
  stop(reason: StopReason): void;
  /** Never rejects. */
  readonly result: Promise<Result>;
  /** Cuts the thread off at once; the result is the last plan it sent. */
  terminate(): Promise<void>;
}

/** Milliseconds from being asked to stop until the thread is cut off. */
export const GRACE_MS: Readonly<Record<StopReason, number>> = {
  // After the limit a large solve still explains who is left out and why.
  "time-limit": 10_000,
  "node-limit": 10_000,
  "memory-limit": 2_000,
  cancelled: 2_000,
  shutdown: 3_000,
};

const TICK_MS = 100;

export interface ConductOptions {
  readonly worker: Worker;
  readonly request: SolveRequest;
  readonly listeners: SolveListeners;
  /** In place of `GRACE_MS`, for tests. */
  readonly graceMs: number | undefined;
  /** Called once, before the result is known: may the thread be used again, and how large is it? */
  readonly onEnd: (thread: {
    readonly reusable: boolean;
    readonly memoryMiB: number;
  }) => Promise<void>;
}

export function conductSolve(options: ConductOptions): RunningSolve<ThreadResult | Divided> {
  const { worker, request, listeners } = options;
  const { memoryLimitMiB, timeLimitMs } = request.params;
  const limitMs = request.timeLimitMs ?? timeLimitMs;
  const grace = (reason: StopReason) => options.graceMs ?? GRACE_MS[reason];
  const control = createControl();
  const begun = performance.now();
  let snapshot: string | undefined;
  let lastWords: NodeJS.Timeout | undefined;
  let ending: Promise<void> | undefined;

  let settle: (result: ThreadResult | Divided) => void = () => undefined;
  const result = new Promise<ThreadResult | Divided>((resolve) => {
    settle = resolve;
  });

  // DANGER: a message, an error, the exit and a timer may all arrive for one thread, in any order.
  // Only the first of them ends the solve.
  const end = (outcome: ThreadResult | Divided, reusable: boolean): void => {
    if (ending !== undefined) return;
    clearInterval(ticker);
    clearTimeout(lastWords);
    forget();
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    ending = options.onEnd({ reusable, memoryMiB: reportedMemory(control) });
    settle(outcome);
  };
  const cutOff = (reason: StopReason) => {
    if (ending === undefined) end(cutOffResult(snapshot, reason, performance.now() - begun), false);
  };
  const stop = (reason: StopReason) => {
    askToStop(control, reason);
    lastWords ??= setTimeout(() => cutOff(stopAsked(control) ?? reason), grace(reason));
  };

  const onMessage = (message: FromThread) => {
    switch (message.kind) {
      case "progress":
        return listeners.onProgress?.(message.progress);
      case "snapshot":
        snapshot = message.text;
        if (message.score === undefined) return;
        return listeners.onIncumbent?.({ text: message.text, score: message.score });
      case "done":
        return end(
          { kind: "outcome", outcome: JSON.parse(message.text), text: message.text },
          true,
        );
      case "divided":
      case "invalid":
        return end(message, true);
      case "out-of-memory":
        return cutOff("memory-limit");
      case "defect":
      case "fault":
        return end(message, false);
    }
  };
  const onError = (error: Error & { readonly code?: unknown }) => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return cutOff("memory-limit");
    const { message, stack } = error;
    end({ kind: "defect", code: "thread-threw", message, stack }, false);
  };
  const onExit = (code: number) => {
    const message = `The solver thread ended by itself with code ${code}.`;
    end({ kind: "fault", code: "thread-ended", message }, false);
  };

  const tick = () => {
    if (performance.now() - begun > limitMs + grace("time-limit")) return cutOff("time-limit");
    if (reportedMemory(control) > memoryLimitMiB) stop("memory-limit");
    checkResidents();
  };
  const ticker = setInterval(tick, TICK_MS);
  const forget = registerResident({
    limitMiB: memoryLimitMiB,
    reported: () => reportedMemory(control),
    over: () => stop("memory-limit"),
  });

  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  worker.postMessage({ ...request, control });

  return {
    stop,
    result,
    async terminate() {
      cutOff(stopAsked(control) ?? "cancelled");
      await ending;
    },
  };
}

/** The last plan the thread sent is the result; with none, that none was found. */
function cutOffResult(
  snapshot: string | undefined,
  reason: StopReason,
  elapsedMs: number,
): ThreadResult {
  const last: SolveOutcome = snapshot === undefined ? NOTHING : JSON.parse(snapshot);
  const stopped = stoppedOutcome(last, reason);
  const outcome = { ...stopped, stats: { ...stopped.stats, elapsedMs } };
  return { kind: "outcome", outcome, text: canonicalJson(outcome) };
}

/** Cut off before even the problem was read. */
const NOTHING: SolveOutcome = {
  schemaVersion: 1,
  kind: "outcome",
  status: "no-plan-found",
  stoppedBy: "cancelled",
  unplaced: [],
  tiers: [],
  stats: {
    elapsedMs: 0,
    components: 0,
    lines: 0,
    rows: 0,
    engine: "unknown",
    formulation: "unknown",
  },
};
