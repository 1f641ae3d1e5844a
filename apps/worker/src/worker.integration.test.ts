import { randomUUID } from "node:crypto";
import { createJobClient, type JobClient, type SolveJobProgress } from "@placera/jobs";
import { createThreadPool } from "@placera/solver";
import { FAKE_SOLVER, type FakeBehaviour, fakeProblem } from "@placera/solver/testing";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorker, DEFAULT_SETTINGS, type LogFields, type RunningWorker } from "./index.ts";
import { startWorkerChild, type WorkerChild } from "./testing/worker-child.ts";

const url = process.env["REDIS_URL"] ?? "";
let prefix: string;
let client: JobClient;
let workers: RunningWorker[];
let children: WorkerChild[];
let logged: (LogFields & { readonly event: string })[];

beforeEach(() => {
  prefix = `test-${randomUUID()}`;
  client = createJobClient(url, { prefix });
  workers = [];
  children = [];
  logged = [];
});
afterEach(async () => {
  await Promise.all([
    ...workers.map((each) => each.stop()),
    ...children.map((each) => each.end("SIGKILL")),
  ]);
  await client.close();
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  await redis.quit();
});

async function work(settings: { readonly concurrency?: number; readonly graceMs?: number } = {}) {
  const { graceMs, ...rest } = settings;
  const threads = createThreadPool({
    module: FAKE_SOLVER,
    ...(graceMs === undefined ? {} : { graceMs }),
  });
  const worker = await createWorker(
    { ...DEFAULT_SETTINGS, redisUrl: url, prefix, ...rest },
    {
      threads,
      now: () => performance.now(),
      log: (_, event, fields) => logged.push({ ...fields, event }),
    },
  );
  workers.push(worker);
  return worker;
}

async function submit(behaviour: FakeBehaviour, params = {}): Promise<string> {
  const submission = await client.submit(fakeProblem(behaviour), params);
  if (submission.state === "invalid") throw new Error("The fake problem is invalid.");
  return submission.id;
}

const untilEnd = (id: string, onProgress: (progress: SolveJobProgress) => void = () => undefined) =>
  client.watch(id, onProgress, AbortSignal.timeout(50_000));

/** Resolves once the job has reported a plan. */
const untilProgress = (id: string) =>
  new Promise<void>((resolve) => {
    const stop = new AbortController();
    void client.watch(
      id,
      () => {
        resolve();
        stop.abort();
      },
      stop.signal,
    );
  });

describe("a job", () => {
  it("is solved once, with progress on the way, and can be downloaded", async () => {
    await work();
    const seen: SolveJobProgress[] = [];
    const id = await submit({ does: "counts", doctors: 30, stepMs: 50 });
    const status = await untilEnd(id, (progress) => seen.push(progress));
    expect(status).toMatchObject({
      state: "completed",
      runs: 1,
      result: { status: "optimal", stoppedBy: "finished", unplaced: 0 },
    });
    // 1.5 s of work at five messages a second at most.
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toMatchObject({ contract: 1, run: 1, stage: "improving" });
    expect((await client.download(id)).plan?.rotations).toHaveLength(30);
    expect(logged.filter(({ event }) => event === "completed")).toHaveLength(1);
  });

  it("that cannot place everyone is completed, not failed", async () => {
    await work();
    const id = await submit({ does: "counts", doctors: 1000 }, { timeLimitMs: 300 });
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      result: { status: "no-plan-found", stoppedBy: "time-limit" },
    });
  });

  it("that outgrows its memory is completed with its last plan", async () => {
    await work();
    const id = await submit({ does: "hungry-asks", doctors: 2 }, { memoryLimitMiB: 256 });
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      result: { stoppedBy: "memory-limit", unplaced: 0 },
    });
  });

  it("that meets a defect fails at once", async () => {
    await work();
    const id = await submit({ does: "defect", doctors: 99 });
    expect(await untilEnd(id)).toMatchObject({
      state: "failed",
      runs: 1,
      failure: { code: "fake-defect" },
    });
  });

  it("that meets a fault is tried again", async () => {
    await work();
    const id = await submit({ does: "fault", doctors: 3, steps: 2, stepMs: 200 });
    // The first run places two doctors and breaks; the second has one left to place.
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      runs: 2,
      result: { unplaced: 0 },
    });
  });

  it("whose problem is damaged fails at once, by name", async () => {
    const submission = await client.submit(fakeProblem({ does: "counts" }));
    if (submission.state === "invalid") throw new Error("The fake problem is invalid.");
    const redis = new Redis(url);
    await redis.set(`${prefix}:blob:${submission.problem}`, "damaged");
    await redis.quit();
    await work();
    expect(await untilEnd(submission.id)).toMatchObject({
      state: "failed",
      failure: { code: "blob-corrupted" },
    });
  });
});

describe("cancel", () => {
  it("reaches a solve in another process within half a second, and keeps its best plan", async () => {
    const child = startWorkerChild({ redisUrl: url, prefix, module: FAKE_SOLVER });
    children.push(child);
    const id = await submit({ does: "counts", doctors: 500, stepMs: 30 });
    await untilProgress(id);
    const asked = Date.now();
    await client.cancel(id);
    const status = await untilEnd(id);
    expect(status).toMatchObject({ state: "completed", result: { stoppedBy: "cancelled" } });
    expect((status.finishedAt ?? Number.POSITIVE_INFINITY) - asked).toBeLessThan(500);
    expect((await client.download(id)).plan?.rotations.length).toBeGreaterThan(0);
  });

  it("cuts off a solve that does not listen, and keeps the last plan it sent", async () => {
    await work({ graceMs: 300 });
    const id = await submit({ does: "stubborn", doctors: 2000 });
    await untilProgress(id);
    await client.cancel(id);
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      result: { status: "no-plan-found", stoppedBy: "cancelled" },
    });
    expect((await client.download(id)).plan?.rotations.length).toBeGreaterThan(0);
  });

  it("of a job that still waits ends it as soon as a worker has it", async () => {
    const id = await submit({ does: "counts", doctors: 2000 });
    await client.cancel(id);
    await work();
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      result: { stoppedBy: "cancelled" },
    });
  });
});

describe("a worker that is told to stop", () => {
  it("puts its job back at once, and the next goes on from its plan", async () => {
    const first = await work();
    const id = await submit({ does: "counts", doctors: 200, stepMs: 20 });
    await untilProgress(id);
    await first.stop();
    expect(await client.status(id)).toMatchObject({ state: "queued", runs: 1 });
    expect(logged.map(({ event }) => event)).toContain("put-back");
    await work();
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      runs: 2,
      result: { unplaced: 0 },
    });
    // The second run had fewer steps to take than there are doctors.
    expect((await client.download(id)).stats.lines).toBeLessThan(200);
    expect(logged.map(({ event }) => event)).toContain("taken-up-again");
  });

  it("stops when it has nothing to do, and more than once", async () => {
    const worker = await work();
    await Promise.all([worker.stop(), worker.stop()]);
    expect(logged.at(-1)?.event).toBe("stopped");
  });
});
