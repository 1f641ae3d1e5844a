/** Starts the thread, from TypeScript source in development and from built JavaScript in production. */

import { Worker } from "node:worker_threads";

/** How much memory the thread's JavaScript heap may use, in MiB. WebAssembly memory is not counted by Node. */
export interface ThreadParams {
  readonly memoryLimitMb?: number;
}

/** Starts a thread that does not keep the process alive while it is idle. */
export function startThread({ memoryLimitMb }: ThreadParams): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const entry = new URL(isSource ? "./from-source.mjs" : "./thread.js", import.meta.url);
  const worker = new Worker(entry, {
    execArgv: isSource ? ["--conditions=@placera/source"] : [],
    ...(memoryLimitMb === undefined
      ? {}
      : { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } }),
  });
  worker.unref();
  return worker;
}
