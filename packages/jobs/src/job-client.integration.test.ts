import { randomUUID } from "node:crypto";
import { contentHash, type SolveOutcome } from "@placera/domain";
import { UnrecoverableError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBlobStore } from "./blobs.ts";
import { connectPatiently, disconnect } from "./connect.ts";
import { CONTRACT, SOLVE_QUEUE, type SolveJobResult } from "./contract.ts";
import { createJobClient, type JobClient } from "./job-client.ts";
import { createKeys } from "./keys.ts";
import { freePort, tinyProblem } from "./testing/index.ts";

const url = process.env["REDIS_URL"] ?? "";
let prefix: string;
let redis: Redis;
let client: JobClient;

beforeEach(() => {
  prefix = `test-${randomUUID()}`;
  redis = connectPatiently(url);
  client = createJobClient(url, { prefix });
});
afterEach(async () => {
  await client.close();
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  await disconnect(redis);
});

const outcome: SolveOutcome = {
  schemaVersion: 1,
  kind: "outcome",
  status: "no-plan-found",
  stoppedBy: "finished",
  unplaced: [],
  tiers: [],
  stats: { elapsedMs: 1, components: 0, lines: 0, rows: 0, engine: "none", formulation: "lines" },
};

/** Works the queue off until one job has ended, in the way given. */
async function workOff(answer: () => Promise<SolveJobResult>): Promise<void> {
  const connection = connectPatiently(url);
  const worker = new Worker(SOLVE_QUEUE, answer, { connection, prefix });
  await new Promise<void>((resolve) => {
    worker.once("completed", () => resolve()).once("failed", () => resolve());
  });
  await worker.close();
  await disconnect(connection);
}

async function complete(stoppedBy: SolveOutcome["stoppedBy"] = "finished"): Promise<string> {
  const blobs = createBlobStore(redis, createKeys(prefix), 60_000);
  const hash = await blobs.put(JSON.stringify(sorted({ ...outcome, stoppedBy })));
  const answer = { contract: CONTRACT, status: outcome.status, stoppedBy, unplaced: 0 } as const;
  await workOff(async () => ({ ...answer, outcome: hash }));
  return hash;
}

/** Keys in order, as canonical JSON has them. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

async function submitted(mark = "one", params = {}) {
  const submission = await client.submit(tinyProblem(mark), params);
  if (submission.state === "invalid") throw new Error("tinyProblem is invalid");
  return submission;
}

describe("submit", () => {
  it("makes one job of the same problem and parameters", async () => {
    const first = await submitted();
    expect(first).toMatchObject({ state: "enqueued", problem: contentHash(tinyProblem("one")) });
    expect(await submitted()).toEqual({ ...first, state: "existing" });
    expect(await submitted("one", { seed: 2 })).toMatchObject({ state: "enqueued" });
    expect(await client.list()).toHaveLength(2);
  });

  it("tells exactly one of many at once that it enqueued the job", async () => {
    const others = Array.from({ length: 8 }, () => createJobClient(url, { prefix }));
    const answers = await Promise.all(others.map((each) => each.submit(tinyProblem("race"))));
    expect(answers.filter(({ state }) => state === "enqueued")).toHaveLength(1);
    await Promise.all(others.map((each) => each.close()));
    expect(await client.list()).toHaveLength(1);
  });

  it("refuses a problem with names of people, and stores nothing", async () => {
    const named = { ...tinyProblem("named"), people: { d1: "Åsa Öberg" } };
    expect(await client.submit(named)).toMatchObject({
      state: "invalid",
      issues: [{ code: "unknown-key", path: ["people"] }],
    });
    expect(await redis.keys(`${prefix}:blob:*`)).toEqual([]);
    expect(await client.list()).toEqual([]);
  });

  it("gives a completed job back", async () => {
    const { id } = await submitted();
    await complete();
    expect(await submitted()).toMatchObject({ state: "existing", id });
  });

  it("enqueues anew what failed", async () => {
    const { id } = await submitted();
    await workOff(() => Promise.reject(new UnrecoverableError("engine-lied: planned")));
    expect(await client.status(id)).toMatchObject({
      state: "failed",
      failure: { code: "engine-lied", message: "planned" },
    });
    expect(await submitted()).toMatchObject({ state: "enqueued", id });
    expect(await client.status(id)).toMatchObject({ state: "queued", runs: 0, failure: undefined });
  });

  it("enqueues anew what was cancelled, and takes the wish back", async () => {
    const { id } = await submitted();
    await client.cancel(id);
    await complete("cancelled");
    expect(await submitted()).toMatchObject({ state: "enqueued", id });
    expect(await client.status(id)).toMatchObject({ state: "queued", cancelRequested: false });
  });

  it("enqueues anew what has lost its outcome", async () => {
    const { id } = await submitted();
    await redis.del(createKeys(prefix).blob(await complete()));
    expect(await submitted()).toMatchObject({ state: "enqueued", id });
  });
});

describe("download", () => {
  it("gives the outcome and the problem", async () => {
    const { id } = await submitted();
    await complete();
    expect(await client.download(id)).toEqual(outcome);
    expect(await client.problem(id)).toEqual(tinyProblem("one"));
  });

  it("names a damaged blob, whether it cannot be read or says something else", async () => {
    const { id, problem } = await submitted();
    const blob = createKeys(prefix).blob(await complete());
    const bytes = (await redis.getBuffer(createKeys(prefix).blob(problem))) ?? Buffer.alloc(0);
    await redis.set(blob, bytes);
    await expect(client.download(id)).rejects.toMatchObject({ code: "blob-corrupted" });
    await redis.set(blob, bytes.subarray(0, bytes.length / 2));
    await expect(client.download(id)).rejects.toMatchObject({ code: "blob-corrupted" });
    await redis.del(blob);
    await expect(client.download(id)).rejects.toMatchObject({ code: "blob-missing" });
  });

  it("says what is not there", async () => {
    const { id } = await submitted();
    await expect(client.download(id)).rejects.toMatchObject({ code: "job-not-completed" });
    await expect(client.download("solve-none")).rejects.toMatchObject({ code: "job-unknown" });
    expect(await client.status("solve-none")).toBeUndefined();
  });
});

describe("watch", () => {
  it("ends with the job, and early when told to", async () => {
    const { id } = await submitted();
    const stop = new AbortController();
    const early = client.watch(id, () => undefined, stop.signal);
    const late = client.watch(id, () => undefined);
    stop.abort();
    expect(await early).toMatchObject({ state: "queued" });
    await complete();
    expect(await late).toMatchObject({ state: "completed", result: { status: "no-plan-found" } });
  });
});

describe("a Redis that is not there", () => {
  it("is a fault within three seconds", async () => {
    const lonely = createJobClient(`redis://127.0.0.1:${await freePort()}`);
    const begun = performance.now();
    await expect(lonely.submit(tinyProblem("lonely"))).rejects.toMatchObject({
      name: "Fault",
      code: "redis-unreachable",
    });
    expect(performance.now() - begun).toBeLessThan(3_000);
    await lonely.close();
  });

  it("is asked again by the next call", async () => {
    const { id } = await submitted();
    expect(await client.status(id)).toMatchObject({ state: "queued" });
  });
});
