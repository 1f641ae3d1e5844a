/** The jobs this worker has at hand, each with the signal that ends it. */
import type { StopWish } from "./solve-job.ts";

export interface ActiveJobs {
  /**
   * `token` tells two runs of one job in this worker apart: a lost one may still be ending. `of` is
   * the job whose work it shares: whoever wishes that to end wishes this to.
   */
  add(
    id: string,
    token: string,
    of?: string,
  ): { readonly signal: AbortSignal; readonly forget: () => void };
  /** Of the jobs and of those whose work they share. */
  ids(): readonly string[];
  /** The first wish counts; a job that is not here is not stopped. */
  stop(id: string, wish: StopWish): void;
  stopAll(wish: StopWish): void;
}

export function createActiveJobs(): ActiveJobs {
  interface Active {
    readonly ids: readonly string[];
    readonly abort: AbortController;
  }
  const jobs = new Map<string, Active>();
  return {
    add(id, token, of) {
      const abort = new AbortController();
      jobs.set(token, { ids: of === undefined ? [id] : [id, of], abort });
      return { signal: abort.signal, forget: () => jobs.delete(token) };
    },
    ids: () => [...new Set([...jobs.values()].flatMap(({ ids }) => ids))],
    stop(id, wish) {
      for (const { ids, abort } of jobs.values()) if (ids.includes(id)) abort.abort(wish);
    },
    stopAll(wish) {
      for (const { abort } of jobs.values()) abort.abort(wish);
    },
  };
}
