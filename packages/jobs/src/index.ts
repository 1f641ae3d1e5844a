/** The contract between whoever submits solves and the worker that runs them. */

export type { BlobStore } from "./blobs.ts";
// For the worker: what lies beside the queue.
export { createBlobStore } from "./blobs.ts";
export type { Cancellations } from "./cancellation.ts";
export { createCancellations, listenForCancellations } from "./cancellation.ts";
export type { RedisFinding } from "./check-redis.ts";
// What may be wrong with Redis.
export { checkRedis } from "./check-redis.ts";
export type { CheckpointStore } from "./checkpoints.ts";
export { createCheckpointStore } from "./checkpoints.ts";
export { connectPatiently, disconnect, untilReady } from "./connect.ts";
// What travels.
export {
  Checkpoint,
  CONTRACT,
  RETENTION_MS,
  SOLVE_QUEUE,
  SolveJobPayload,
  SolveJobProgress,
  SolveJobResult,
} from "./contract.ts";
export type { FaultCode, FaultText } from "./fault.ts";
export { Fault, toFault } from "./fault.ts";
export type { JobClient, JobClientOptions } from "./job-client.ts";
// For those who submit.
export { createJobClient } from "./job-client.ts";
export { partJobId, solveJobId } from "./job-id.ts";
export type { JobState, JobStatus } from "./job-status.ts";
export type { Keys } from "./keys.ts";
export { createKeys, DEFAULT_PREFIX } from "./keys.ts";
export type { Submission } from "./submit.ts";
export type { WorkerRoll } from "./worker-roll.ts";
export { createWorkerRoll } from "./worker-roll.ts";
