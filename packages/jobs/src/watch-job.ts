/** Follows a job until it ends. Asks again and again, so a restart of Redis is only a pause. */
import { setTimeout as sleep } from "node:timers/promises";
import type { SolveJobProgress } from "./contract.ts";
import { Fault, toFault } from "./fault.ts";
import type { JobStatus } from "./job-status.ts";

const POLL_MS = 200;
/** How long Redis may be gone before watching gives up, in milliseconds. */
const PATIENCE_MS = 60_000;

export interface WatchOptions {
  readonly status: () => Promise<JobStatus>;
  readonly onProgress: (progress: SolveJobProgress, status: JobStatus) => void;
  readonly signal: AbortSignal | undefined;
}

/** Answers with the final status, or with the last one known when the signal aborts. */
export async function watchJob({ status, onProgress, signal }: WatchOptions): Promise<JobStatus> {
  let seen = "";
  let last = await status();
  let answeredAt = performance.now();
  for (;;) {
    const { progress } = last;
    const words = JSON.stringify(progress);
    if (progress !== undefined && words !== seen) onProgress(progress, last);
    seen = words;
    if (last.state === "completed" || last.state === "failed") return last;
    await sleep(POLL_MS, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
    if (signal?.aborted === true) return last;
    try {
      last = await status();
      answeredAt = performance.now();
    } catch (error) {
      const fault = toFault(error);
      const mayPass = fault instanceof Fault && fault.code === "redis-unreachable";
      if (!mayPass || performance.now() - answeredAt > PATIENCE_MS) throw fault;
    }
  }
}
