/** One JSON line per event: which job, what happened. Never names, never what a problem holds. */

export type LogLevel = "info" | "warn" | "error";
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** A log that writes lines; `time` is the wall clock as ISO text. */
export function createLog(write: (line: string) => void, time: () => string): Log {
  return (level, event, fields = {}) =>
    write(`${JSON.stringify({ time: time(), level, event, ...fields })}\n`);
}
