/**
 * Solver threads. A first call of an engine costs 0.7 s and its memory never shrinks: so one thread
 * is kept warm for small solves, is replaced once it has grown, and a large solve gets its own.
 */
import type { Worker } from "node:worker_threads";
import {
  conductSolve,
  type Divided,
  type RunningSolve,
  type SolveListeners,
  type ThreadResult,
} from "./conduct-solve.ts";
import type { SolveRequest } from "./messages.ts";
import { OWN_MODULE, spawnThread } from "./spawn-thread.ts";

export interface ThreadPoolOptions {
  /** URL of the module whose `solve` is called. Default: this package's own. */
  readonly module?: string;
  /** Problems of at most so many characters share the warm thread. Default: 100 000. */
  readonly smallCharacters?: number;
  /** A warm thread whose memory has passed this many MiB is replaced. Default: 256. */
  readonly recycleMiB?: number;
  /** Milliseconds from asking a thread to stop until it is cut off. Default: by reason. */
  readonly graceMs?: number;
}

export interface ThreadPool {
  startSolve(request: SolveRequest, listeners?: SolveListeners): RunningSolve;
  /** The problem's independent parts in at most so many batches of about equal work. */
  divide(request: SolveRequest, most: number): RunningSolve<ThreadResult | Divided>;
  /** Starts the warm thread before it is needed. */
  warmUp(): void;
  /** Cuts off what still runs and ends every thread. */
  close(): Promise<void>;
}

/** The heap ceiling of the warm thread: that of the default parameters. */
const WARM_HEAP_MIB = 2048;

export function createThreadPool(options: ThreadPoolOptions = {}): ThreadPool {
  const { module = OWN_MODULE, smallCharacters = 100_000, recycleMiB = 256 } = options;
  const running = new Set<RunningSolve<unknown>>();
  const ends = new Set<Promise<unknown>>();
  let idle: Worker | undefined;
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
    if (idle === worker) idle = undefined;
    const gone = worker.terminate();
    ends.add(gone);
    return gone.finally(() => ends.delete(gone));
  };
  const keep = (worker: Worker) => {
    idle = worker;
    // A thread that waits must not keep the process alive.
    worker.unref();
  };
  const takeIdle = (): Worker | undefined => {
    const worker = idle;
    idle = undefined;
    worker?.ref();
    return worker;
  };

  const start = (
    request: SolveRequest,
    listeners: SolveListeners,
  ): RunningSolve<ThreadResult | Divided> => {
    if (closed) throw new Error("The thread pool is closed.");
    const { memoryLimitMiB } = request.params;
    const isSmall = isShort(request, smallCharacters) && memoryLimitMiB === WARM_HEAP_MIB;
    const worker = (isSmall ? takeIdle() : undefined) ?? spawn(memoryLimitMiB);
    const solve = conductSolve({
      worker,
      request,
      listeners,
      graceMs: options.graceMs,
      async onEnd({ reusable, memoryMiB }) {
        running.delete(solve);
        const isFit = reusable && isSmall && memoryMiB <= recycleMiB;
        if (isFit && idle === undefined && !closed) keep(worker);
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
      if (idle === undefined && !closed) keep(spawn(WARM_HEAP_MIB));
    },
    async close() {
      closed = true;
      const stops = [...running].map((solve) => solve.terminate());
      if (idle !== undefined) stops.push(discard(idle).then(() => undefined));
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
