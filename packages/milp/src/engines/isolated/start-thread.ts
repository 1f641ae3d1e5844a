/** Starts the thread, from TypeScript source in development and from built JavaScript in production. */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/** How much memory the thread's JavaScript heap may use, in MiB. WebAssembly memory is not counted by Node. */
export interface ThreadParams {
  readonly memoryLimitMb?: number;
}

/** Starts a thread that does not keep the process alive while it is idle. */
export function startThread({ memoryLimitMb }: ThreadParams): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const entry = new URL(isSource ? "./thread.ts" : "./thread.js", import.meta.url);
  const worker = new Worker(entry, {
    execArgv: isSource ? sourceArguments() : [],
    ...(memoryLimitMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } }),
  });
  worker.unref();
  return worker;
}

// A worker does not reliably inherit the loader of its parent, so source threads are given it by name.
function sourceArguments(): string[] {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return ["--import", pathToFileURL(tsx).href, "--conditions=@placera/source"];
}
