/** The jobs this worker has at hand, each with the signal that ends it. */
import type { StopWish } from "./solve-job.ts";

export interface ActiveJobs {
  /** `token` tells two runs of one job in this worker apart: a lost one may still be ending. */
  add(id: string, token: string): { readonly signal: AbortSignal; readonly forget: () => void };
  ids(): readonly string[];
  /** The first wish counts; a job that is not here is not stopped. */
  stop(id: string, wish: StopWish): void;
  stopAll(wish: StopWish): void;
}

export function createActiveJobs(): ActiveJobs {
  const jobs = new Map<string, { readonly id: string; readonly abort: AbortController }>();
  return {
    add(id, token) {
      const abort = new AbortController();
      jobs.set(token, { id, abort });
      return { signal: abort.signal, forget: () => jobs.delete(token) };
    },
    ids: () => [...new Set([...jobs.values()].map(({ id }) => id))],
    stop(id, wish) {
      for (const job of jobs.values()) if (job.id === id) job.abort.abort(wish);
    },
    stopAll(wish) {
      for (const { abort } of jobs.values()) abort.abort(wish);
    },
  };
}
