/** What can be wrong with a file besides what a problem's own parser says. */
import type { DoctorId, ProblemIssue } from "@placera/domain";

/** Before anything in it is read. */
export type FileIssueCode =
  | "file-missing"
  | "file-is-directory"
  | "file-unreadable"
  | "file-not-utf8"
  | "file-empty"
  | "folder-unwritable";

export interface FileIssue {
  readonly code: FileIssueCode;
  readonly detail?: string;
}

/** What the verifier says of a plan file: a claim that does not hold, or a rule that is broken. */
export interface PlanIssue {
  readonly code: string;
  readonly params: ProblemIssue["params"];
  /** Whom a broken rule concerns. */
  readonly doctors?: readonly DoctorId[];
  readonly sentence: string;
}
