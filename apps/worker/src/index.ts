/** The worker as a library: for tests, and for a process that wants one inside. */

export type { RunningWorker, WorkerSurroundings } from "./create-worker.ts";
export { createWorker } from "./create-worker.ts";
export type { EnvResult } from "./env.ts";
export { readEnv } from "./env.ts";
export type { Log, LogFields, LogLevel } from "./log.ts";
export { createLog } from "./log.ts";
export type { WorkerSettings } from "./settings.ts";
export { DEFAULT_SETTINGS } from "./settings.ts";
