/** What is known of a job, as its clients see it. */
import type { SolveParams } from "@placera/domain";
import type { Job, Queue } from "bullmq";
import { SolveJobPayload, SolveJobProgress, SolveJobResult } from "./contract.ts";
import { Fault } from "./fault.ts";
import { partJobId } from "./job-id.ts";
import { sumProgress } from "./sum-progress.ts";

/**
 * - `queued`: waits for a worker, also for another try after a fault.
 * - `running`: a worker has it, or it is divided and its parts are worked off.
 * - `completed`: there is an outcome, be it infeasible or cancelled.
 * - `failed`: there is none; `failure` says why.
 */
export type JobState = "queued" | "running" | "completed" | "failed";

export interface JobStatus {
  readonly id: string;
  readonly state: JobState;
  /** Content hash of the problem. */
  readonly problem: string;
  readonly params: SolveParams;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  /** Times a worker took the job up; more than 1 when one was lost or stopped. */
  readonly runs: number;
  /** The job whose work this one shares, if it does. */
  readonly partOf: string | undefined;
  /** Of a divided job: its parts' together. */
  readonly progress: SolveJobProgress | undefined;
  readonly cancelRequested: boolean;
  readonly result: SolveJobResult | undefined;
  readonly failure: { readonly code: string; readonly message: string } | undefined;
}

/**
 * Reads a job out of the queue; undefined when it is not there. Throws `Fault` job-unreadable when
 * another version wrote it.
 */
export async function readStatus(
  queue: Queue,
  id: string,
  isCancelRequested: (id: string) => Promise<boolean>,
): Promise<JobStatus | undefined> {
  // DANGER: the state first, then the job. The other way round, a job that ends in between would be
  // ended and have no result.
  const state = await queue.getJobState(id);
  const job: Job | undefined = state === "unknown" ? undefined : await queue.getJob(id);
  if (job === undefined) return undefined;
  const payload = SolveJobPayload.safeParse(job.data);
  if (!payload.success) throw new Fault("job-unreadable", {}, { cause: payload.error });
  const result = state === "completed" ? readResult(job.returnvalue) : undefined;
  const { batches, part } = payload.data;
  return {
    id,
    state: stateOf(state),
    problem: payload.data.problem,
    params: payload.data.params,
    submittedAt: job.timestamp,
    startedAt: job.processedOn,
    finishedAt: job.finishedOn,
    // One that was divided is taken up once to be divided and once to be put together.
    runs: batches === undefined ? job.attemptsStarted : Math.max(1, job.attemptsStarted - 1),
    partOf: part?.of,
    progress:
      batches === undefined ? readProgress(job) : await progressOfParts(queue, id, payload.data),
    cancelRequested: await isCancelRequested(id),
    result,
    failure: state === "failed" ? readFailure(job.failedReason) : undefined,
  };
}

/** Until a run has reported, `progress` is what BullMQ puts there: 0. */
function readProgress({ progress }: Job): SolveJobProgress | undefined {
  const read = SolveJobProgress.safeParse(progress);
  return read.success ? read.data : undefined;
}

async function progressOfParts(
  queue: Queue,
  id: string,
  { batches = 0, submission }: SolveJobPayload,
): Promise<SolveJobProgress | undefined> {
  const ids = Array.from({ length: batches }, (_, at) => partJobId(id, submission, at));
  const parts = await Promise.all(ids.map((each): Promise<Job | undefined> => queue.getJob(each)));
  return sumProgress(parts.map((part) => part && readProgress(part)));
}

function stateOf(state: string): JobState {
  if (state === "completed" || state === "failed") return state;
  return state === "active" || state === "waiting-children" ? "running" : "queued";
}

function readResult(value: unknown): SolveJobResult {
  const result = SolveJobResult.safeParse(value);
  if (!result.success) throw new Fault("job-unreadable", {}, { cause: result.error });
  return result.data;
}

/** A worker writes `code: sentence`; BullMQ's own reasons have no code. */
function readFailure(reason: string): { readonly code: string; readonly message: string } {
  const [, code, message] = /^([a-z][a-z-]*): (.*)$/s.exec(reason) ?? [];
  if (code !== undefined && message !== undefined) return { code, message };
  const isStalled = reason.includes("stalled more than allowable");
  return { code: isStalled ? "worker-lost-too-often" : "failed", message: reason };
}
