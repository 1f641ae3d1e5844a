/** Composes a worker: connections, threads, the queue, and the way all of them end. */
import { randomUUID } from "node:crypto";
import {
  checkRedis,
  connectPatiently,
  createBlobStore,
  createCancellations,
  createCheckpointStore,
  createKeys,
  createWorkerRoll,
  disconnect,
  listenForCancellations,
  SOLVE_QUEUE,
  SolveJobPayload,
  untilReady,
} from "@placera/jobs";
import type { ThreadPool } from "@placera/solver";
import {
  type Job,
  Queue,
  UnrecoverableError,
  WaitingChildrenError,
  WaitingError,
  Worker,
} from "bullmq";
import type { Redis } from "ioredis";
import { createActiveJobs } from "./active-jobs.ts";
import { divideJob } from "./divided-job.ts";
import type { Log } from "./log.ts";
import type { WorkerSettings } from "./settings.ts";
import { readPayload, solveJob } from "./solve-job.ts";
import { toJobError } from "./to-job-error.ts";

export interface WorkerSurroundings {
  readonly threads: ThreadPool;
  readonly log: Log;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

export interface RunningWorker {
  /**
   * Takes no more jobs, asks running ones for their best plan, puts them back for others to go on
   * with, and leaves no handle. May be called more than once.
   */
  stop(): Promise<void>;
}

/** How often a worker says that it is there, in milliseconds. */
const ROLL_MS = 10_000;

/** How often the cancel keys are looked at, should a message get lost, in milliseconds. */
const CANCEL_CHECK_MS = 1_000;

/** Throws `Fault` when Redis does not answer in time, or may throw jobs away and `force` is not set. */
export async function createWorker(
  settings: WorkerSettings,
  { threads, log, now }: WorkerSurroundings,
): Promise<RunningWorker> {
  const { prefix, retentionMs, redisUrl } = settings;
  const keys = createKeys(prefix);
  const redis = connectPatiently(redisUrl);
  const subscriber = connectPatiently(redisUrl);
  try {
    await untilReady(redis, settings.patienceMs);
    await refuseUnfit(redis, settings, log);
  } catch (error) {
    await Promise.all([disconnect(redis), disconnect(subscriber)]);
    throw error;
  }
  const blobs = createBlobStore(redis, keys, retentionMs);
  const checkpoints = createCheckpointStore(redis, keys, retentionMs);
  const cancellations = createCancellations(redis, keys, retentionMs);
  const active = createActiveJobs();
  const queue = new Queue(SOLVE_QUEUE, { connection: redis, prefix });
  const roll = createWorkerRoll(redis, keys);
  const name = randomUUID();
  let stopping: Promise<void> | undefined;

  const checkCancelled = async () => {
    for (const id of active.ids()) {
      if (await cancellations.isRequested(id)) active.stop(id, "cancelled");
    }
  };
  const checkQuietly = () => void checkCancelled().catch(() => undefined);
  // DANGER: listen first, take jobs after. A wish to cancel that comes in between is in its key.
  await listenForCancellations(subscriber, keys, (id) => active.stop(id, "cancelled"));
  subscriber.on("ready", checkQuietly);
  const cancelTimer = setInterval(checkQuietly, CANCEL_CHECK_MS);

  const answerRoll = () => roll.answer(name, settings.concurrency);
  const rollTimer = setInterval(() => void answerRoll().catch(() => undefined), ROLL_MS);

  const run = async (job: Job, token: string, id: string) => {
    const payload = readPayload(job.data);
    const wholeId = payload.part?.of ?? id;
    const { signal, forget } = active.add(id, token, payload.part?.of);
    try {
      // DANGER: after `active.add`. Until then a message for this job finds nobody.
      if (stopping !== undefined) active.stop(id, "shutdown");
      else if (await cancellations.isRequested(wholeId)) active.stop(id, "cancelled");
      const { checkpointMs, divideCharacters } = settings;
      const shared = { blobs, signal, log };
      const division = await divideJob(job, token, payload, {
        ...shared,
        queue,
        threads,
        roll,
        divideCharacters,
      });
      if (division === "waiting") throw new WaitingChildrenError();
      if (division !== "whole") {
        const { status, stoppedBy, unplaced } = division.result;
        log("info", "completed", { job: id, status, stoppedBy, unplaced });
        return division.result;
      }
      const report = (progress: object) => job.updateProgress(progress);
      const surroundings = {
        ...shared,
        checkpoints,
        startSolve: threads.startSolve,
        threads: settings.threads,
        report,
      };
      const atHand = { id, data: job.data, run: job.attemptsStarted };
      log("info", "started", { job: id, run: atHand.run });
      const begun = now();
      const end = await solveJob(atHand, { ...surroundings, checkpointMs, now });
      const elapsedMs = Math.round(now() - begun);
      if (end.kind === "completed") {
        const { status, stoppedBy, unplaced } = end.result;
        log("info", "completed", { job: id, status, stoppedBy, unplaced, elapsedMs });
        return end.result;
      }
      // A job we have lost is another's: it must not be moved a second time.
      const isOurs = signal.reason !== "lost";
      if (isOurs) await job.moveToWait(token);
      log("info", isOurs ? "put-back" : "lost", { job: id, elapsedMs });
      throw new WaitingError();
    } finally {
      forget();
    }
  };
  /** A part that cannot be solved makes the other parts' work useless. */
  const stopSiblings = async ({ data }: Job) => {
    const of = SolveJobPayload.safeParse(data).data?.part?.of;
    if (of !== undefined) await cancellations.request(of).catch(() => undefined);
  };
  const process = async (job: Job, token = "") => {
    try {
      return await run(job, token, job.id ?? "");
    } catch (error) {
      const decided = toJobError(error);
      if (decided instanceof UnrecoverableError) await stopSiblings(job);
      throw decided;
    }
  };

  const worker = new Worker(SOLVE_QUEUE, process, {
    connection: redis,
    prefix,
    concurrency: settings.concurrency,
    lockDuration: settings.lockMs,
    stalledInterval: settings.stalledMs,
    maxStalledCount: settings.maxLostWorkers,
    // A worker whose fetch failed tries again this soon after Redis is back.
    runRetryDelay: 1_000,
  });
  worker
    .on("error", (error) => log("warn", "queue-error", { because: error.message }))
    .on("stalled", (job) => log("warn", "worker-lost", { job }))
    .on("failed", (job, error) => log("error", "failed", { job: job?.id, because: error.message }))
    .on("lockRenewalFailed", (ids) => {
      for (const id of ids) active.stop(id, "lost");
    });
  queue.on("error", (error) => log("warn", "queue-error", { because: error.message }));
  await worker.waitUntilReady();
  await answerRoll();
  log("info", "ready", { concurrency: settings.concurrency, prefix });

  const stop = async () => {
    log("info", "stopping", { running: active.ids().length });
    // DANGER: close first. It sees to it that no job is fetched any more; else this very worker
    // would take up again what it puts back.
    const closed = worker.close();
    active.stopAll("shutdown");
    clearInterval(rollTimer);
    await roll.leave(name, settings.concurrency).catch(() => undefined);
    await closed;
    clearInterval(cancelTimer);
    await queue.close();
    await threads.close();
    await Promise.all([disconnect(redis), disconnect(subscriber)]);
    log("info", "stopped");
  };
  return {
    async stop() {
      stopping ??= stop();
      await stopping;
    },
  };
}

async function refuseUnfit(redis: Redis, { force }: WorkerSettings, log: Log): Promise<void> {
  for (const { severity, fault } of await checkRedis(redis)) {
    const { what, because, wayOut } = fault.text.en;
    log("warn", fault.code, { what, because, wayOut, sv: Object.values(fault.text.sv).join(" ") });
    if (severity === "refuse" && !force) throw fault;
  }
}
