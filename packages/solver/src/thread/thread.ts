/** The first file of a solver thread. It takes one solve at a time, for as long as the host likes. */
import { parentPort, workerData } from "node:worker_threads";
import type { FromThread, ToThread } from "./messages.ts";
import { runSolve } from "./run-solve.ts";
import { loadSolveModule } from "./solve-module.ts";

const moduleUrl: unknown = workerData?.module;
if (parentPort !== null && typeof moduleUrl === "string") {
  const port = parentPort;
  // Loaded before the first problem arrives: a warm thread has paid for it.
  const loaded = loadSolveModule(moduleUrl);
  // Whoever asks first gets the error; until then nobody has.
  loaded.then((module) => module.prepare?.()).catch(() => undefined);
  port.on("message", (request: ToThread) => {
    void runSolve(request, {
      load: () => loaded,
      post: (message: FromThread) => port.postMessage(message),
      now: () => performance.now(),
    });
  });
}
