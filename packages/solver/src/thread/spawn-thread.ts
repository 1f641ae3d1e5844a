/** Starts the thread itself, from TypeScript sources or from built code, whichever we are. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Transferable, Worker } from "node:worker_threads";

const extension = extname(fileURLToPath(import.meta.url));

/** The module with the real `solve`: this package's own. */
export const OWN_MODULE = new URL(`../index${extension}`, import.meta.url).href;

export interface ThreadOptions {
  /** The first file, without its extension. */
  readonly entry: URL;
  readonly data: object;
  readonly transfer?: readonly Transferable[];
  /** Ceiling of the JavaScript heap, in MiB. WebAssembly memory is outside it and is watched. */
  readonly heapLimitMiB: number;
}

export function spawnThread({ entry, data, transfer = [], heapLimitMiB }: ThreadOptions): Worker {
  const file = new URL(`${entry.href}${extension}`);
  const isSource = extension === ".ts";
  return new Worker(isSource ? new URL("./from-source.mjs", import.meta.url) : file, {
    workerData: { ...data, entry: file.href },
    transferList: [...transfer],
    // Never the process' own arguments: they may hold flags that a thread cannot have.
    execArgv: isSource ? ["--conditions=@placera/source"] : [],
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMiB },
    // Nothing of the environment is for a solve to read.
    env: {},
  });
}
