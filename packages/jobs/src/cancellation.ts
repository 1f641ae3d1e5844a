/**
 * Asking a running job to stop, wherever it runs. The key is the truth and the message makes it
 * quick: a worker that was not listening when the message went out still finds the key.
 */
import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

export interface Cancellations {
  request(jobId: string): Promise<void>;
  isRequested(jobId: string): Promise<boolean>;
  withdraw(jobId: string): Promise<void>;
}

export function createCancellations(redis: Redis, keys: Keys, retentionMs: number): Cancellations {
  return {
    async request(jobId) {
      // DANGER: the key comes first. A worker that misses the message must find it.
      await redis.set(keys.cancel(jobId), "1", "PX", retentionMs);
      await redis.publish(keys.cancelChannel, jobId);
    },
    isRequested: async (jobId) => (await redis.exists(keys.cancel(jobId))) === 1,
    async withdraw(jobId) {
      await redis.del(keys.cancel(jobId));
    },
  };
}

/** Calls back with each job id that is to be cancelled. Uses the connection up: it can only listen. */
export async function listenForCancellations(
  subscriber: Redis,
  keys: Keys,
  onCancel: (jobId: string) => void,
): Promise<void> {
  subscriber.on("message", (channel: string, jobId: string) => {
    if (channel === keys.cancelChannel) onCancel(jobId);
  });
  await subscriber.subscribe(keys.cancelChannel);
}
