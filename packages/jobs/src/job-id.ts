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
