/** One job from payload to result. Knows threads and blobs, and nothing of the queue. */
import { SolveOutcome, type StoppedBy } from "@placera/domain";
import {
  type BlobStore,
  type CheckpointStore,
  CONTRACT,
  Fault,
  SolveJobPayload,
  type SolveJobProgress,
  type SolveJobResult,
} from "@placera/jobs";
import type { ThreadPool } from "@placera/solver";
import { betterOutcome } from "./best-plan.ts";
import { createCheckpointKeeper } from "./checkpoint-keeper.ts";
import type { Log } from "./log.ts";
import { relayProgress } from "./relay-progress.ts";
import { SolveFailure } from "./solve-failure.ts";
import { storeOutcome } from "./store-outcome.ts";

/**
 * Why a running job is to end, as the reason of its abort signal. `shutdown`: this worker stops.
 * `lost`: the queue has given the job to another, and nothing we do to it counts any more.
 */
export type StopWish = "cancelled" | "shutdown" | "lost";

export interface SolveJobSurroundings {
  readonly blobs: BlobStore;
  readonly checkpoints: CheckpointStore;
  readonly startSolve: ThreadPool["startSolve"];
  /** Threads that the solve may use. */
  readonly threads: number;
  readonly report: (progress: SolveJobProgress) => Promise<unknown>;
  /** Aborted with a `StopWish`. */
  readonly signal: AbortSignal;
  readonly checkpointMs: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

export interface JobAtHand {
  readonly id: string;
  readonly data: unknown;
  /** Times a worker has taken it up, this time included. */
  readonly run: number;
}

export type JobEnd =
  | { readonly kind: "completed"; readonly result: SolveJobResult }
  /** To be gone on with by another worker; its best plan is kept. */
  | { readonly kind: "unfinished" };

/** The least a run gets of the time limit when earlier runs have used it up, in milliseconds. */
const LEAST_MS = 1_000;

/** Throws `Fault` or `SolveFailure`; what becomes of the job then is decided in `to-job-error.ts`. */
export async function solveJob(job: JobAtHand, around: SolveJobSurroundings): Promise<JobEnd> {
  const { blobs, checkpoints, signal, log } = around;
  const begun = around.now();
  const payload = readPayload(job.data);
  const { params } = payload;
  const text = await blobs.get(payload.problem);
  const earlier = await readCheckpoint(job.id, payload, around);
  const spentMs = () => (earlier?.spentMs ?? 0) + around.now() - begun;

  const onTrouble = (event: string) => (error: unknown) =>
    log("warn", event, { job: job.id, because: String(error) });
  const keeper = createCheckpointKeeper({
    store: checkpoints,
    jobId: job.id,
    problem: payload.problem,
    score: earlier?.outcome.tiers,
    everyMs: around.checkpointMs,
    spentMs,
    onError: onTrouble("checkpoint-not-stored"),
  });
  const relay = relayProgress(around.report, onTrouble("progress-not-sent"));
  const solve = around.startSolve(
    {
      problem: { text },
      params,
      threads: around.threads,
      doctors: payload.part?.doctors,
      timeLimitMs: Math.max(LEAST_MS, params.timeLimitMs - (earlier?.spentMs ?? 0)),
      warmStart: earlier?.outcome.plan?.rotations,
    },
    {
      onProgress: (progress) => relay.offer({ contract: CONTRACT, run: job.run, ...progress }),
      onIncumbent: (incumbent) => keeper.offer(incumbent),
    },
  );
  const stop = () => solve.stop(signal.reason === "cancelled" ? "cancelled" : "shutdown");
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();

  try {
    const ended = await solve.result;
    if (ended.kind !== "outcome") throw new SolveFailure(ended);
    const { outcome } = ended;
    if (outcome.stoppedBy === "shutdown") {
      if (signal.reason !== "lost")
        await keepBest(keeper, ended).catch(onTrouble("checkpoint-not-stored"));
      return { kind: "unfinished" };
    }
    const best = betterOutcome(outcome, earlier?.outcome);
    const hash = await storeOutcome(best === outcome ? ended.text : best, around, job.id);
    await keeper.end();
    await checkpoints.remove(job.id);
    if (payload.part !== undefined) {
      relay.end();
      // Whoever sums the parts' progress counts with how this one ended.
      await around.report(lastProgress(best, job.run)).catch(onTrouble("progress-not-sent"));
    }
    return { kind: "completed", result: writeResult(hash, best) };
  } finally {
    signal.removeEventListener("abort", stop);
    relay.end();
    await keeper.end();
  }
}

export function readPayload(data: unknown): SolveJobPayload {
  const parsed = SolveJobPayload.safeParse(data);
  if (!parsed.success) throw new Fault("job-unreadable", {}, { cause: parsed.error });
  return parsed.data;
}

/** What earlier runs left. One that cannot be read is as good as none. */
async function readCheckpoint(
  jobId: string,
  { problem }: SolveJobPayload,
  { checkpoints, log }: SolveJobSurroundings,
) {
  const checkpoint = await checkpoints.get(jobId);
  if (checkpoint === undefined || checkpoint.problem !== problem) return undefined;
  try {
    const outcome = SolveOutcome.parse(JSON.parse(checkpoint.outcome));
    log("info", "taken-up-again", { job: jobId, spentMs: Math.round(checkpoint.spentMs) });
    return { outcome, spentMs: checkpoint.spentMs };
  } catch (error) {
    log("warn", "checkpoint-unreadable", { job: jobId, because: String(error) });
    return undefined;
  }
}

/** The last answer may hold a plan that was not sent on the way. */
async function keepBest(
  keeper: ReturnType<typeof createCheckpointKeeper>,
  { outcome, text }: { readonly outcome: SolveOutcome; readonly text: string },
): Promise<void> {
  if (outcome.plan !== undefined) keeper.offer({ text, score: scoreOf(outcome) });
  await keeper.flush();
}

// The ids of tiers are text once they have been JSON.
type Score = Parameters<ReturnType<typeof createCheckpointKeeper>["offer"]>[0]["score"];
const scoreOf = ({ tiers }: SolveOutcome) => tiers as unknown as Score;

function lastProgress({ stats, tiers }: SolveOutcome, run: number): SolveJobProgress {
  const { components, lines, elapsedMs } = stats;
  return {
    contract: CONTRACT,
    run,
    stage: "done",
    component: components,
    components,
    lines,
    tiers: tiers.map(({ tier, value, bound }) => ({ tier, value, bound })),
    elapsedMs,
  };
}

export function writeResult(
  outcome: string,
  { status, stoppedBy, unplaced }: SolveOutcome,
): SolveJobResult {
  const by: StoppedBy = stoppedBy;
  return { contract: CONTRACT, outcome, status, stoppedBy: by, unplaced: unplaced.length };
}
