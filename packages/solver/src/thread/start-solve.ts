/** One solve on a thread of its own, gone when it ends. */
import type { RunningSolve, SolveListeners } from "./conduct-solve.ts";
import type { SolveRequest } from "./messages.ts";
import { createThreadPool, type ThreadPoolOptions } from "./thread-pool.ts";

/** For one solve; whoever has many keeps a `createThreadPool`. */
export function startSolve(
  request: SolveRequest,
  listeners: SolveListeners = {},
  options: ThreadPoolOptions = {},
): RunningSolve {
  const pool = createThreadPool({ ...options, recycleMiB: 0 });
  return pool.startSolve(request, listeners);
}
