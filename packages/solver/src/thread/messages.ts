/** What a solver thread and its host say to each other. Only plain data crosses. */
import type {
  ProblemIssue,
  SolveParams,
  SolveProgress,
  StoppedBy,
  VerifiedPlan,
  writePlan,
} from "@placera/domain";

/** Why a solve may be asked to end before it is finished. */
export type StopReason = Exclude<StoppedBy, "finished">;

/** A reason's place in this list, plus one, is its number in the control word; 0 is "go on". */
const STOP_REASONS: readonly StopReason[] = [
  "time-limit",
  "node-limit",
  "memory-limit",
  "cancelled",
  "shutdown",
];

const STOP = 0;
const MEMORY = 1;

/**
 * Two words of memory that host and thread share: the thread is deep in a synchronous solve and
 * hears no message, but it can look here.
 */
export type Control = Int32Array<SharedArrayBuffer>;

export function createControl(): Control {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Asks the solve to end. The first reason stays; a later one is not taken. */
export function askToStop(control: Control, reason: StopReason): void {
  Atomics.compareExchange(control, STOP, 0, STOP_REASONS.indexOf(reason) + 1);
}

export function stopAsked(control: Control): StopReason | undefined {
  return STOP_REASONS[Atomics.load(control, STOP) - 1];
}

/** The thread's own count of its memory, in MiB; 0 until it has counted. */
export function reportedMemory(control: Control): number {
  return Atomics.load(control, MEMORY);
}

export function reportMemory(control: Control, mebibytes: number): void {
  Atomics.store(control, MEMORY, Math.round(mebibytes));
}

/** A plan as JSON. */
export type Rotations = ReturnType<typeof writePlan>;

export interface SolveRequest {
  /** The problem as JSON text (parsed in the thread, which keeps the host free) or as a JSON value. */
  readonly problem: { readonly text: string } | { readonly value: unknown };
  readonly params: SolveParams;
  /** Milliseconds left when a solve is taken up again. Default: `params.timeLimitMs`. */
  readonly timeLimitMs?: number;
  /** A plan to begin from. */
  readonly warmStart?: Rotations | undefined;
  /** Threads the solve may use. Default: 1. */
  readonly threads?: number;
  /** Indices of doctors: the solve is of the problem of these alone. Default: all. */
  readonly doctors?: readonly number[] | undefined;
  /** Default: solve. */
  readonly task?: ThreadTask;
}

/** What else a thread does with a problem, so that its host need not read it. */
export type ThreadTask =
  /** Batches of independent parts of about equal work, at most so many. */
  | { readonly kind: "divide"; readonly most: number }
  /** The outcomes of batches, as JSON texts, as one. */
  | { readonly kind: "merge"; readonly outcomes: readonly string[] };

export interface ToThread extends SolveRequest {
  readonly control: Control;
}

export type FromThread =
  | { readonly kind: "progress"; readonly progress: SolveProgress }
  /** What the solve would answer if it were cut off now, as canonical JSON text. */
  | ({ readonly kind: "snapshot" } & Snapshot)
  | { readonly kind: "done"; readonly text: string }
  /** Indices of doctors, by batch. */
  | { readonly kind: "divided"; readonly batches: readonly (readonly number[])[] }
  | { readonly kind: "invalid"; readonly issues: readonly ProblemIssue[] }
  | { readonly kind: "out-of-memory" }
  | Failure;

export interface Snapshot {
  readonly text: string;
  /** The plan's value by tier, first tier first; undefined before the first plan. */
  readonly score: VerifiedPlan["score"] | undefined;
}

/** The solve threw. A defect is our bug; a fault may pass if tried again. */
export interface Failure {
  readonly kind: "defect" | "fault";
  readonly code: string;
  readonly message: string;
  readonly stack?: string | undefined;
}
