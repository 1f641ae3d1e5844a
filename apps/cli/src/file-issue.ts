/** What can be wrong with a file before anything in it is read. */
export type FileIssueCode =
  | "file-missing"
  | "file-is-directory"
  | "file-unreadable"
  | "file-not-utf8"
  | "file-empty"
  | "folder-unwritable"
  | "not-a-plan"
  | "plan-says-otherwise"
  | "plan-of-other-problem";

export interface FileIssue {
  readonly code: FileIssueCode;
  readonly detail?: string;
}
