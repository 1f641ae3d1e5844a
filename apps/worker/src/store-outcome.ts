/** An outcome took long to find: it is stored with patience, not lost to a Redis that is full for a minute. */
import { setTimeout as sleep } from "node:timers/promises";
import { canonicalJson, type SolveOutcome } from "@placera/domain";
import { type BlobStore, Fault } from "@placera/jobs";
import type { Log } from "./log.ts";

/** Milliseconds before each further try. Meanwhile the job's lock is renewed as ever. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];

export interface StoreSurroundings {
  readonly blobs: BlobStore;
  readonly log: Log;
  /** A worker that is to stop does not wait. */
  readonly signal: AbortSignal;
}

/** Answers with the content hash. Storing the same outcome twice is storing it once. Throws `Fault`. */
export async function storeOutcome(
  outcome: SolveOutcome | string,
  { blobs, log, signal }: StoreSurroundings,
  jobId: string,
): Promise<string> {
  const text = typeof outcome === "string" ? outcome : canonicalJson(outcome);
  for (const pauseMs of PAUSES_MS) {
    try {
      return await blobs.put(text);
    } catch (error) {
      if (!(error instanceof Fault) || signal.reason === "shutdown") throw error;
      log("warn", "outcome-not-stored", { job: jobId, because: error.code, againInMs: pauseMs });
      await sleep(pauseMs);
    }
  }
  return blobs.put(text);
}
