/** Starts worker processes, reads their logs, and kills them. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { WorkerSettings } from "../settings.ts";

export interface LogLine {
  readonly event: string;
  readonly job?: string;
  readonly [field: string]: unknown;
}

export interface WorkerChild {
  readonly lines: readonly LogLine[];
  /** The first line, written or yet to come, that fits. Rejects when the process ends before. */
  until(event: string, fits?: (line: LogLine) => boolean): Promise<LogLine>;
  /** Sends the signal and waits for the end; answers with the exit code, null if it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly isAlive: () => boolean;
}

export interface ChildSettings extends Partial<WorkerSettings> {
  readonly redisUrl: string;
  readonly module?: string;
}

const require = createRequire(import.meta.url);
const tsx = pathToFileURL(require.resolve("tsx")).href;
const main = fileURLToPath(new URL("./worker-process.ts", import.meta.url));

export function startWorkerChild(settings: ChildSettings): WorkerChild {
  const node = ["--conditions=@placera/source", "--import", tsx, main, JSON.stringify(settings)];
  const child: ChildProcess = spawn(process.execPath, node, {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  const ended = once(child, "exit");
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on("line", (text) => {
      lines.push(JSON.parse(text));
      for (const look of [...waiting]) look();
    });
  }
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    lines,
    isAlive,
    until: (event, fits = () => true) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.event === event && fits(line));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then(() => {
          const log = lines.map((line) => JSON.stringify(line)).join("\n");
          reject(new Error(`The worker ended before '${event}':\n${log}`));
        });
      }),
    async end(signal) {
      if (isAlive()) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
