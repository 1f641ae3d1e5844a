/** unknown → Problem, or every issue at once: shape first, then references and meaning. */
import { checkPercentages } from "./check-percentages.ts";
import { checkPossible } from "./check-possible.ts";
import { checkReferences } from "./check-references.ts";
import { contentHash } from "./content-hash.ts";
import { findJsonFault } from "./json-fault.ts";
import type { Problem } from "./problem.ts";
import { type ProblemFile, ProblemInput } from "./problem-input.ts";
import { inOrderOfFile, type ProblemIssue, type Report } from "./problem-issue.ts";
import { resolveProblem } from "./resolve-problem.ts";
import { resolveRules } from "./resolve-rules.ts";
import { shapeIssues } from "./shape-issues.ts";

export type ParseResult =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

/** The largest problem file that is read, in characters; past it the machine is the limit, not the rule. */
export const MAX_PROBLEM_CHARACTERS = 200_000_000;

/** Parses a problem given as JSON text. */
export function parseProblemText(text: string): ParseResult {
  if (text.length > MAX_PROBLEM_CHARACTERS) {
    const params = { characters: text.length, limit: MAX_PROBLEM_CHARACTERS };
    return { ok: false, issues: [{ code: "too-large", path: [], params }] };
  }
  // Some editors begin a file with a byte order mark.
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {
      ok: false,
      issues: [{ code: "not-json", path: [], params: { ...findJsonFault(json) } }],
    };
  }
  return parseProblem(value);
}

/** Parses a problem, JSON data already read; the issues come in the order of the file. */
export function parseProblem(value: unknown): ParseResult {
  const shape = ProblemInput.safeParse(value);
  if (!shape.success) {
    return { ok: false, issues: shapeIssues(shape.error.issues, value, ProblemInput) };
  }
  const input = shape.data;
  const issues: ProblemIssue[] = [];
  const report = (issue: ProblemIssue) => issues.push(issue);
  checkHiddenKeys(value as ProblemFile, report);
  checkReferences(input, report);
  const rules = resolveRules(input, report);
  checkPercentages(input, rules, report);
  if (issues.length > 0) return { ok: false, issues: inOrderOfFile(issues) };
  const problem = resolveProblem(input, rules, contentHash(value));
  checkPossible(problem, report);
  if (issues.length > 0) return { ok: false, issues: inOrderOfFile(issues) };
  // The one place where a problem becomes checked.
  return { ok: true, problem: problem as Problem };
}

/** Where a file has keys of its own choosing zod leaves `__proto__` out without a word. */
function checkHiddenKeys(file: ProblemFile, report: Report): void {
  const key = "__proto__";
  const check = (record: object | undefined, path: ProblemIssue["path"]) => {
    if (record === undefined || !Object.hasOwn(record, key)) return;
    report({ code: "unknown-key", path: [...path, key], params: { key } });
  };
  file.intakes?.forEach(({ split }, at) => check(split, ["intakes", at, "split"]));
  file.localPacks?.forEach(({ rules }, pack) =>
    rules.forEach(({ params }, at) => check(params, ["localPacks", pack, "rules", at, "params"])),
  );
  file.rules?.forEach(({ params }, at) => check(params, ["rules", at, "params"]));
}
