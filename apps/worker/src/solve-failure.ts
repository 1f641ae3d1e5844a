/** A solve that ended without an outcome, as an error with its family and code. */
import type { ThreadResult } from "@placera/solver";

export class SolveFailure extends Error {
  /** `defect`: our bug. `fault`: may pass. `invalid`: the problem cannot be read by this version. */
  readonly kind: "defect" | "fault" | "invalid";
  readonly code: string;

  constructor(result: Exclude<ThreadResult, { kind: "outcome" }>) {
    super(result.kind === "invalid" ? issueCodes(result.issues) : result.message);
    this.name = "SolveFailure";
    this.kind = result.kind;
    this.code = result.kind === "invalid" ? "problem-invalid" : result.code;
    if (result.kind !== "invalid" && result.stack !== undefined) this.stack = result.stack;
  }
}

/** Codes only: what a problem holds does not belong in a log. */
const issueCodes = (issues: readonly { readonly code: string }[]) =>
  `This version does not accept the problem: ${[...new Set(issues.map(({ code }) => code))].join(", ")}.`;
