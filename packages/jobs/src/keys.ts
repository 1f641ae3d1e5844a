/** The names under which things lie in Redis, beside BullMQ's own `<prefix>:solve:…`. */

export const DEFAULT_PREFIX = "placera";

export interface Keys {
  blob(hash: string): string;
  checkpoint(jobId: string): string;
  /** Exists while somebody wants the job cancelled. */
  cancel(jobId: string): string;
  /** Workers that are there, with how many solves each takes at a time. */
  readonly workers: string;
  /** The channel on which job ids to cancel are published. */
  readonly cancelChannel: string;
}

export function createKeys(prefix: string): Keys {
  return {
    blob: (hash) => `${prefix}:blob:${hash}`,
    checkpoint: (jobId) => `${prefix}:checkpoint:${jobId}`,
    cancel: (jobId) => `${prefix}:cancel:${jobId}`,
    workers: `${prefix}:workers`,
    cancelChannel: `${prefix}:cancelled`,
  };
}
