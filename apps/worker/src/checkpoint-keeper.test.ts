import { setTimeout as sleep } from "node:timers/promises";
import type { Checkpoint, CheckpointStore } from "@placera/jobs";
import { expect, it } from "vitest";
import { createCheckpointKeeper, type KeeperOptions } from "./checkpoint-keeper.ts";

function keeper(options: Partial<KeeperOptions> = {}, putMs = 5) {
  const stored: string[] = [];
  let atOnce = 0;
  const store: CheckpointStore = {
    async put(_, { outcome }: Checkpoint) {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await sleep(putMs);
      atOnce -= 1;
      stored.push(outcome);
    },
    get: async () => undefined,
    remove: async () => undefined,
  };
  const made = createCheckpointKeeper({
    store,
    jobId: "solve-1",
    problem: "sha256-1",
    score: undefined,
    everyMs: 30,
    spentMs: () => 1,
    onError: () => undefined,
    ...options,
  });
  return {
    stored,
    made,
    offer: (value: number) =>
      made.offer({ text: String(value), score: [{ tier: "unplaced", value }] }),
  };
}

it("stores the first plan at once and the last one in the end", async () => {
  const { stored, made, offer } = keeper();
  offer(5);
  await sleep(0);
  offer(4);
  offer(3);
  await sleep(15);
  expect(stored).toEqual(["5"]);
  await sleep(60);
  expect(stored).toEqual(["5", "3"]);
  await made.end();
});

it("never puts a worse plan over a better, nor over that of an earlier run", async () => {
  const { stored, made, offer } = keeper({ score: [{ tier: "unplaced", value: 4 }] });
  for (const value of [6, 3, 5]) offer(value);
  await made.flush();
  expect(stored).toEqual(["3"]);
  await made.end();
});

it("flushes what waits, after what is being written", async () => {
  const { stored, made, offer } = keeper({ everyMs: 10_000 }, 20);
  offer(5);
  await sleep(0);
  offer(4);
  await made.flush();
  expect(stored).toEqual(["5", "4"]);
  await made.end();
});

it("writes nothing after its end", async () => {
  const { stored, made, offer } = keeper();
  await made.end();
  offer(1);
  await made.flush();
  expect(stored).toEqual([]);
});
