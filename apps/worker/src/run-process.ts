/** A worker as a process: starts, says so, and ends on SIGTERM or SIGINT. */
import { Fault } from "@placera/jobs";
import { createThreadPool } from "@placera/solver";
import { createWorker, type RunningWorker } from "./create-worker.ts";
import { createLog, type Log } from "./log.ts";
import type { WorkerSettings } from "./settings.ts";

/** What shells and service managers read: `EX_TEMPFAIL`, the operator's to mend. */
const EXIT_FAULT = 75;

/** How long stopping may take before we leave anyway, in milliseconds. Another worker then finds the job lost. */
const STOP_WITHIN_MS = 15_000;

export interface ProcessOptions {
  /** URL of the module that solves. Default: the solver itself. */
  readonly module?: string;
}

export async function runProcess(
  settings: WorkerSettings,
  { module }: ProcessOptions = {},
): Promise<void> {
  // DANGER: whoever read our log may go away. That is no reason to drop a solve.
  process.stdout.on("error", () => undefined);
  const log = createLog(
    (line) => process.stdout.write(line),
    () => new Date().toISOString(),
  );
  const threads = createThreadPool(module === undefined ? {} : { module });
  let worker: RunningWorker;
  try {
    worker = await createWorker(settings, { threads, log, now: () => performance.now() });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { what, because, wayOut } = error.text.en;
    log("error", error.code, { what, because, wayOut, sv: Object.values(error.text.sv).join(" ") });
    process.exitCode = EXIT_FAULT;
    await threads.close();
    return;
  }
  threads.warmUp();
  stopOnSignals(worker, log);
}

function stopOnSignals(worker: RunningWorker, log: Log): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log("info", "signal", { signal });
    // Nothing may keep us once all is closed, so this timer does not either.
    setTimeout(() => {
      log("error", "stopping-took-too-long");
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    worker.stop().catch((error: unknown) => {
      log("error", "stop-failed", { because: String(error) });
      process.exitCode = 1;
    });
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
}
