/** Puts a problem in the queue: the blob first, then the job, and never the same job twice. */
import { randomUUID } from "node:crypto";
import {
  canonicalJson,
  type ProblemIssue,
  parseProblem,
  SolveParams,
  type SolveParamsInput,
} from "@placera/domain";
import type { Job, Queue } from "bullmq";
import type { BlobStore } from "./blobs.ts";
import type { Cancellations } from "./cancellation.ts";
import type { CheckpointStore } from "./checkpoints.ts";
import { ATTEMPTS, BACKOFF, CONTRACT, type SolveJobPayload } from "./contract.ts";
import { Fault } from "./fault.ts";
import { solveJobId } from "./job-id.ts";
import { readStatus } from "./job-status.ts";

export type Submission =
  /** `existing`: it is queued, running or completed already; nothing was added. */
  | { readonly state: "enqueued" | "existing"; readonly id: string; readonly problem: string }
  /** The problem is wrong, and nothing was stored. */
  | { readonly state: "invalid"; readonly issues: readonly ProblemIssue[] };

export interface SubmitSurroundings {
  readonly queue: Queue;
  readonly blobs: BlobStore;
  readonly cancellations: Cancellations;
  readonly checkpoints: CheckpointStore;
  readonly retentionMs: number;
}

export async function submit(
  problemValue: unknown,
  paramsInput: SolveParamsInput,
  surroundings: SubmitSurroundings,
): Promise<Submission> {
  const { queue, blobs } = surroundings;
  const parsed = parseProblem(problemValue);
  if (!parsed.ok) return { state: "invalid", issues: parsed.issues };
  const params = SolveParams.parse(paramsInput);
  // DANGER: blob first. If this fails there is no job; if adding the job fails there is a blob
  // that nobody asks for, and it goes when its retention ends.
  const problem = await blobs.put(canonicalJson(problemValue));
  const payload = { contract: CONTRACT, problem, params, submission: randomUUID() } as const;
  const id = solveJobId(payload);

  const existing = await queue.getJob(id);
  if (existing !== undefined) {
    if (await isWorthKeeping(id, surroundings)) {
      // Asking for it again takes back a wish to cancel that no worker has heard yet.
      if (await existing.isWaiting()) await surroundings.cancellations.withdraw(id);
      return { state: "existing", id, problem };
    }
    await removeIfIdle(existing);
  }
  await add(payload, id, surroundings);
  // DANGER: BullMQ answers an add of a known id as if it had been added. Who was first shows in
  // the job itself.
  const now = await queue.getJob(id);
  const isOurs = now?.data?.submission === payload.submission;
  return { state: isOurs || now === undefined ? "enqueued" : "existing", id, problem };
}

async function add(
  payload: SolveJobPayload,
  jobId: string,
  { queue, cancellations, checkpoints, retentionMs }: SubmitSurroundings,
): Promise<void> {
  const age = Math.ceil(retentionMs / 1000);
  // What an earlier job of this name left: a wish to cancel, time used up, a plan that may be what
  // it failed on. What belongs to a job that waits or runs stays.
  if ((await queue.getJob(jobId)) === undefined) {
    await Promise.all([cancellations.withdraw(jobId), checkpoints.remove(jobId)]);
  }
  await queue.add("solve", payload, {
    jobId,
    attempts: ATTEMPTS,
    backoff: BACKOFF,
    removeOnComplete: { age },
    removeOnFail: { age },
  });
}

/** A job that failed, was cancelled, or whose outcome is gone is asked for anew. */
async function isWorthKeeping(
  id: string,
  { queue, blobs }: Pick<SubmitSurroundings, "queue" | "blobs">,
): Promise<boolean> {
  const status = await readStatus(queue, id, async () => false).catch(unreadable);
  if (status === undefined || status.state === "failed") return false;
  if (status.result === undefined) return true;
  return status.result.stoppedBy !== "cancelled" && (await blobs.has(status.result.outcome));
}

/** A job that another version wrote is worth nothing to us; that Redis is gone is another matter. */
function unreadable(error: unknown): undefined {
  if (error instanceof Fault && error.code === "job-unreadable") return undefined;
  throw error;
}

/**
 * Removed and added again rather than retried: BullMQ keeps a failed job's count of lost workers,
 * and with it the verdict. If a worker has it meanwhile, somebody else was quicker, and that is well.
 */
async function removeIfIdle(job: Job): Promise<void> {
  try {
    await job.remove();
  } catch (error) {
    const state = await job.getState();
    if (state !== "active" && state !== "unknown") throw error;
  }
}
