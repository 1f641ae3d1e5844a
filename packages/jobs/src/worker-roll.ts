/** Which workers are there and how many solves each takes at a time: into how much a job is divided. */
import type { Redis } from "ioredis";
import type { Keys } from "./keys.ts";

/** A worker not heard of for so long is not counted, in milliseconds. */
const PRESENT_MS = 30_000;

export interface WorkerRoll {
  /** Says that the worker is there; to be said again more often than twice in half a minute. */
  answer(worker: string, slots: number): Promise<void>;
  leave(worker: string, slots: number): Promise<void>;
  /** Solves that all workers together take at a time. */
  slots(): Promise<number>;
}

export function createWorkerRoll(redis: Redis, { workers }: Keys): WorkerRoll {
  /** Redis' own clock, in milliseconds: machines need not agree on theirs. */
  const now = async (): Promise<number> => {
    const [seconds, microseconds] = await redis.time();
    return Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
  };
  const entry = (worker: string, slots: number): string => `${slots}:${worker}`;
  return {
    async answer(worker, slots) {
      const time = await now();
      await redis.zadd(workers, time, entry(worker, slots));
      await redis.zremrangebyscore(workers, 0, time - PRESENT_MS);
    },
    async leave(worker, slots) {
      await redis.zrem(workers, entry(worker, slots));
    },
    async slots() {
      const present = await redis.zrangebyscore(workers, (await now()) - PRESENT_MS, "+inf");
      return present.reduce((sum, each) => sum + Number.parseInt(each, 10), 0);
    },
  };
}
