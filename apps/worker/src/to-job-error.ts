/** The only place that decides whether a job that went wrong is tried again. */
import { Fault, type FaultCode, toFault } from "@placera/jobs";
import { DelayedError, UnrecoverableError, WaitingChildrenError, WaitingError } from "bullmq";
import { SolveFailure } from "./solve-failure.ts";

/** Trying again does not bring back what is lost or mend what is written wrongly. */
const PERMANENT: readonly FaultCode[] = ["blob-missing", "blob-corrupted", "job-unreadable"];

/** The job is where it should be already. */
const MOVED = [WaitingError, WaitingChildrenError, DelayedError];

/**
 * - put back in the queue, or waiting for its parts: BullMQ's own signal, passed on.
 * - fault (Redis, a thread that broke): tried again, later each time.
 * - defect, invalid problem or payload, and whatever we did not foresee: failed, not tried again.
 */
export function toJobError(thrown: unknown): Error {
  if (MOVED.some((moved) => thrown instanceof moved)) return thrown as Error;
  const error = toFault(thrown);
  if (error instanceof Fault) return PERMANENT.includes(error.code) ? final(error) : error;
  if (error instanceof SolveFailure) {
    const { code, message } = error;
    const coded = message.startsWith(`${code}: `) ? message : `${code}: ${message}`;
    return error.kind === "fault" ? new Error(coded, { cause: error }) : final(error, coded);
  }
  const unforeseen = error instanceof Error ? error : new Error(String(error));
  return final(unforeseen, `unexpected-error: ${unforeseen.message}`);
}

function final(error: Error, message = error.message): Error {
  const unrecoverable = new UnrecoverableError(message);
  if (error.stack !== undefined) unrecoverable.stack = error.stack;
  return unrecoverable;
}
