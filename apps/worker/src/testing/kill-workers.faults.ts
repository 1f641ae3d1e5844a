/**
 * Kills workers outright, again and again, while they solve; and Redis too, if asked. In the end
 * every job must have ended exactly once, with a result that can be downloaded, and no run may have
 * begun afresh what an earlier one had reached.
 *
 *   tsx --conditions=@placera/source apps/worker/src/testing/kill-workers.faults.ts \
 *     [--kills 20] [--redis-kills 0] [--workers 2] [--jobs 6] [--seed 1] [--problem file.json] [--flow]
 *
 * Without `--problem` a fake solver counts; with it the real one solves, each job with its own seed.
 * With `--flow` every job is divided over the workers, and each part too must end exactly once.
 */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { parseProblemText, SolveOutcome } from "@placera/domain";
import {
  createCheckpointStore,
  createJobClient,
  createKeys,
  type JobClient,
  type JobStatus,
  SOLVE_QUEUE,
} from "@placera/jobs";
import { type OwnRedis, redisServerName, startOwnRedis } from "@placera/jobs/testing";
import { verifyDocument } from "@placera/solver";
import { FAKE_SOLVER, fakeProblem } from "@placera/solver/testing";
import { Redis } from "ioredis";
import { startWorkerChild, type WorkerChild } from "./worker-child.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    "redis-kills": { type: "string", default: "0" },
    workers: { type: "string", default: "2" },
    jobs: { type: "string", default: "6" },
    seed: { type: "string", default: "1" },
    problem: { type: "string" },
    flow: { type: "boolean", default: false },
  },
});
const prefix = "faults";
const random = createRandom(Number(values.seed));
const say = (line: string) => process.stdout.write(`${line}\n`);

if (redisServerName === undefined) {
  say("skipped: needs a redis-server on the PATH; the built-in one keeps nothing");
} else {
  const redis = await startOwnRedis(["--appendfsync", "always"]);
  try {
    process.exitCode = (await story(redis)) ? 0 : 1;
  } finally {
    await redis.stop();
  }
}

async function story(redis: OwnRedis): Promise<boolean> {
  const client = createJobClient(redis.url, { prefix, patienceMs: 10_000 });
  const workers = Array.from({ length: Number(values.workers) }, () => startWorker(redis));
  const ids = await submitAll(client);
  const begun = performance.now();
  const kills = { workers: 0, redis: 0 };
  const redisKills = Number(values["redis-kills"]);
  const reached = new Map<string, number>();
  const isDone = async () => (await statuses(client, ids)).every(hasEnded);

  while (kills.workers < Number(values.kills) && !(await isDone())) {
    await sleep(300 + random() * 1_500);
    const at = Math.floor(random() * workers.length);
    const victim = workers[at];
    // Only one that works is worth killing; one that starts up has nothing to lose.
    if (victim === undefined || !victim.lines.some(({ event }) => event === "started")) continue;
    await victim.end("SIGKILL");
    kills.workers += 1;
    await noteReached(redis, victim, reached);
    workers[at] = startWorker(redis);
    if ((kills.workers * redisKills) / Number(values.kills) > kills.redis) {
      await redis.kill();
      await redis.restart();
      kills.redis += 1;
    }
  }
  const ended = await untilAllEnd(client, ids);
  const problems = await findProblems(client, redis, { ended, reached });
  say(summary(ended, kills, performance.now() - begun));
  for (const problem of problems) say(`  ✗ ${problem}`);
  const statusesSeen = await Promise.all(ids.map((id) => client.download(id)));
  say(`  ${statusesSeen.filter(({ status }) => status === "optimal").length} proven optimal`);
  const codes = await Promise.all(workers.map((worker) => worker.end("SIGTERM")));
  if (codes.some((code) => code !== 0)) problems.push(`A worker left with ${codes.join(", ")}.`);
  await client.close();
  return problems.length === 0;
}

function startWorker(redis: OwnRedis): WorkerChild {
  return startWorkerChild({
    redisUrl: redis.url,
    prefix,
    lockMs: 2_000,
    stalledMs: 500,
    checkpointMs: 200,
    maxLostWorkers: 1_000,
    divideCharacters: values.flow ? 0 : Number.MAX_SAFE_INTEGER,
    ...(values.problem === undefined ? { module: FAKE_SOLVER } : {}),
  });
}

async function submitAll(client: JobClient): Promise<string[]> {
  const file = values.problem;
  const problem: unknown =
    file === undefined
      ? fakeProblem({ does: "counts", doctors: 300, stepMs: 20 })
      : JSON.parse(readFileSync(file, "utf8"));
  const ids: string[] = [];
  for (let seed = 1; seed <= Number(values.jobs); seed += 1) {
    const submission = await client.submit(problem, { seed, timeLimitMs: 120_000 });
    if (submission.state === "invalid") throw new Error("The problem is invalid.");
    ids.push(submission.id);
  }
  return ids;
}

function hasEnded({ state }: JobStatus): boolean {
  return state === "completed" || state === "failed";
}

async function statuses(client: JobClient, ids: readonly string[]): Promise<JobStatus[]> {
  const found = await Promise.all(ids.map((id) => client.status(id)));
  return found.filter((status) => status !== undefined);
}

function untilAllEnd(client: JobClient, ids: readonly string[]): Promise<JobStatus[]> {
  const limit = () => AbortSignal.timeout(600_000);
  return Promise.all(ids.map((id) => client.watch(id, () => undefined, limit())));
}

/** Notes how far the kept plans of a killed worker's jobs had come: no later run may begin before that. */
async function noteReached(redis: OwnRedis, victim: WorkerChild, reached: Map<string, number>) {
  const connection = new Redis(redis.url);
  const checkpoints = createCheckpointStore(connection, createKeys(prefix), 0);
  for (const id of jobsAtHand(victim)) {
    const kept = await checkpoints.get(id);
    const plan = kept === undefined ? undefined : SolveOutcome.parse(JSON.parse(kept.outcome)).plan;
    if (plan !== undefined) reached.set(id, plan.rotations.length);
  }
  await connection.quit();
}

/** Jobs that the worker had begun and not ended, by its own log. */
function jobsAtHand({ lines }: WorkerChild): ReadonlySet<string> {
  const jobs = new Set<string>();
  for (const { event, job } of lines) {
    if (job === undefined) continue;
    if (event === "started") jobs.add(job);
    if (event === "completed" || event === "lost") jobs.delete(job);
  }
  return jobs;
}

interface Ended {
  readonly ended: readonly JobStatus[];
  readonly reached: ReadonlyMap<string, number>;
}

async function findProblems(client: JobClient, redis: OwnRedis, { ended, reached }: Ended) {
  const endings = await countEndings(redis);
  const parts = [...endings].flatMap(([id, times]) =>
    times === 1 || ended.some((status) => status.id === id) ? [] : [`${id} ended ${times} times.`],
  );
  if (values.flow && endings.size <= ended.length) parts.push("No job was divided.");
  const found = ended.map(async (status) => {
    const { id, state, failure } = status;
    const times = endings.get(id) ?? 0;
    const once = times === 1 ? [] : [`${id} ended ${times} times.`];
    if (state === "completed") {
      return [...once, ...outcomeProblems(status, await client.download(id), reached)];
    }
    return [...once, `${id} is ${state}: ${failure?.message ?? "not ended"}`];
  });
  return [...parts, ...(await Promise.all(found)).flat()];
}

function outcomeProblems({ id }: JobStatus, outcome: SolveOutcome, reached: Ended["reached"]) {
  if (outcome.plan === undefined) return [`${id} has no plan.`];
  // The fake counts the steps of its last run: one a doctor, less those it found placed.
  const before = [...reached].filter(([key]) => key === id || key.startsWith(`${id}-`));
  const most = outcome.plan.rotations.length - before.reduce((sum, [, count]) => sum + count, 0);
  if (values.problem === undefined) {
    const { lines } = outcome.stats;
    return lines > most ? [`${id} lost a plan that was kept: ${lines} steps, not ${most}.`] : [];
  }
  const parsed = parseProblemText(readFileSync(values.problem, "utf8"));
  if (!parsed.ok) return [`${values.problem} is not valid.`];
  // From the files alone, as anyone who gets the plan would.
  const verification = verifyDocument(parsed.problem, outcome.plan);
  return verification.ok ? [] : [`${id} has a plan that does not verify.`];
}

/** How often the queue itself says that each job ended. */
async function countEndings(redis: OwnRedis): Promise<ReadonlyMap<string, number>> {
  const connection = new Redis(redis.url);
  const entries = await connection.xrange(`${prefix}:${SOLVE_QUEUE}:events`, "-", "+");
  await connection.quit();
  const counts = new Map<string, number>();
  for (const [, fields] of entries) {
    const event = fields[fields.indexOf("event") + 1];
    const id = fields[fields.indexOf("jobId") + 1] ?? "";
    if (event === "completed" || event === "failed") counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function summary(
  ended: readonly JobStatus[],
  kills: { readonly workers: number; readonly redis: number },
  elapsedMs: number,
): string {
  const runs = ended.map((status) => status.runs);
  const completed = ended.filter(({ state }) => state === "completed").length;
  return (
    `${kills.workers} workers and ${kills.redis} Redis killed; ${completed} of ${ended.length} jobs ` +
    `completed, in ${runs.join(" + ")} runs and ${Math.round(elapsedMs / 1000)} s`
  );
}

/** Mulberry32: the same seed kills at the same times. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
