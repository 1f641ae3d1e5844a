import { expect, it } from "vitest";
import { readEnv } from "./env.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

it("has a default for everything", () => {
  const env = readEnv({});
  if (!env.ok) throw new Error(env.problems.join("\n"));
  expect(env.settings.concurrency).toBeGreaterThanOrEqual(1);
  expect(env.settings.threads).toBeGreaterThanOrEqual(1);
  expect({ ...env.settings, concurrency: 1, threads: 1 }).toEqual(DEFAULT_SETTINGS);
});

it("takes an empty variable for one that is not set", () => {
  expect(readEnv({ REDIS_URL: "", PLACERA_WORKER_CONCURRENCY: "" })).toMatchObject({ ok: true });
});

it("reads what is set, seconds and days as milliseconds", () => {
  expect(
    readEnv({
      REDIS_URL: "rediss://u:p@redis.example:6380/1",
      PLACERA_WORKER_CONCURRENCY: "3",
      PLACERA_WORKER_LOCK_SECONDS: "60",
      PLACERA_RETENTION_DAYS: "2",
      PLACERA_WORKER_FORCE: "yes",
    }),
  ).toMatchObject({
    settings: { concurrency: 3, lockMs: 60_000, retentionMs: 172_800_000, force: true },
  });
});

it("tells every problem at once", () => {
  const env = readEnv({
    REDIS_URL: "http://redis",
    PLACERA_WORKER_CONCURRENCY: "none",
    PLACERA_PREFIX: "a:b",
  });
  if (env.ok) throw new Error("It should not be.");
  expect(env.problems.map((problem) => problem.split(":")[0])).toEqual([
    "REDIS_URL",
    "PLACERA_WORKER_CONCURRENCY",
    "PLACERA_PREFIX",
  ]);
});
