/** One large job over several worker processes: shared, lost in part, cancelled, failed. */
import { randomUUID } from "node:crypto";
import {
  createJobClient,
  type JobClient,
  type JobStatus,
  SOLVE_QUEUE,
  type SolveJobProgress,
} from "@placera/jobs";
import { type OwnRedis, redisServerName, startOwnRedis } from "@placera/jobs/testing";
import { FAKE_SOLVER, type FakeBehaviour, fakeProblem } from "@placera/solver/testing";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWorkerChild, type WorkerChild } from "./testing/worker-child.ts";

let redis: OwnRedis;
let client: JobClient;
let prefix: string;
let children: WorkerChild[];

const SHORT = { lockMs: 1_000, stalledMs: 500, checkpointMs: 100, divideCharacters: 0 };

beforeEach(async () => {
  redis = await startOwnRedis();
  prefix = `test-${randomUUID()}`;
  client = createJobClient(redis.url, { prefix });
  children = Array.from({ length: 2 }, () =>
    startWorkerChild({ redisUrl: redis.url, prefix, module: FAKE_SOLVER, ...SHORT }),
  );
  await Promise.all(children.map((child) => child.until("ready")));
});
afterEach(async () => {
  await Promise.all(children.map((each) => each.end("SIGKILL")));
  await client.close();
  await redis.stop();
});

/** 300 doctors without a seat in common are five parts, for two workers two batches. */
async function submit(behaviour: Partial<FakeBehaviour> = {}): Promise<string> {
  const problem = fakeProblem({ does: "counts", doctors: 300, stepMs: 10, ...behaviour });
  const submission = await client.submit(problem);
  if (submission.state === "invalid") throw new Error("The fake problem is invalid.");
  return submission.id;
}

const untilEnd = (id: string, seen: (progress: SolveJobProgress, status: JobStatus) => void) =>
  client.watch(id, seen, AbortSignal.timeout(50_000));

/** How often each part of the job was taken up, by what the workers wrote. */
function runsOf(id: string): number[] {
  const started = children
    .flatMap(({ lines }) => lines)
    .filter(({ event, job }) => event === "started" && job?.startsWith(`${id}-`));
  const runs = new Map<string, number>();
  for (const { job = "" } of started) runs.set(job, (runs.get(job) ?? 0) + 1);
  return [...runs.values()].sort();
}

const startedPart = (child: WorkerChild) =>
  child.until("started", ({ job }) => (job ?? "").split("-").length > 2);

/** How often the queue itself says that the job ended. */
async function endings(id: string): Promise<number> {
  const connection = new Redis(redis.url);
  const entries = await connection.xrange(`${prefix}:${SOLVE_QUEUE}:events`, "-", "+");
  await connection.quit();
  return entries.filter(([, fields]) => {
    const event = fields[fields.indexOf("event") + 1];
    return fields.includes(id) && (event === "completed" || event === "failed");
  }).length;
}

describe.skipIf(redisServerName === undefined)("a large job", () => {
  it("is shared by two workers, and is one to whoever submitted it", async () => {
    const id = await submit();
    const seen: SolveJobProgress[] = [];
    const status = await untilEnd(id, (progress) => seen.push(progress));
    expect(status).toMatchObject({
      state: "completed",
      runs: 1,
      result: { status: "optimal", stoppedBy: "finished", unplaced: 0 },
    });
    for (const { lines } of children) {
      expect(lines.map(({ event }) => event)).toContain("started");
    }
    expect(runsOf(id)).toEqual([1, 1]);
    expect(Math.max(...seen.map(({ components }) => components))).toBe(2);
    const { plan, stats } = await client.download(id);
    expect(plan?.rotations).toHaveLength(300);
    expect(plan?.rotations.map(({ doctor }) => doctor)).toEqual(
      Array.from({ length: 300 }, (_, at) => `d${at}`),
    );
    expect(stats.lines).toBe(300);
    expect((await client.list()).map((each) => each.id)).toEqual([id]);
    expect(await endings(id)).toBe(1);
  });

  it("loses one part when a worker is killed, and only that part runs again", async () => {
    const id = await submit({ stepMs: 25 });
    await Promise.all(children.map(startedPart));
    const [victim] = children as [WorkerChild, WorkerChild];
    // Past its first checkpoint: a second's worth of work is kept.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await victim.end("SIGKILL");
    const status = await untilEnd(id, () => undefined);
    expect(status).toMatchObject({ state: "completed", result: { unplaced: 0 } });
    expect(runsOf(id)).toEqual([1, 2]);
    expect(await endings(id)).toBe(1);
    const { plan, stats } = await client.download(id);
    expect(plan?.rotations).toHaveLength(300);
    // The run that took it up again had fewer steps to take.
    expect(stats.lines).toBeLessThan(300);
  });

  it("ends with the best plans of its parts when cancelled, and can be asked for anew", async () => {
    const id = await submit({ stepMs: 25 });
    await Promise.all(children.map(startedPart));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await client.cancel(id);
    const status = await untilEnd(id, () => undefined);
    expect(status).toMatchObject({ state: "completed", result: { stoppedBy: "cancelled" } });
    expect((await client.download(id)).plan?.rotations.length).toBeGreaterThan(0);
    expect(await submit({ stepMs: 25 })).toBe(id);
    expect(await untilEnd(id, () => undefined)).toMatchObject({
      state: "completed",
      result: { stoppedBy: "finished", unplaced: 0 },
    });
  });

  it("fails for the reason of the part that failed", async () => {
    const id = await submit({ does: "defect", steps: 20 });
    expect(await untilEnd(id, () => undefined)).toMatchObject({
      state: "failed",
      failure: { code: "fake-defect" },
    });
    expect(await endings(id)).toBe(1);
  });
});
