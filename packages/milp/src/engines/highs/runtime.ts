/** One HiGHS module per thread: loaded when first needed, kept warm, thrown away when it aborts. */

import loadHighs, { type Highs, type Model as PublishedModel } from "highs";
import { Defect } from "../../defect.ts";
import { EngineFault } from "../../engine.ts";

/** The loaded HiGHS module. */
export type HighsModule = Highs;
/** One native model inside the module; it must be disposed. */
export type NativeModel = PublishedModel;

// The package's types describe a CommonJS module whose default is an object; in ES modules it is the loader itself.
const load = loadHighs as unknown as () => Promise<Highs>;

let current: Promise<Highs> | undefined;
let requests = 0;

/** How often this thread's module has been asked for. */
export function highsRequests(): number {
  return requests;
}

/** The module of this thread. The first call compiles it; the first solve in it costs up to 0.7 s more. */
export async function highsModule(): Promise<HighsModule> {
  requests++;
  current ??= load();
  try {
    return await current;
  } catch (cause) {
    current = undefined;
    throw notLoaded(cause);
  }
}

/** Bytes of WebAssembly memory this thread's module holds; it never shrinks. 0 when none is loaded. */
export async function highsMemoryBytes(): Promise<number> {
  return current === undefined ? 0 : (await current).memoryBytes;
}

/** Forgets the module, so that the next solve loads a fresh one. Models opened in the old one are lost. */
export function discardHighs(): void {
  current = undefined;
}

/** Runs native calls and turns what they throw into our families: our bug, or the machine's trouble. */
export function guardNative<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translateNative(error);
  }
}

/** Frees a native model. After an abort there is nothing left to free. */
export function disposeNative(native: NativeModel): void {
  try {
    native.dispose();
  } catch {
    discardHighs();
  }
}

function notLoaded(cause: unknown): EngineFault {
  return new EngineFault(
    "engine-not-loaded",
    "HiGHS' WebAssembly module could not be loaded",
    "check that the highs package is installed with its wasm file and that memory is left",
    { cause },
  );
}

function translateNative(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // `WebAssembly.RuntimeError` by its name, since that global is not among Node's types.
  if (error.name === "RuntimeError" || error instanceof RangeError) {
    // An aborted module answers nonsense afterwards: never use it again.
    discardHighs();
    return new EngineFault(
      "engine-out-of-memory",
      "HiGHS aborted, most often because the model outgrew its 2 GiB of memory",
      "solve a smaller model, or split the problem",
      { cause: error },
    );
  }
  // The error's own stack shows the minified bundle; the message is all there is to learn from it.
  if (error.name === "HighsValidationError")
    return new Defect("linear-program-bad-input", error.message);
  if (error.name === "HighsError") {
    return new EngineFault(
      "engine-crashed",
      `HiGHS refused a call: ${error.message}`,
      "report the model that did it",
    );
  }
  return error;
}
