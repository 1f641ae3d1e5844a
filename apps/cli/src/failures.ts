/** The ways in which a command fails, each with its exit code; whatever else is thrown is a defect. */
import type { ProblemIssue } from "@placera/domain";
import type { FileIssue, PlanIssue } from "./file-issue.ts";
import type { Texts } from "./texts/texts.ts";

export interface WrongFile {
  readonly file: string;
  /** Every issue of it. */
  readonly issues: readonly (FileIssue | PlanIssue | ProblemIssue)[];
}

/** A file that cannot be used. */
export class InvalidInput extends Error implements WrongFile {
  readonly file: string;
  readonly issues: WrongFile["issues"];

  constructor({ file, issues }: WrongFile, options?: ErrorOptions) {
    super(`${file}: ${issues.map(({ code }) => code).join(", ")}`, options);
    this.name = "InvalidInput";
    this.file = file;
    this.issues = issues;
  }
}

/** Something around us failed: Redis, a thread, a disk. */
export class Fault extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Fault";
    this.code = code;
  }
}

/** What cannot be done as asked, in a sentence: a job that is unknown, a worker that did not start. */
export class Refusal extends Error {
  readonly code: string;
  readonly say: (texts: Texts) => string;

  constructor(code: string, say: (texts: Texts) => string) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.say = say;
  }
}
