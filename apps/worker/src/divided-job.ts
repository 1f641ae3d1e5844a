/**
 * A large job as several: divided into batches of independent parts, each a job of its own that any
 * worker may take; put together, and verified as a whole, when all have ended.
 */
import {
  type BlobStore,
  partJobId,
  type SolveJobPayload,
  SolveJobResult,
  type WorkerRoll,
} from "@placera/jobs";
import type { ThreadPool } from "@placera/solver";
import type { Job, Queue } from "bullmq";
import type { Log } from "./log.ts";
import { SolveFailure } from "./solve-failure.ts";
import { writeResult } from "./solve-job.ts";
import { storeOutcome } from "./store-outcome.ts";

export interface DivideSurroundings {
  readonly queue: Queue;
  readonly blobs: BlobStore;
  readonly threads: ThreadPool;
  readonly roll: WorkerRoll;
  /** Problems of at least so many characters are divided, where there are workers to share them. */
  readonly divideCharacters: number;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** `whole`: not to be divided. `waiting`: it now waits for its parts, and is no longer ours. */
export type Division = "whole" | "waiting" | { readonly result: SolveJobResult };

/** Throws `Fault` or `SolveFailure`. */
export async function divideJob(
  job: Job,
  token: string,
  payload: SolveJobPayload,
  around: DivideSurroundings,
): Promise<Division> {
  const { blobs, roll, divideCharacters } = around;
  const { formulation, engine } = payload.params;
  if (payload.part !== undefined || formulation !== "lines" || engine === "jslp") return "whole";
  const text = await blobs.get(payload.problem);
  const isLarge = text.length >= divideCharacters;
  const most = payload.batches ?? (isLarge ? await roll.slots() : 1);
  if (most < 2) return "whole";
  if (!(await hasAllEnded(job, payload))) {
    const isDivided = await addParts(job, payload, { text, most }, around);
    if (!isDivided) return "whole";
    if (await job.moveToWaitingChildren(token)) return "waiting";
  }
  return { result: await putTogether(job, payload, text, around) };
}

async function hasAllEnded(job: Job, { batches }: SolveJobPayload): Promise<boolean> {
  if (batches === undefined) return false;
  const { processed = 0, ignored = 0, failed = 0 } = await job.getDependenciesCount();
  return processed + ignored + failed >= batches;
}

/** False where there is nothing to divide. Adding them twice is adding them once. */
async function addParts(
  job: Job,
  payload: SolveJobPayload,
  { text, most }: { readonly text: string; readonly most: number },
  { queue, threads, log }: DivideSurroundings,
): Promise<boolean> {
  const { params } = payload;
  const divided = await threads.divide({ problem: { text }, params }, most).result;
  if (divided.kind === "outcome") throw new Error("A division has no outcome.");
  if (divided.kind !== "divided") throw new SolveFailure(divided);
  const { batches } = divided;
  if (batches.length < 2) return false;
  // DANGER: how many there are is written down first. A worker that takes the job up again divides
  // it the same way, whatever workers there are by then.
  await job.updateData({ ...payload, batches: batches.length });
  const id = job.id ?? "";
  const { attempts, backoff, removeOnComplete, removeOnFail } = job.opts;
  const parent = { id, queue: queue.qualifiedName };
  await queue.addBulk(
    batches.map((doctors, at) => ({
      name: "part",
      data: { ...payload, batches: undefined, part: { of: id, doctors } },
      opts: {
        jobId: partJobId(id, payload.submission, at),
        parent,
        // The whole hears of a part that failed when all have ended, and fails for its reason.
        ignoreDependencyOnFailure: true,
        ...(attempts === undefined ? {} : { attempts }),
        ...(backoff === undefined ? {} : { backoff }),
        ...(removeOnComplete === undefined ? {} : { removeOnComplete }),
        ...(removeOnFail === undefined ? {} : { removeOnFail }),
      },
    })),
  );
  log("info", "divided", { job: id, parts: batches.length });
  return true;
}

async function putTogether(
  job: Job,
  { params }: SolveJobPayload,
  text: string,
  { threads, ...around }: DivideSurroundings,
): Promise<SolveJobResult> {
  const [reason] = Object.values(await job.getIgnoredChildrenFailures());
  if (reason !== undefined) throw partFailure(reason);
  const values = Object.entries(await job.getChildrenValues());
  // Always in the same order, whichever ended first.
  values.sort(([a], [b]) => (a < b ? -1 : 1));
  const outcomes = await Promise.all(
    values.map(([, value]) => around.blobs.get(SolveJobResult.parse(value).outcome)),
  );
  const task = { kind: "merge" as const, outcomes };
  const ended = await threads.startSolve({ problem: { text }, params, task }).result;
  if (ended.kind !== "outcome") throw new SolveFailure(ended);
  const hash = await storeOutcome(ended.text, around, job.id ?? "");
  return writeResult(hash, ended.outcome);
}

/** A part's reason, `code: sentence`, becomes the whole's. */
function partFailure(reason: string): SolveFailure {
  const [, code = "part-failed", message = reason] = /^([a-z][a-z-]*): (.*)$/s.exec(reason) ?? [];
  const isLost = reason.includes("stalled more than allowable");
  return new SolveFailure({
    kind: "defect",
    code: isLost ? "worker-lost-too-often" : code,
    message,
  });
}
