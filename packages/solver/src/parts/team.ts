/** The threads that help with a solve in parts: started, listened to, stopped. */
import { MessageChannel, receiveMessageOnPort, type Worker } from "node:worker_threads";
import { countTeam } from "../thread/memory.ts";
import {
  askToStop,
  type Control,
  createControl,
  type Failure,
  reportedMemory,
} from "../thread/messages.ts";
import { spawnThread } from "../thread/spawn-thread.ts";
import type { FromHelper, ToHelper } from "./messages.ts";

export type Told = Extract<FromHelper, { readonly kind: "better" | "turn" | "done" | "exhausted" }>;

export interface Team {
  /** Takes in what they have sent. Throws what one of them failed with. */
  listen(): void;
  askToStop(): void;
  /** Has each said that there is nothing left for it? When stopping, one not yet heard of need not. */
  ended(stopping: boolean): boolean;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

export interface TeamOptions {
  readonly count: number;
  readonly heapLimitMiB: number;
  readonly task: Omit<ToHelper, "control">;
  readonly onTold: (message: Told) => void;
}

export function startTeam({ count, heapLimitMiB, task, onTold }: TeamOptions): Team {
  const threads = Array.from({ length: count }, () => startHelper(task, heapLimitMiB));
  const forget = countTeam(() =>
    threads.reduce((sum, { control }) => sum + reportedMemory(control), 0),
  );
  return {
    listen() {
      for (const thread of threads) {
        for (let message = thread.receive(); message !== undefined; message = thread.receive()) {
          switch (message.kind) {
            case "ended":
              thread.ended = true;
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
      for (const { control } of threads) askToStop(control, "cancelled");
    },
    ended: (stopping) => threads.every(({ ended, heard }) => ended || (stopping && !heard)),
    async close() {
      forget();
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

interface Helper {
  readonly worker: Worker;
  readonly control: Control;
  /** Has it sent anything? Until then it is starting up. */
  heard: boolean;
  ended: boolean;
  receive(): FromHelper | undefined;
}

function startHelper(task: TeamOptions["task"], heapLimitMiB: number): Helper {
  const { port1, port2 } = new MessageChannel();
  const control = createControl();
  const worker = spawnThread({
    entry: new URL("./thread", import.meta.url),
    data: { port: port2 },
    transfer: [port2],
    heapLimitMiB,
  });
  let lost: FromHelper | undefined;
  // DANGER: an error of a thread without a listener would end the process.
  worker.on("error", (error: Error & { readonly code?: unknown }) => {
    const { message, stack, code } = error;
    lost ??=
      code === "ERR_WORKER_OUT_OF_MEMORY"
        ? { kind: "out-of-memory" }
        : { kind: "defect", code: "thread-threw", message, stack };
  });
  const message: ToHelper = { ...task, control };
  worker.postMessage(message);
  const helper: Helper = {
    worker,
    control,
    heard: false,
    ended: false,
    receive() {
      const received: { readonly message: FromHelper } | undefined = receiveMessageOnPort(port1);
      if (received !== undefined) helper.heard = true;
      return received?.message ?? (helper.ended ? undefined : lost);
    },
  };
  worker.on("exit", (code) => {
    const why = `A helping thread ended by itself with code ${code}.`;
    lost ??= { kind: "fault", code: "thread-ended", message: why };
  });
  return helper;
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
