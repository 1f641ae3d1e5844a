/**
 * What whoever submits a solve and the worker that runs it say to each other, through the queue.
 * Parsed on both sides. Small, and without names of people: BullMQ keeps job data in clear text, so
 * a job carries ids only, and the problem and the outcome lie beside the queue as blobs.
 */
import { OUTCOME_STATUSES, SolveParams, SolveProgress, STOPPED_BY } from "@placera/domain";
import { z } from "zod";

export const SOLVE_QUEUE = "solve";

/** Raised when a payload means something else than before; a worker refuses what it does not know. */
export const CONTRACT = 1;

const Contract = z.literal(CONTRACT);
const Hash = z.string().regex(/^sha256-[0-9a-f]{64}$/);

/** What a job that is a share of another's work is about. */
const JobPart = z.strictObject({
  /** The job whose work it shares. */
  of: z.string(),
  /** Indices of doctors in the problem: it is solved for these alone. */
  doctors: z.array(z.int().min(0)).min(1),
});
export type JobPart = z.output<typeof JobPart>;

export const SolveJobPayload = z.strictObject({
  contract: Contract,
  /** Content hash of the problem; the blob with it lies under the same. */
  problem: Hash,
  params: SolveParams,
  /** Tells two submissions of one job apart; no part of the job's identity. */
  submission: z.string(),
  /** Present once a worker has divided it: how many jobs share the work. */
  batches: z.int().min(1).optional(),
  /** Present in a job that shares another's work. */
  part: JobPart.optional(),
});
export type SolveJobPayload = z.output<typeof SolveJobPayload>;

/** Where the solve is, and which run of the job it is: 1 unless a worker was lost or stopped. */
export const SolveJobProgress = z.strictObject({
  contract: Contract,
  run: z.int().min(1),
  ...SolveProgress.shape,
});
export type SolveJobProgress = z.output<typeof SolveJobProgress>;

/** What a job returns: an id, since return values travel through the events stream. */
export const SolveJobResult = z.strictObject({
  contract: Contract,
  /** Content hash of the outcome, a blob. Infeasible is an outcome, not a failure. */
  outcome: Hash,
  status: z.enum(OUTCOME_STATUSES),
  stoppedBy: z.enum(STOPPED_BY),
  unplaced: z.int().min(0),
});
export type SolveJobResult = z.output<typeof SolveJobResult>;

/** The best of a job's runs so far, kept so that the next run goes on from it. */
export const Checkpoint = z.strictObject({
  contract: Contract,
  problem: Hash,
  /** Wall clock that earlier runs have used up, in milliseconds. */
  spentMs: z.number().min(0),
  /** The outcome if the job were cut off now, as canonical JSON text. */
  outcome: z.string(),
});
export type Checkpoint = z.output<typeof Checkpoint>;

/** How a job is tried again after a fault. Attempts that a lost worker took do not count. */
export const ATTEMPTS = 5;
export const BACKOFF = { type: "exponential", delay: 1_000 } as const;

/** How long outcomes, problems and finished jobs are kept, in milliseconds. */
export const RETENTION_MS = 30 * 24 * 60 * 60 * 1000;
