/** The best plan of each unfinished job, so that a run that is lost or stopped loses nothing. */
import type { Redis } from "ioredis";
import { pack, unpack } from "./blobs.ts";
import { Checkpoint } from "./contract.ts";
import { toFault } from "./fault.ts";
import type { Keys } from "./keys.ts";

export interface CheckpointStore {
  /** Replaces the job's checkpoint. Throws `Fault`. */
  put(jobId: string, checkpoint: Checkpoint): Promise<void>;
  /** Undefined when there is none or it cannot be read: then the job begins afresh. */
  get(jobId: string): Promise<Checkpoint | undefined>;
  remove(jobId: string): Promise<void>;
}

export function createCheckpointStore(
  redis: Redis,
  keys: Keys,
  retentionMs: number,
): CheckpointStore {
  return {
    async put(jobId, checkpoint) {
      try {
        const bytes = await pack(JSON.stringify(checkpoint));
        await redis.set(keys.checkpoint(jobId), bytes, "PX", retentionMs);
      } catch (error) {
        throw toFault(error);
      }
    },
    async get(jobId) {
      const bytes = await redis.getBuffer(keys.checkpoint(jobId));
      if (bytes === null) return undefined;
      try {
        return Checkpoint.parse(JSON.parse(await unpack(bytes)));
      } catch {
        return undefined;
      }
    },
    async remove(jobId) {
      await redis.unlink(keys.checkpoint(jobId));
    },
  };
}
