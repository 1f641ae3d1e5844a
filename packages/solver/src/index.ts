// Solves on threads of their own, with a host that can stop and limit them.

export type {
  Rotations,
  RunningSolve,
  SolveListeners,
  SolveModule,
  SolveRequest,
  StopReason,
  ThreadPool,
  ThreadPoolOptions,
  ThreadResult,
} from "./thread/index.ts";
export { createThreadPool, GRACE_MS, startSolve } from "./thread/index.ts";
