/** What a worker may be told. Times are in milliseconds. */
import { DEFAULT_PREFIX, RETENTION_MS } from "@placera/jobs";

export interface WorkerSettings {
  readonly redisUrl: string;
  /** Solves at a time. */
  readonly concurrency: number;
  /** Threads that one solve may use. */
  readonly threads: number;
  /**
   * Problems of at least so many characters are divided into jobs for all the workers there are.
   * Below, one thread is done before others have been told.
   */
  readonly divideCharacters: number;
  /** Before every key in Redis; the clients' own. */
  readonly prefix: string;
  /** How long outcomes are kept. */
  readonly retentionMs: number;
  /** A job whose worker has not been heard of for so long may be taken by another. */
  readonly lockMs: number;
  /**
   * Between two looks for lost workers. DANGER: one value for all workers of a queue. Redis keeps
   * the time of the last look for the longest interval any of them has used.
   */
  readonly stalledMs: number;
  /** How often a job may lose its worker before it is given up as one that kills workers. */
  readonly maxLostWorkers: number;
  /** How long to wait for Redis at the start. */
  readonly patienceMs: number;
  /** Between two checkpoints of one job, at least. */
  readonly checkpointMs: number;
  /** Run even where Redis may throw jobs away. */
  readonly force: boolean;
}

export const DEFAULT_SETTINGS: WorkerSettings = {
  redisUrl: "redis://127.0.0.1:6379",
  concurrency: 1,
  threads: 1,
  divideCharacters: 200_000,
  prefix: DEFAULT_PREFIX,
  retentionMs: RETENTION_MS,
  lockMs: 30_000,
  stalledMs: 15_000,
  maxLostWorkers: 25,
  patienceMs: 10_000,
  checkpointMs: 1_000,
  force: false,
};
