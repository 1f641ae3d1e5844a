/** The surroundings of a solve inside a thread: its clock, its stop flag, its way to be heard. */
import { type Plan, type SolveWatch, type VerifiedPlan, writeSolveProgress } from "@placera/domain";
import { threadMemoryMiB } from "./memory.ts";
import {
  type Control,
  type FromThread,
  reportMemory,
  type StopReason,
  stopAsked,
} from "./messages.ts";

/** Milliseconds between two looks at the thread's memory; a look costs some microseconds. */
const MEMORY_EVERY_MS = 50;
/** Milliseconds between two progress messages of the same stage. */
const PROGRESS_EVERY_MS = 100;
/** Milliseconds between two snapshots, at least; and ten times what one costs to write. */
const SNAPSHOT_EVERY_MS = 250;

export interface WatchOptions {
  readonly control: Control;
  readonly timeLimitMs: number;
  readonly memoryLimitMiB: number;
  readonly warmStart: Plan | undefined;
  readonly threads: number | undefined;
  readonly now: () => number;
  readonly post: (message: FromThread) => void;
  readonly writeSnapshot: (plan: VerifiedPlan, at: SnapshotTimes) => string;
}

/** Milliseconds since the solve began. */
export interface SnapshotTimes {
  readonly elapsedMs: number;
  readonly firstPlanMs: number;
  readonly bestPlanMs: number;
}

export function createThreadWatch(options: WatchOptions): SolveWatch {
  const { control, timeLimitMs, memoryLimitMiB, now, post, writeSnapshot } = options;
  const begun = now();
  let reason: StopReason | undefined;
  let memoryAt = Number.NEGATIVE_INFINITY;
  let progressAt = Number.NEGATIVE_INFINITY;
  let stage = "";
  let waiting: VerifiedPlan | undefined;
  let snapshotDueAt = Number.NEGATIVE_INFINITY;
  let firstPlanMs: number | undefined;
  let bestPlanMs = 0;

  const checkMemory = () => {
    memoryAt = now();
    const mebibytes = threadMemoryMiB();
    reportMemory(control, mebibytes);
    return mebibytes > memoryLimitMiB;
  };

  const whyStop = (): StopReason | undefined => {
    const asked = stopAsked(control);
    if (asked !== undefined) return asked;
    const time = now();
    if (time - begun >= timeLimitMs) return "time-limit";
    return time - memoryAt >= MEMORY_EVERY_MS && checkMemory() ? "memory-limit" : undefined;
  };

  // A thread that is cut off leaves only what it has posted: better plans go out soon, but writing
  // a large one takes longer than finding the next, so they may not go out every time.
  const postSnapshot = () => {
    if (waiting === undefined || firstPlanMs === undefined || now() < snapshotDueAt) return;
    const startedAt = now();
    const text = writeSnapshot(waiting, { elapsedMs: startedAt - begun, firstPlanMs, bestPlanMs });
    post({ kind: "snapshot", text, score: waiting.score });
    waiting = undefined;
    snapshotDueAt = now() + Math.max(SNAPSHOT_EVERY_MS, 10 * (now() - startedAt));
  };

  return {
    now,
    warmStart: options.warmStart,
    threads: options.threads,
    stopped() {
      reason ??= whyStop();
      postSnapshot();
      return reason;
    },
    report(progress) {
      postSnapshot();
      if (progress.stage === stage && now() - progressAt < PROGRESS_EVERY_MS) return;
      stage = progress.stage;
      progressAt = now();
      post({ kind: "progress", progress: writeSolveProgress(progress) });
    },
    incumbent(plan) {
      waiting = plan;
      bestPlanMs = now() - begun;
      firstPlanMs ??= bestPlanMs;
      postSnapshot();
    },
  };
}
