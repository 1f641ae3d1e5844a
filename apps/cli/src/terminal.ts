/** The terminal: results on stdout, progress on stderr, and a reader that may go away at any time. */
import type { WriteStream } from "node:tty";

export interface Terminal {
  /** Writes to stdout: results, and nothing else. */
  out(text: string): void;
  /** Writes to stderr: progress and notes. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Columns of stderr's terminal. */
  errWidth(): number;
  /** Columns of stdout's terminal, within what reads well; undefined where it is none. */
  outWidth(): number | undefined;
  /** May stdout carry colours? */
  readonly colour: boolean;
  /** Monotonic milliseconds. */
  now(): number;
}

/** Our own process' terminal. A closed pipe (`placera … | head`) is the reader's choice, not an error. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const closed = new Set<NodeJS.WriteStream>();
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      closed.add(stream);
    });
  }
  const write = (stream: NodeJS.WriteStream) => (text: string) => {
    if (!closed.has(stream)) stream.write(text);
  };
  return {
    out: write(stdout),
    err: write(stderr),
    outIsTerminal: stdout.isTTY === true,
    errIsTerminal: stderr.isTTY === true && env["TERM"] !== "dumb",
    errWidth: () => (stderr as WriteStream).columns || 80,
    outWidth: () =>
      stdout.isTTY === true && stdout.columns > 0
        ? Math.min(160, Math.max(80, stdout.columns))
        : undefined,
    colour: stdout.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb",
    now: () => performance.now(),
  };
}

/** Resolves when everything written has left us, or the reader has. */
export async function flush(): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) =>
        new Promise<void>((resolve) => {
          if (stream.destroyed || !stream.writable) return resolve();
          stream.write("", () => resolve());
        }),
    ),
  );
}
