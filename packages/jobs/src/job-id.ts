/** The identity of a job: the same problem and parameters are the same job. */
import { contentHash } from "@placera/domain";
import type { SolveJobPayload } from "./contract.ts";

/** `solve-` and 40 hexadecimal digits. BullMQ refuses ids that are integers or hold a colon. */
export function solveJobId({
  contract,
  problem,
  params,
}: Pick<SolveJobPayload, "contract" | "problem" | "params">): string {
  const digest = contentHash({ contract, problem, params }).slice("sha256-".length);
  return `solve-${digest.slice(0, 40)}`;
}

/** Of the job that does batch `at` of a divided one. Another submission's are others. */
export function partJobId(id: string, submission: string, at: number): string {
  return `${id}-${submission.replaceAll("-", "").slice(0, 12)}-${at}`;
}
