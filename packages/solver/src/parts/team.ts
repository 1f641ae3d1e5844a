/** The threads that help with a solve in parts: started, listened to, stopped. */
import { countTeam } from "../thread/memory.ts";
import { askToStop, type Failure, reportedMemory } from "../thread/messages.ts";
import type { HelpingThread } from "./helping-thread.ts";
import type { FromHelper, HelpTask } from "./messages.ts";

export type Told = Extract<FromHelper, { readonly kind: "better" | "turn" | "done" | "exhausted" }>;

export interface Team {
  /** Takes in what they have sent. Throws what one of them failed with. */
  listen(): void;
  askToStop(): void;
  /** Has each said that there is nothing left for it? When stopping, one not yet heard of need not. */
  ended(stopping: boolean): boolean;
  /** Lets the threads go, whatever they do; `isOver`: all there was to do is done. */
  close(isOver: boolean): Promise<void>;
}

export interface TeamOptions {
  readonly threads: readonly HelpingThread[];
  readonly task: HelpTask;
  readonly onTold: (message: Told) => void;
}

export function startTeam({ threads, task, onTold }: TeamOptions): Team {
  for (const thread of threads) thread.begin(task);
  const forget = countTeam(() =>
    threads.reduce((sum, { words }) => sum + reportedMemory(words), 0),
  );
  return {
    listen() {
      for (const thread of threads) {
        for (let message = thread.receive(); message !== undefined; message = thread.receive()) {
          switch (message.kind) {
            case "ended":
              break;
            case "out-of-memory":
            case "defect":
            case "fault":
              throw asError(message);
            default:
              onTold(message);
          }
        }
      }
    },
    askToStop() {
      // The leading thread knows the reason; these only need to know that they are to stop.
      for (const { words } of threads) askToStop(words, "cancelled");
    },
    ended: (stopping) => threads.every(({ ended, heard }) => ended || (stopping && !heard)),
    async close(isOver) {
      forget();
      await Promise.all(threads.map((thread) => thread.release(isOver)));
    },
  };
}

/** As it was in the thread that threw it, as far as that can be told. */
function asError(failure: Failure | { readonly kind: "out-of-memory" }): Error {
  if (failure.kind === "out-of-memory") {
    const error = new Error("A helping thread ran out of memory.");
    return Object.assign(error, { code: "engine-out-of-memory" });
  }
  const { kind, code, message, stack } = failure;
  const error = Object.assign(new Error(message), { code });
  if (kind === "fault") error.name = "EngineFault";
  if (stack !== undefined) error.stack = stack;
  return error;
}
