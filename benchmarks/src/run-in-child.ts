/** Makes runs in processes of their own, and ends those that are over or too late. */
import { type ChildProcess, fork } from "node:child_process";
import { ownChild } from "./own-child.ts";
import type { RunEnd, RunReply, RunRequest } from "./run.ts";

/** Loading the code, compiling the engine and solving a tiny problem never take so long. */
const START_MS = 60_000;

export interface RunnerOptions {
  /** Milliseconds that a solve may go on past its own limit, to explain itself. */
  readonly graceMs: number;
  /** `own`: a process for each run, so that its memory is its own. `shared`: quicker, for the smoke. */
  readonly process: "own" | "shared";
}

export interface Runner {
  /** One run at a time. Never rejects. */
  run(request: RunRequest): Promise<RunEnd>;
  stop(): void;
}

export function createRunner(options: RunnerOptions): Runner {
  let child: ChildProcess | undefined;
  const stop = (): void => {
    child?.removeAllListeners();
    child?.kill("SIGKILL");
    child = undefined;
  };
  // Whatever ends us must not leave a solve behind.
  process.once("exit", stop);
  return {
    async run(request) {
      child ??= start();
      const end = await oneRun(child, request, options.graceMs);
      if (options.process === "own" || end.kind === "killed" || end.kind === "failed") stop();
      return end;
    },
    stop,
  };
}

function start(): ChildProcess {
  const { file, execArgv } = ownChild("./child");
  return fork(file, { execArgv: [...execArgv] });
}

function oneRun(child: ChildProcess, request: RunRequest, graceMs: number): Promise<RunEnd> {
  return new Promise((resolve) => {
    const kill = (afterMs: number) => setTimeout(() => end({ kind: "killed", afterMs }), afterMs);
    const end = (how: RunEnd) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(how);
    };
    let timer = kill(START_MS);
    child.on("message", (reply: RunReply) => {
      if (reply.kind !== "ready") return end(reply);
      clearTimeout(timer);
      timer = kill(request.params.timeLimitMs + graceMs);
    });
    child.on("error", ({ message }) => end({ kind: "failed", message }));
    child.on("exit", (code, signal) =>
      end({
        kind: "failed",
        message: `the process ended by itself (${signal ?? `code ${code}`})`,
      }),
    );
    child.send(request, (error) => {
      if (error !== null) end({ kind: "failed", message: error.message });
    });
  });
}
