/** Everything that may be asked of the queue by those who do not work it off. */
import { SolveOutcome, type SolveParamsInput } from "@placera/domain";
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { createBlobStore } from "./blobs.ts";
import { createCancellations } from "./cancellation.ts";
import { checkRedis, type RedisFinding } from "./check-redis.ts";
import { createCheckpointStore } from "./checkpoints.ts";
import { connectBriefly, disconnect, untilReady } from "./connect.ts";
import { RETENTION_MS, SOLVE_QUEUE, type SolveJobProgress } from "./contract.ts";
import { Fault, toFault } from "./fault.ts";
import { type JobStatus, readStatus } from "./job-status.ts";
import { createKeys, DEFAULT_PREFIX } from "./keys.ts";
import { type Submission, submit } from "./submit.ts";
import { watchJob } from "./watch-job.ts";

export interface JobClientOptions {
  /** Before every key. Default: `placera`. */
  readonly prefix?: string;
  /** How long problems and outcomes are kept, in milliseconds. Default: 30 days. */
  readonly retentionMs?: number;
  /** How long to wait for Redis before giving up, in milliseconds. Default: 2 000. */
  readonly patienceMs?: number;
  /** Submit even where Redis may throw jobs away. Default: false. */
  readonly allowEviction?: boolean;
}

/** Every function throws `Fault` when Redis is unreachable, full or set up wrongly. */
export interface JobClient {
  /**
   * The same problem and parameters are the same job. A job that failed, was cancelled or whose
   * outcome is gone is enqueued anew. The value must be a problem file, which has no place for
   * names of people: an unknown key, as a `people` map would be, is an issue.
   */
  submit(problemValue: unknown, params?: SolveParamsInput): Promise<Submission>;
  /** Undefined when there is no such job (any more). */
  status(id: string): Promise<JobStatus | undefined>;
  /** Follows the job until it ends, or until the signal aborts; outlives a restart of Redis. */
  watch(
    id: string,
    onProgress: (progress: SolveJobProgress, status: JobStatus) => void,
    signal?: AbortSignal,
  ): Promise<JobStatus>;
  /** Asks the job to end with the best plan it has. It then completes, stopped by `cancelled`. */
  cancel(id: string): Promise<JobStatus>;
  download(id: string): Promise<SolveOutcome>;
  /** The problem of a job, as it was submitted. */
  problem(id: string): Promise<unknown>;
  /** Jobs of all states, newest first. Default: at most 100. */
  list(limit?: number): Promise<JobStatus[]>;
  /** What is wrong with how Redis is set up. */
  check(): Promise<readonly RedisFinding[]>;
  /** Leaves no handle. */
  close(): Promise<void>;
}

export function createJobClient(redisUrl: string, options: JobClientOptions = {}): JobClient {
  const { prefix = DEFAULT_PREFIX, retentionMs = RETENTION_MS, patienceMs = 2_000 } = options;
  const keys = createKeys(prefix);
  const redis = connectBriefly(redisUrl, patienceMs);
  const blobs = createBlobStore(redis, keys, retentionMs);
  const cancellations = createCancellations(redis, keys, retentionMs);
  const checkpoints = createCheckpointStore(redis, keys, retentionMs);
  const surroundings = { blobs, cancellations, checkpoints, retentionMs };
  const openQueue = queueOn(redis, prefix);

  /** Every way in: waits for Redis, but not long, and turns driver errors into faults. */
  const reachRedis = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await untilReady(redis, patienceMs);
      return await work();
    } catch (error) {
      throw toFault(error);
    }
  };
  const reach = <T>(work: (queue: Queue) => Promise<T>): Promise<T> =>
    reachRedis(async () => work(await openQueue.get()));
  const statusById = (id: string) =>
    reach((queue) => readStatus(queue, id, cancellations.isRequested));
  const known = async (id: string): Promise<JobStatus> => {
    const status = await statusById(id);
    if (status === undefined) throw new Fault("job-unknown", { id });
    return status;
  };

  return {
    async submit(problemValue, params = {}) {
      if (options.allowEviction !== true) await reachRedis(() => refuseEviction(redis));
      return reach((queue) => submit(problemValue, params, { queue, ...surroundings }));
    },
    status: statusById,
    watch: (id, onProgress, signal) => watchJob({ status: () => known(id), onProgress, signal }),
    async cancel(id) {
      const status = await known(id);
      if (status.state === "completed" || status.state === "failed") return status;
      await reachRedis(() => cancellations.request(id));
      return { ...status, cancelRequested: true };
    },
    async download(id) {
      const { result, state } = await known(id);
      if (result === undefined) throw new Fault("job-not-completed", { id, state });
      const text = await reachRedis(() => blobs.get(result.outcome));
      return SolveOutcome.parse(JSON.parse(text));
    },
    async problem(id) {
      const { problem } = await known(id);
      const value: unknown = JSON.parse(await reachRedis(() => blobs.get(problem)));
      return value;
    },
    list: (limit = 100) =>
      reach(async (queue) => {
        const jobs = await queue.getJobs(undefined, 0, limit - 1);
        // A job that another version wrote is no reason to show none.
        const statuses = await Promise.all(
          jobs.map(({ id = "" }) => statusById(id).catch(() => undefined)),
        );
        return statuses
          .filter((status) => status !== undefined)
          .filter(({ partOf }) => partOf === undefined)
          .sort((a, b) => b.submittedAt - a.submittedAt);
      }),
    check: () => reachRedis(() => checkRedis(redis)),
    async close() {
      await openQueue.close();
      await disconnect(redis);
    },
  };
}

/** BullMQ talks to Redis as soon as a queue is made: so it is made when Redis is known to answer. */
function queueOn(redis: Redis, prefix: string) {
  let queue: Queue | undefined;
  return {
    async get(): Promise<Queue> {
      if (queue === undefined) {
        queue = new Queue(SOLVE_QUEUE, { connection: redis, prefix });
        // DANGER: an `error` event that nobody hears ends the process.
        queue.on("error", () => undefined);
      }
      await queue.waitUntilReady();
      return queue;
    },
    async close() {
      await queue?.close();
    },
  };
}

async function refuseEviction(redis: Redis): Promise<void> {
  const refusal = (await checkRedis(redis)).find(({ severity }) => severity === "refuse");
  if (refusal !== undefined) throw refusal.fault;
}
