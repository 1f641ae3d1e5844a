/** A worker as a child process: from source where we run from source, else from what is built. */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "../failures.ts";

/** A worker that is asked to stop puts its jobs back first; after so long it is ended. */
const STOP_MS = 8_000;
const REMEMBERED_CHARACTERS = 2_000;

export interface WorkerProcess {
  /** Never rejects: the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** The last it wrote. */
  lastWords(): string;
  signal(name: NodeJS.Signals): void;
  /** Asks it to end, insists after a while, and waits until it is gone. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly redisUrl: string;
  /** `inherit`: it writes to our terminal. `quiet`: it is only remembered. */
  readonly output: "inherit" | "quiet";
  readonly args?: readonly string[];
}

export function startWorker({ redisUrl, output, args = [] }: WorkerOptions): WorkerProcess {
  const stdio: StdioOptions =
    output === "inherit"
      ? ["ignore", "inherit", "inherit", "ipc"]
      : ["ignore", "pipe", "pipe", "ipc"];
  const child = spawn(process.execPath, [...workerCommand(), ...args], {
    stdio,
    env: { ...process.env, REDIS_URL: redisUrl },
    // Ctrl-C in the terminal is for us: we decide when the worker ends.
    detached: true,
  });
  const words = remember(child);
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  void ended.then(() => process.off("exit", killAtExit));
  return {
    ended,
    lastWords: words,
    signal: (name) => void child.kill(name),
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function workerCommand(): string[] {
  const extension = extname(fileURLToPath(import.meta.url));
  const fromSource = extension === ".ts";
  const folder = fromSource ? "src" : "dist";
  const main = fileURLToPath(
    new URL(`../../../worker/${folder}/main${extension}`, import.meta.url),
  );
  if (!existsSync(main)) throw new Fault("worker-missing", main);
  const guard = fromSource
    ? new URL("./end-with-parent.ts", import.meta.url)
    : new URL("./end-with-parent.js", import.meta.url);
  return [
    ...(fromSource ? ["--conditions=@placera/source", "--import", import.meta.resolve("tsx")] : []),
    "--import",
    guard.href,
    main,
  ];
}

function remember(child: ChildProcess): () => string {
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      words = (words + text).slice(-REMEMBERED_CHARACTERS);
    });
  }
  return () => words.trim();
}
