/** Anything thrown → a message for people, a document for scripts, and an exit code. */
import { formatPath, issueSentence, type ProblemIssue } from "@placera/domain";
import { type Language, printable } from "@placera/reports";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { Fault, type FileIssue, InvalidInput, Refusal } from "./failures.ts";
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
  if (error instanceof Fault || isSystemError(error)) {
    const text = `placera: ${error instanceof Fault ? message : texts.fault(message)}\n`;
    const document = failed(error.code, EXIT.fault, { message });
    return { text, document, exitCode: EXIT.fault };
  }
  const code = codeOf(error) ?? "unexpected-error";
  const text = `placera: ${texts.defect(code, message)}\n`;
  return { text, document: failed(code, EXIT.defect, { message }), exitCode: EXIT.defect };
}

/** Each issue with its place and its sentence. */
export function issueLines(
  file: string,
  issues: readonly (FileIssue | ProblemIssue)[],
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

/** Errors of the operating system carry the call that failed: a full disk, a lost connection. */
const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  codeOf(error) !== undefined && error instanceof Error && "syscall" in error;
