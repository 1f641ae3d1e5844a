/** The one place in this package that reads a clock: limits and statistics need elapsed time, nothing else does. */

/** Reads elapsed wall-clock time. */
export interface Stopwatch {
  /** Milliseconds since the stopwatch was started. */
  elapsedMs(): number;
  /** Milliseconds left of `limitMs`, never negative; Infinity without a limit. */
  remainingMs(limitMs: number | undefined): number;
}

/** Starts a stopwatch on the monotonic clock, or on the one given. */
export function startStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const start = now();
  return {
    elapsedMs: () => now() - start,
    remainingMs: (limitMs) =>
      limitMs === undefined ? Infinity : Math.max(0, limitMs - (now() - start)),
  };
}
