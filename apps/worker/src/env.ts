/** The environment, read once: every problem at once, or settings that hold. */
import { availableParallelism } from "node:os";
import { z } from "zod";
import type { WorkerSettings } from "./settings.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

const seconds = (fallbackMs: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(fallbackMs / 1000);

const Env = z.object({
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).default("redis://127.0.0.1:6379"),
  /** Solves at a time. */
  PLACERA_WORKER_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .default(Math.max(1, availableParallelism() - 1)),
  /** Threads of one solve; by default what its share of the processors allows. */
  PLACERA_WORKER_THREADS: z.coerce.number().int().min(1).max(256).optional(),
  /** Before every key in Redis. */
  PLACERA_PREFIX: z
    .string()
    .regex(/^[\w-]+$/, "letters, digits, _ and - only")
    .default(DEFAULT_SETTINGS.prefix),
  PLACERA_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3650)
    .default(DEFAULT_SETTINGS.retentionMs / 86_400_000),
  /** Seconds after which a lost worker's job may be taken by another. */
  PLACERA_WORKER_LOCK_SECONDS: seconds(DEFAULT_SETTINGS.lockMs),
  /** Seconds between two looks for lost workers. The same for every worker of a queue. */
  PLACERA_WORKER_STALLED_SECONDS: seconds(DEFAULT_SETTINGS.stalledMs),
  /** Run even where Redis may throw jobs away. */
  PLACERA_WORKER_FORCE: z.stringbool().default(false),
});

export type EnvResult =
  | { readonly ok: true; readonly settings: WorkerSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readEnv(variables: Readonly<Record<string, string | undefined>>): EnvResult {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );
    return { ok: false, problems };
  }
  const env = parsed.data;
  return {
    ok: true,
    settings: Object.freeze({
      ...DEFAULT_SETTINGS,
      redisUrl: env.REDIS_URL,
      concurrency: env.PLACERA_WORKER_CONCURRENCY,
      threads:
        env.PLACERA_WORKER_THREADS ??
        Math.max(1, Math.floor(availableParallelism() / env.PLACERA_WORKER_CONCURRENCY)),
      prefix: env.PLACERA_PREFIX,
      retentionMs: env.PLACERA_RETENTION_DAYS * 86_400_000,
      lockMs: env.PLACERA_WORKER_LOCK_SECONDS * 1000,
      stalledMs: env.PLACERA_WORKER_STALLED_SECONDS * 1000,
      force: env.PLACERA_WORKER_FORCE,
    }),
  };
}

/** The environment of this process: the only place that reads it. */
export const readProcessEnv = (): EnvResult => readEnv(process.env);
