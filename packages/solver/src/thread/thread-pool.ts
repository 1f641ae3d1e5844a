/**
 * Solver threads. A fresh one costs a second or two until its code is compiled, and its memory never
 * shrinks: so one is kept warm for small solves and another for large ones, lest a small solve wait
 * for a large one to end; each is replaced once it has grown.
 */
import type { Worker } from "node:worker_threads";
import {
  conductSolve,
  type Divided,
  type RunningSolve,
  type SolveListeners,
  type ThreadResult,
} from "./conduct-solve.ts";
import { RECYCLE_MIB } from "./memory.ts";
import type { SolveRequest } from "./messages.ts";
import { OWN_MODULE, spawnThread } from "./spawn-thread.ts";

export interface ThreadPoolOptions {
  /** URL of the module whose `solve` is called. Default: this package's own. */
  readonly module?: string;
  /** Problems of at most so many characters are small. Default: 100 000. */
  readonly smallCharacters?: number;
  /** A thread whose memory has passed this many MiB is not kept. Default: 512. */
  readonly recycleMiB?: number;
  /** Milliseconds from asking a thread to stop until it is cut off. Default: by reason. */
  readonly graceMs?: number;
}

export interface ThreadPool {
  startSolve(request: SolveRequest, listeners?: SolveListeners): RunningSolve;
  /** The problem's independent parts in at most so many batches of about equal work. */
  divide(request: SolveRequest, most: number): RunningSolve<ThreadResult | Divided>;
  /** Starts the thread for small solves before it is needed. */
  warmUp(): void;
  /** Cuts off what still runs and ends every thread. */
  close(): Promise<void>;
}

type Size = "small" | "large";

/** The heap ceiling of the threads that are kept: that of the default parameters. */
const WARM_HEAP_MIB = 2048;

export function createThreadPool(options: ThreadPoolOptions = {}): ThreadPool {
  const { module = OWN_MODULE, smallCharacters = 100_000, recycleMiB = RECYCLE_MIB } = options;
  const running = new Set<RunningSolve<unknown>>();
  const ends = new Set<Promise<unknown>>();
  const idle = new Map<Size, Worker>();
  let closed = false;

  const spawn = (heapLimitMiB: number): Worker => {
    const worker = spawnThread({
      entry: new URL("./thread", import.meta.url),
      data: { module },
      heapLimitMiB,
    });
    // DANGER: an error of a thread without a listener would end the process. The solve that runs on
    // it listens for itself; this is for a thread that dies while it waits.
    worker.on("error", () => void discard(worker)).on("exit", () => void discard(worker));
    return worker;
  };
  const discard = (worker: Worker): Promise<unknown> => {
    for (const [size, kept] of idle) if (kept === worker) idle.delete(size);
    const gone = worker.terminate();
    ends.add(gone);
    return gone.finally(() => ends.delete(gone));
  };
  const keep = (size: Size, worker: Worker) => {
    idle.set(size, worker);
    // A thread that waits must not keep the process alive.
    worker.unref();
  };
  const takeIdle = (size: Size): Worker | undefined => {
    const worker = idle.get(size);
    idle.delete(size);
    worker?.ref();
    return worker;
  };

  const start = (
    request: SolveRequest,
    listeners: SolveListeners,
  ): RunningSolve<ThreadResult | Divided> => {
    if (closed) throw new Error("The thread pool is closed.");
    const { memoryLimitMiB } = request.params;
    const size = isShort(request, smallCharacters) ? "small" : "large";
    const isUsual = memoryLimitMiB === WARM_HEAP_MIB;
    const worker = (isUsual ? takeIdle(size) : undefined) ?? spawn(memoryLimitMiB);
    const solve = conductSolve({
      worker,
      request,
      listeners,
      graceMs: options.graceMs,
      async onEnd({ reusable, memoryMiB }) {
        running.delete(solve);
        const isFit = reusable && isUsual && memoryMiB <= recycleMiB;
        if (isFit && !idle.has(size) && !closed) keep(size, worker);
        else await discard(worker);
      },
    });
    running.add(solve);
    return solve;
  };

  return {
    startSolve(request, listeners = {}) {
      const solve = start(request, listeners);
      return { ...solve, result: solve.result.then(solved) };
    },
    divide: (request, most) => start({ ...request, task: { kind: "divide", most } }, {}),
    warmUp() {
      if (!idle.has("small") && !closed) keep("small", spawn(WARM_HEAP_MIB));
    },
    async close() {
      closed = true;
      const stops = [...running].map((solve) => solve.terminate());
      for (const worker of [...idle.values()]) stops.push(discard(worker).then(() => undefined));
      await Promise.all([...stops, ...ends]);
    },
  };
}

function isShort({ problem }: SolveRequest, characters: number): boolean {
  const text = "text" in problem ? problem.text : JSON.stringify(problem.value);
  return (text?.length ?? 0) <= characters;
}

/** Only who asks for a division is answered with one. */
function solved(result: ThreadResult | Divided): ThreadResult {
  if (result.kind !== "divided") return result;
  return { kind: "defect", code: "unexpected-answer", message: "The thread divided, unasked." };
}
