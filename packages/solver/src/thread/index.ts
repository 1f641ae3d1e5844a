/** Solves on threads: a host that can stop them, limit them and cut them off. */

export type {
  Divided,
  Incumbent,
  RunningSolve,
  SolveListeners,
  ThreadResult,
} from "./conduct-solve.ts";
export { GRACE_MS } from "./conduct-solve.ts";
export type { Rotations, SolveRequest, StopReason } from "./messages.ts";
export type { SolveModule } from "./solve-module.ts";
export { startSolve } from "./start-solve.ts";
export type { ThreadPool, ThreadPoolOptions } from "./thread-pool.ts";
export { createThreadPool } from "./thread-pool.ts";
