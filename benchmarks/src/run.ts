/** One run: what is asked of a child process, what it answers, and what is kept of it. */
import type { OutcomeStatus, SolveParams, StoppedBy, TierResult, writePlan } from "@placera/domain";
import type { Case } from "./cases.ts";
import type { Contestant } from "./options.ts";

/** A run that is to be made. */
export interface PlannedRun {
  readonly case: Case;
  readonly contestant: Contestant;
  readonly seed: number;
  /** 1 for the first time. */
  readonly round: number;
}

/** To the child. */
export interface RunRequest {
  readonly problem: string;
  /** Problems solved first, so that no engine is timed cold; absent for one with nothing to load. */
  readonly warmUp?: readonly string[];
  readonly params: SolveParams;
  /** That the solve may use; 1 when left out. */
  readonly threads?: number;
}

/** What the child measured of a solve that returned. Times in milliseconds, memory in MiB. */
export interface Measured {
  readonly status: OutcomeStatus;
  readonly stoppedBy: StoppedBy;
  readonly tiers: readonly TierResult[];
  readonly rows: number;
  /** Columns of the compact model, or lines. */
  readonly columns: number;
  readonly components: number;
  /** Until the first plan with everyone in it; absent when there was none. */
  readonly firstPlanMs?: number;
  readonly bestPlanMs?: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
  readonly warmUpMs: number;
  /** The whole process at its largest, and before the solve. */
  readonly peakMiB: number;
  readonly beforeMiB: number;
  /** Better plans as they came, verified: when, and their values by tier. */
  readonly trace: readonly { readonly atMs: number; readonly values: readonly number[] }[];
  /** Until the first verified plan with everyone in it; absent when there was none. */
  readonly verifiedMs?: number;
  /** How value and bound of the tier that was worked on came together, as the solve told. */
  readonly news?: readonly News[];
}

/** What was known of the first open tier at a time. */
export interface News {
  readonly atMs: number;
  readonly tier: string;
  readonly incumbent: number;
  readonly bound: number;
}

/** From the child: `ready` once warm, then one of the others. */
export type RunReply =
  | { readonly kind: "ready" }
  | { readonly kind: "solved"; readonly measured: Measured; readonly plan: PlanFile | undefined }
  | { readonly kind: "too-large"; readonly because: string }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "failed"; readonly message: string };

/** A plan as JSON. */
export type PlanFile = ReturnType<typeof writePlan>;

/** How a run ended. Killed: did not return in time and was ended from outside. */
export type RunEnd =
  | Exclude<RunReply, { readonly kind: "ready" }>
  | { readonly kind: "killed"; readonly afterMs: number }
  | { readonly kind: "skipped"; readonly because: string };

/** A run that was made. */
export interface FinishedRun extends PlannedRun {
  readonly end: RunEnd;
  /** The machine's load when it began, one-minute average. */
  readonly load: number;
  /** All processes of the run together at their largest; absent where the system does not tell. */
  readonly treeMiB?: number;
}

/** `lines/highs`, or a peer's own name. */
export function nameOf({ formulation, engine }: Contestant): string {
  return formulation === "peer" ? engine : `${formulation}/${engine}`;
}

/** Who says so, in a message. */
export function describeRun({ contestant, seed }: PlannedRun): string {
  return `${nameOf(contestant)} (seed ${seed})`;
}

/** Milliseconds until every tier was proven; undefined when that did not happen. */
export function proofMs({ end }: FinishedRun): number | undefined {
  if (end.kind !== "solved") return undefined;
  const { tiers, elapsedMs } = end.measured;
  return tiers.length > 0 && tiers.every(({ proven }) => proven) ? elapsedMs : undefined;
}

/** The most memory of a run: of its own process, or of all its processes, whichever is more. */
export function peakMiB({ end, treeMiB }: FinishedRun): number | undefined {
  const own = end.kind === "solved" ? end.measured.peakMiB : undefined;
  if (own === undefined) return treeMiB;
  return Math.max(own, treeMiB ?? 0);
}
