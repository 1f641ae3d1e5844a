/** Anything thrown → a message for people, a document for scripts, and an exit code. */
import { formatPath, issueSentence, type ProblemIssue } from "@placera/domain";
import type { Fault as QueueFault } from "@placera/jobs";
import { type Language, printable } from "@placera/reports";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { Fault, InvalidInput, Refusal } from "./failures.ts";
import type { FileIssue, PlanIssue } from "./file-issue.ts";
import { textsIn } from "./texts/index.ts";

export interface Failure {
  readonly text: string;
  readonly document: unknown;
  readonly exitCode: ExitCode;
}

export interface IssueLine {
  readonly file: string;
  readonly code: string;
  /** JSON path, `$` for the root. */
  readonly path: string;
  readonly sentence: string;
  readonly params?: ProblemIssue["params"];
  readonly doctors?: PlanIssue["doctors"];
}

export function describeFailure(error: unknown, language: Language): Failure {
  const texts = textsIn(language);
  if (error instanceof InvalidInput) {
    const issues = issueLines(error.file, error.issues, language);
    const text = `${issues.map(issueText).join("\n")}\n${texts.issueCount(issues.length)}.\n`;
    return { text, document: failed("invalid", EXIT.invalid, { issues }), exitCode: EXIT.invalid };
  }
  if (error instanceof Refusal) {
    const message = error.say(texts);
    const document = failed(error.code, EXIT.invalid, { message });
    return { text: `placera: ${message}\n`, document, exitCode: EXIT.invalid };
  }
  const message = printable(error instanceof Error ? error.message : String(error));
  const fault = faultOf(error, language);
  if (fault !== undefined) {
    // A job that is not there is a matter of what was asked for, not of what is around us.
    const exitCode = fault.code === "job-unknown" ? EXIT.invalid : EXIT.fault;
    const document = failed(fault.code, exitCode, { message: fault.message });
    return { text: `placera: ${fault.message}\n`, document, exitCode };
  }
  const code = codeOf(error) ?? "unexpected-error";
  const text = `placera: ${texts.defect(code, message)}\n`;
  return { text, document: failed(code, EXIT.defect, { message }), exitCode: EXIT.defect };
}

/** What failed around us, in words; undefined when it was not around us. */
function faultOf(
  error: unknown,
  language: Language,
): { readonly code: string; readonly message: string } | undefined {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === undefined) return undefined;
  const texts = textsIn(language);
  const detail = printable(error.message);
  if (error instanceof Fault) {
    const known: Readonly<Record<string, (detail: string) => string>> = texts.faults;
    return { code, message: (known[code] ?? texts.fault)(detail) };
  }
  if (isQueueFault(error)) {
    const { what, because, wayOut } = error.text[language];
    return { code, message: `${what} ${because} ${wayOut}` };
  }
  // Errors of the operating system carry the call that failed: a full disk, a lost connection.
  return "syscall" in error ? { code, message: texts.fault(detail) } : undefined;
}

/** The queue's own faults, told by their shape: its package is not loaded where it is not needed. */
const isQueueFault = (error: Error): error is QueueFault =>
  error.name === "Fault" && "text" in error;

/** Each issue with its place and its sentence. */
export function issueLines(
  file: string,
  issues: readonly (FileIssue | PlanIssue | ProblemIssue)[],
  language: Language,
): IssueLine[] {
  return issues.map((issue) => {
    if ("path" in issue) {
      const path = formatPath(issue.path);
      const { code, params } = issue;
      // The sentence says its path first; here it stands before it.
      const sentence = issueSentence(issue, language).slice(path.length + 2);
      return { file, code, path, sentence, params };
    }
    if ("sentence" in issue) return { file, path: "$", ...issue };
    const sentence = textsIn(language).fileIssues[issue.code](issue.detail ?? "");
    return { file, code: issue.code, path: "$", sentence };
  });
}

/** `x.problem.json: doctors[3].intake: Unknown id … [unknown-reference]` */
export function issueText({ file, path, sentence, code }: IssueLine): string {
  const where = path === "$" ? "" : `${path}: `;
  return printable(`${file}: ${where}${sentence} [${code}]`);
}

const failed = (code: string, exitCode: ExitCode, more: object) => ({
  schemaVersion: 1,
  kind: "failure",
  code,
  exitCode,
  ...more,
});

const codeOf = (error: unknown): string | undefined => {
  const code = error instanceof Error ? (error as { readonly code?: unknown }).code : undefined;
  return typeof code === "string" ? code : undefined;
};
