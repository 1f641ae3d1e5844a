/** Connections to Redis: one kind gives up soon and says so, the other never does. */
import { Redis } from "ioredis";
import { Fault, toFault } from "./fault.ts";

const backoff = (attempt: number) => Math.min(50 * 2 ** attempt, 1_000);

/**
 * For whoever waits for an answer. A command that cannot be sent fails, and is never sent later:
 * what was reported as not done must stay not done.
 */
export function connectBriefly(url: string, patienceMs: number): Redis {
  return quiet(
    new Redis(url, {
      lazyConnect: true,
      connectTimeout: patienceMs,
      commandTimeout: Math.max(patienceMs, 10_000),
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      retryStrategy: backoff,
    }),
  );
}

/** For a worker: when Redis is gone it waits, and goes on when Redis is back. */
export function connectPatiently(url: string): Redis {
  return quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy: backoff }));
}

/** DANGER: an `error` event that nobody hears ends the process. The commands report what failed. */
function quiet(redis: Redis): Redis {
  redis.on("error", () => undefined);
  return redis;
}

/** Waits until the connection can take commands; throws `Fault` when it cannot in time. */
export async function untilReady(redis: Redis, patienceMs: number): Promise<void> {
  if (redis.status === "ready") return;
  let lastError: unknown;
  let timer: NodeJS.Timeout | undefined;
  const remember = (error: unknown) => {
    lastError = error;
  };
  redis.on("error", remember);
  try {
    if (redis.status === "wait" || redis.status === "end") redis.connect().catch(remember);
    await new Promise<void>((resolve, reject) => {
      redis.once("ready", resolve);
      timer = setTimeout(() => {
        redis.off("ready", resolve);
        const cause = toFault(lastError);
        const isOther = cause instanceof Fault && cause.code !== "redis-unreachable";
        reject(isOther ? cause : new Fault("redis-unreachable", {}, { cause: lastError }));
      }, patienceMs);
    });
  } finally {
    clearTimeout(timer);
    redis.off("error", remember);
  }
}

/** Ends a connection whatever state it is in, and leaves nothing behind. */
export async function disconnect(redis: Redis): Promise<void> {
  const { status } = redis;
  if (status === "end" || status === "wait") return;
  const ended = new Promise<void>((resolve) => {
    redis.once("end", () => resolve());
  });
  redis.disconnect();
  // DANGER: between two attempts to connect there is nothing to end, and no event says so.
  if (status !== "reconnecting" && status !== "close") await ended;
}
