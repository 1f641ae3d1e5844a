/** Starts the thread itself, from TypeScript sources or from built code, whichever we are. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

const extension = extname(fileURLToPath(import.meta.url));

/** The module with the real `solve`: this package's own. */
export const OWN_MODULE = new URL(`../index${extension}`, import.meta.url).href;

export interface ThreadOptions {
  /** The module whose `solve` is called. */
  readonly module: string;
  /** Ceiling of the JavaScript heap, in MiB. WebAssembly memory is outside it and is watched. */
  readonly heapLimitMiB: number;
}

export function spawnThread({ module, heapLimitMiB }: ThreadOptions): Worker {
  const entry = new URL(`./thread${extension}`, import.meta.url);
  const isSource = extension === ".ts";
  return new Worker(isSource ? new URL("./from-source.mjs", import.meta.url) : entry, {
    workerData: { module, entry: entry.href },
    // Never the process' own arguments: they may hold flags that a thread cannot have.
    execArgv: isSource ? ["--conditions=@placera/source"] : [],
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMiB },
    // Nothing of the environment is for a solve to read.
    env: {},
  });
}
