/** Keeps a running job's best plan in Redis: not too often, never a worse one over a better. */
import { type Checkpoint, type CheckpointStore, CONTRACT } from "@placera/jobs";
import type { Incumbent } from "@placera/solver";
import { isWorse, type Score } from "./best-plan.ts";

export interface CheckpointKeeper {
  offer(incumbent: Incumbent): void;
  /** Stores the best plan offered, if it is not stored yet. Throws `Fault`. */
  flush(): Promise<void>;
  /** No more writing after this; waits for the one under way. */
  end(): Promise<void>;
}

export interface KeeperOptions {
  readonly store: CheckpointStore;
  readonly jobId: string;
  readonly problem: string;
  /** Of the checkpoint that is there already. */
  readonly score: Score | undefined;
  readonly everyMs: number;
  readonly spentMs: () => number;
  readonly onError: (error: unknown) => void;
}

export function createCheckpointKeeper(options: KeeperOptions): CheckpointKeeper {
  const { store, jobId, problem, everyMs, spentMs, onError } = options;
  let best = options.score;
  let waiting: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let ended = false;

  const write = async (): Promise<void> => {
    if (waiting === undefined || ended) return;
    const checkpoint: Checkpoint = {
      contract: CONTRACT,
      problem,
      spentMs: spentMs(),
      outcome: waiting,
    };
    waiting = undefined;
    await store.put(jobId, checkpoint);
  };
  // DANGER: one write at a time. Two at once could end with the older plan on top.
  const enqueue = (): Promise<void> => {
    const turn = writing.then(write);
    writing = turn.catch(() => undefined);
    return turn;
  };
  const later = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting === undefined) return;
      enqueue().catch(onError);
      later();
    }, everyMs);
  };

  return {
    offer({ text, score }) {
      if (ended || (best !== undefined && isWorse(score, best))) return;
      best = score;
      waiting = text;
      if (timer !== undefined) return;
      enqueue().catch(onError);
      later();
    },
    flush: enqueue,
    async end() {
      ended = true;
      clearTimeout(timer);
      await writing;
    },
  };
}
