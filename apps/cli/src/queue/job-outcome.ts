/** A job that has ended → its outcome, or the failure it ended with. */
import { parseProblem, type SolveOutcome } from "@placera/domain";
import type { JobClient, JobStatus } from "@placera/jobs";
import { Fault, Refusal } from "../failures.ts";
import type { ProblemSource } from "../inputs/read-problem.ts";

/** Failures that may pass: workers that were lost, threads that broke, Redis that was gone. */
const PASSING = /lost|fault|thread|redis|memory/;

export async function outcomeOf(jobs: JobClient, status: JobStatus): Promise<SolveOutcome> {
  const { failure, id } = status;
  if (failure !== undefined) {
    if (PASSING.test(failure.code)) throw new Fault(failure.code, failure.message);
    throw Object.assign(new Error(failure.message), { code: failure.code });
  }
  return jobs.download(id);
}

/** The problem a job was submitted with; outputs are named after the problem. */
export async function problemOf(jobs: JobClient, id: string): Promise<ProblemSource> {
  const value = await jobs.problem(id);
  const parsed = parseProblem(value);
  // It was valid when it was submitted, so another version of Placera took it in.
  if (!parsed.ok) throw new Refusal("problem-invalid", (texts) => texts.otherVersion(id));
  const { problem } = parsed;
  return { file: `${slug(problem.name)}.problem.json`, text: JSON.stringify(value), problem };
}

/** A name as a file name: `AT i Uppsala, 2026` → `at-i-uppsala-2026`. */
export function slug(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "plan"
  );
}
