import { randomUUID } from "node:crypto";
import { createJobClient, type JobClient } from "@placera/jobs";
import { type OwnRedis, redisServerName, startOwnRedis } from "@placera/jobs/testing";
import { FAKE_SOLVER, fakeProblem } from "@placera/solver/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChildSettings, startWorkerChild, type WorkerChild } from "./testing/worker-child.ts";

let redis: OwnRedis;
let client: JobClient;
let prefix: string;
let children: WorkerChild[];

/** Short times, so that a lost worker is found out soon. */
const SHORT = { lockMs: 1_000, stalledMs: 500, checkpointMs: 100 };

beforeEach(async () => {
  redis = await startOwnRedis();
  prefix = `test-${randomUUID()}`;
  client = createJobClient(redis.url, { prefix });
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map((each) => each.end("SIGKILL")));
  await client.close();
  await redis.stop();
});

function work(settings: Partial<ChildSettings> = {}): WorkerChild {
  const child = startWorkerChild({
    redisUrl: redis.url,
    prefix,
    module: FAKE_SOLVER,
    ...SHORT,
    ...settings,
  });
  children.push(child);
  return child;
}

async function submit(doctors: number, stepMs: number): Promise<string> {
  const submission = await client.submit(fakeProblem({ does: "counts", doctors, stepMs }));
  if (submission.state === "invalid") throw new Error("The fake problem is invalid.");
  return submission.id;
}

const untilEnd = (id: string) => client.watch(id, () => undefined, AbortSignal.timeout(50_000));

const untilProgress = (id: string) =>
  new Promise<void>((resolve) => {
    const stop = new AbortController();
    const seen = () => {
      resolve();
      stop.abort();
    };
    void client.watch(id, seen, stop.signal);
  });

const endings = (id: string) =>
  children
    .flatMap(({ lines }) => lines)
    .filter(({ event, job }) => job === id && (event === "completed" || event === "failed"));

describe.skipIf(redisServerName === undefined)("two workers, one job", () => {
  it("ends once, with a result, when one is killed outright in mid-solve", async () => {
    const [one, two] = [work(), work()];
    await Promise.all([one.until("ready"), two.until("ready")]);
    const id = await submit(150, 30);
    const [busy, idle] = await Promise.race([
      one.until("started").then(() => [one, two] as const),
      two.until("started").then(() => [two, one] as const),
    ]);
    await untilProgress(id);
    await busy.end("SIGKILL");
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      runs: 2,
      result: { unplaced: 0 },
    });
    expect(idle.lines.map(({ event }) => event)).toContain("taken-up-again");
    expect(endings(id)).toHaveLength(1);
    expect((await client.download(id)).stats.lines).toBeLessThan(150);
  });

  it("goes on at once when one is told to stop, which then leaves with 0", async () => {
    // Long times: whoever waits for a lost worker to be found out waits for 30 s.
    const long = { lockMs: 30_000, stalledMs: 15_000 };
    const [one, two] = [work(long), work(long)];
    await Promise.all([one.until("ready"), two.until("ready")]);
    const id = await submit(150, 30);
    const [busy, idle] = await Promise.race([
      one.until("started").then(() => [one, two] as const),
      two.until("started").then(() => [two, one] as const),
    ]);
    await untilProgress(id);
    const told = performance.now();
    const left = busy.end("SIGTERM");
    await idle.until("started");
    expect(performance.now() - told).toBeLessThan(5_000);
    expect(await left).toBe(0);
    expect(await untilEnd(id)).toMatchObject({
      state: "completed",
      runs: 2,
      result: { unplaced: 0 },
    });
    expect(idle.lines.map(({ event }) => event)).toContain("taken-up-again");
    expect(endings(id)).toHaveLength(1);
    expect((await client.download(id)).stats.lines).toBeLessThan(150);
  });

  it("outlives a Redis that is killed and comes back", async () => {
    const worker = work({ lockMs: 5_000 });
    await worker.until("ready");
    const id = await submit(150, 30);
    await untilProgress(id);
    await redis.kill();
    await redis.restart();
    expect(await untilEnd(id)).toMatchObject({ state: "completed", result: { unplaced: 0 } });
    expect(endings(id)).toHaveLength(1);
    expect(worker.isAlive()).toBe(true);
  });
});

describe.skipIf(redisServerName === undefined)("a worker at its start", () => {
  it("refuses a Redis that may throw jobs away, and says how to mend it", async () => {
    const careless = await startOwnRedis(["--maxmemory-policy", "allkeys-lru"]);
    try {
      const refused = work({ redisUrl: careless.url });
      const line = await refused.until("redis-evicts", ({ level }) => level === "error");
      expect(line).toMatchObject({ wayOut: expect.stringContaining("noeviction") });
      expect(await refused.end("SIGCONT")).toBe(75);
      await work({ redisUrl: careless.url, force: true }).until("ready");
    } finally {
      await careless.stop();
    }
  });

  it("says when Redis is not there", async () => {
    await redis.kill();
    const refused = work({ patienceMs: 1_000 });
    await refused.until("redis-unreachable");
    expect(await refused.end("SIGCONT")).toBe(75);
  });
});
