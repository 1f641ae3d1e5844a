import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { createKeys } from "./keys.ts";
import { createWorkerRoll } from "./worker-roll.ts";

it("counts the workers that have answered and not left", async () => {
  const redis = new Redis(process.env["REDIS_URL"] ?? "");
  const keys = createKeys(`test-${randomUUID()}`);
  const roll = createWorkerRoll(redis, keys);
  try {
    expect(await roll.slots()).toBe(0);
    await roll.answer("one", 3);
    await roll.answer("two", 1);
    await roll.answer("one", 3);
    expect(await roll.slots()).toBe(4);
    await roll.leave("two", 1);
    expect(await roll.slots()).toBe(3);
    // One that was killed half a minute ago.
    await redis.zadd(keys.workers, 1_000, "5:three");
    expect(await roll.slots()).toBe(3);
  } finally {
    await redis.del(keys.workers);
    await redis.quit();
  }
});
