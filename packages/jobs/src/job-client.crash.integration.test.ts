import { randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { afterEach, describe, expect, it } from "vitest";
import { connectPatiently, disconnect } from "./connect.ts";
import { createJobClient, type JobClient } from "./job-client.ts";
import { type OwnRedis, redisServerName, startOwnRedis, tinyProblem } from "./testing/index.ts";

let server: OwnRedis | undefined;
let client: JobClient | undefined;
let redis: Redis;
afterEach(async () => {
  await client?.close();
  await disconnect(redis);
  await server?.stop();
});

async function withRedis(settings: readonly string[]) {
  server = await startOwnRedis(settings);
  client = createJobClient(server.url);
  redis = connectPatiently(server.url);
  return { server, client };
}

// Only a real server can be filled, misconfigured or killed.
describe.skipIf(redisServerName === undefined)("a Redis", () => {
  it("that is full refuses the problem: a fault, and nothing is enqueued", async () => {
    const { client: jobs } = await withRedis([]);
    const before = await redis.keys("*");
    await redis.config("SET", "maxmemory", "1mb");
    await expect(jobs.submit(tinyProblem("full"))).rejects.toMatchObject({ code: "redis-full" });
    expect(await redis.keys("placera:blob:*")).toEqual([]);
    expect(await redis.keys("placera:solve:wait")).toEqual([]);
    expect(before).toEqual([]);
    await redis.config("SET", "maxmemory", "0");
    expect(await jobs.submit(tinyProblem("full"))).toMatchObject({ state: "enqueued" });
  });

  it("that fills up between blob and job leaves no job behind", async () => {
    const { client: jobs } = await withRedis([]);
    await jobs.submit(tinyProblem("first"));
    const used = Number(/used_memory:(\d+)/.exec(await redis.info("memory"))?.[1]);
    await redis.config("SET", "maxmemory", String(used + 64 * 1024));
    // Grows until something does not fit any more, be it a blob or a job.
    const codes: unknown[] = [];
    for (let at = 0; at < 200 && codes.length === 0; at += 1) {
      const problem = { ...tinyProblem(randomBytes(90).toString("hex")), rulePacks: [] };
      await jobs.submit(problem).catch(({ code }: { code: unknown }) => codes.push(code));
    }
    expect(codes).toEqual(["redis-full"]);
    const listed = await jobs.list(1000);
    for (const { id, state } of listed) expect({ id, state }).toEqual({ id, state: "queued" });
  });

  it("that may throw data away is refused, and found out", async () => {
    const { client: jobs, server: own } = await withRedis(["--maxmemory-policy", "allkeys-lru"]);
    await expect(jobs.submit(tinyProblem("evicts"))).rejects.toMatchObject({
      code: "redis-evicts",
    });
    expect(await jobs.check()).toMatchObject([
      { severity: "refuse", fault: { code: "redis-evicts" } },
    ]);
    const bold = createJobClient(own.url, { allowEviction: true });
    expect(await bold.submit(tinyProblem("evicts"))).toMatchObject({ state: "enqueued" });
    await bold.close();
  });

  it("that keeps nothing on disk is a warning", async () => {
    const { client: jobs } = await withRedis(["--appendonly", "no"]);
    expect(await jobs.check()).toMatchObject([
      { severity: "warn", fault: { code: "redis-keeps-nothing" } },
    ]);
    expect(await jobs.submit(tinyProblem("kept"))).toMatchObject({ state: "enqueued" });
  });

  it("that wants a password says so", async () => {
    const { client: jobs } = await withRedis([]);
    await redis.config("SET", "requirepass", "secret");
    await expect(jobs.submit(tinyProblem("locked"))).rejects.toMatchObject({
      code: "redis-refuses",
    });
  });

  it("that goes away and comes back is used again, with its jobs", async () => {
    const { client: jobs, server: own } = await withRedis(["--appendfsync", "always"]);
    const first = await jobs.submit(tinyProblem("kept"));
    await own.kill();
    await expect(jobs.submit(tinyProblem("gone"))).rejects.toMatchObject({
      code: "redis-unreachable",
    });
    await own.restart();
    expect(await jobs.submit(tinyProblem("kept"))).toEqual({ ...first, state: "existing" });
    // What was reported as not done is not done later either.
    expect(await jobs.list()).toHaveLength(1);
  });
});
