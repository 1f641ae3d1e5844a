/** What a peer is: a program of others that solves the same problems, and what it and we say to each other. */
import type { PeerProgram, ProgramAnswer } from "./linear-program.ts";
import type { PeerProblem } from "./peer-problem.ts";
import type { RotationsAnswer } from "./rotations.ts";

/** How to start an installed peer; the request's file comes last among the arguments. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** What it is, by name and version, for the report. */
  readonly versions: Readonly<Record<string, string>>;
}

/** It is not installed: one line that says what is missing and how to get it. */
export interface Missing {
  readonly missing: string;
}

export interface Peer {
  /** Which way the problem is put to it. */
  readonly takes: "rotations" | "program";
  /** Threads it may use. */
  readonly workers: number;
  /** It has nothing to warm up. */
  readonly cold?: boolean;
  /** What of a problem in rotations it has no words for; undefined where it takes it. */
  readonly tooRich?: (problem: PeerProblem) => string | undefined;
  find(): Command | Missing;
}

/** In the file that a peer is started with. */
export interface PeerRequest {
  readonly problem: PeerProblem | PeerProgram;
  /** Solved first, untimed, so that nothing is timed cold. */
  readonly warmUp: PeerProblem | PeerProgram | null;
  readonly timeLimitMs: number;
  readonly seed: number;
  readonly workers: number;
}

/** A line of a peer's standard output. Times in milliseconds from `ready`. */
export type PeerReply =
  | { readonly kind: "ready" }
  | { readonly kind: "better"; readonly atMs: number; readonly values: readonly number[] }
  | PeerSolved
  | { readonly kind: "failed"; readonly message: string };

export interface PeerSolved {
  readonly kind: "solved";
  /** The search ended by itself. */
  readonly finished: boolean;
  /** Of its best plan, by tier; null where it has none. */
  readonly values: readonly number[] | null;
  /** What it proved, by tier; tiers left out are not proven. */
  readonly bounds: readonly (number | null)[];
  readonly rows: number;
  readonly columns: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
  readonly answer: RotationsAnswer | ProgramAnswer | null;
}
