/** A Redis of a test's own, to be filled, misconfigured or killed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";

const NAMES = ["redis-server", "valkey-server"];

/** The server that is on the PATH, if any. */
export const redisServerName: string | undefined = NAMES.find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

export interface OwnRedis {
  readonly url: string;
  /** As the power cord: nothing is saved that was not saved already. */
  kill(): Promise<void>;
  /** Again on the same port, with the same data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** Settings as on the command line, such as `["--maxmemory", "3mb"]`; append-only by default. */
export async function startOwnRedis(settings: readonly string[] = []): Promise<OwnRedis> {
  if (redisServerName === undefined) throw new Error("There is no redis-server on the PATH.");
  const name = redisServerName;
  const dir = await mkdtemp(join(tmpdir(), "placera-own-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess;
  const start = async () => {
    const place = ["--port", String(port), "--bind", "127.0.0.1", "--dir", dir];
    const rest = ["--save", "", "--appendonly", "yes", "--maxmemory-policy", "noeviction"];
    server = spawn(name, [...place, ...rest, ...settings], { stdio: "ignore" });
    await untilAnswers(url);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await gone;
  };
  await start();
  return {
    url,
    kill: () => end("SIGKILL"),
    restart: start,
    async stop() {
      await end("SIGKILL");
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  redis.on("error", () => undefined);
  try {
    // While it loads its file it answers, but with an error.
    while ((await redis.ping().catch(() => "")) !== "PONG") await sleep(20);
  } finally {
    redis.disconnect();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
