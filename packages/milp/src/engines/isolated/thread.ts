/** The inside of an isolated engine: one solve at a time in a thread that may be terminated at any moment. */

import { parentPort } from "node:worker_threads";
import { createEngine } from "../../choose-engine.ts";
import { type SolveRequest, type ThreadMessage, toPosted } from "./messages.ts";

function post(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

async function answer({ engine, model, params, stop }: SolveRequest): Promise<ThreadMessage> {
  try {
    const result = await createEngine(engine).solve(model, params, {
      stopped: () => Atomics.load(stop, 0) !== 0,
      // Posting works from inside a synchronous solve: the parent's loop is free and receives it at once.
      onIncumbent: (incumbent) => post({ kind: "incumbent", incumbent }),
    });
    return { kind: "result", result };
  } catch (error) {
    return { kind: "error", error: toPosted(error) };
  }
}

parentPort?.on("message", (request: SolveRequest) => {
  post({ kind: "started" });
  void answer(request).then(post);
});
