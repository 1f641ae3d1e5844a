/** unknown → Problem, or every issue at once: shape first, then references, then meaning. */
import { z } from "zod";
import { checkReferences } from "./check-references.ts";
import { contentHash } from "./plan-document.ts";
import { ProblemInput } from "./problem-input.ts";
import type { ProblemIssue, ProblemIssueCode } from "./problem-issue.ts";
import type { Problem } from "./problem.ts";
import { resolveProblem } from "./resolve-problem.ts";

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
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return { ok: false, issues: [{ code: "not-json", path: [], params: { detail } }] };
  }
  return parseProblem(value);
}

/** Parses a problem; the issues come in the order of the file. */
export function parseProblem(value: unknown): ParseResult {
  const shape = ProblemInput.safeParse(value);
  if (!shape.success) {
    return { ok: false, issues: shape.error.issues.flatMap((issue) => shapeIssues(issue, value)) };
  }
  const issues = checkReferences(shape.data);
  if (issues.length > 0) return { ok: false, issues };
  const resolved = resolveProblem(shape.data, contentHash(value));
  if (resolved.issues.length > 0) return { ok: false, issues: resolved.issues };
  // The one place where a problem becomes checked.
  return { ok: true, problem: resolved.data as Problem };
}

function shapeIssues(issue: z.core.$ZodIssue, root: unknown): ProblemIssue[] {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const one = (code: ProblemIssueCode, params: ProblemIssue["params"] = {}): ProblemIssue[] => [
    { code, path, params },
  ];
  if (path.length === 1 && path[0] === "schemaVersion") {
    return one("unknown-schema-version", { known: 1 });
  }
  const absent = valueAt(root, path) === undefined;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        code: "unknown-key",
        path: [...path, key],
        params: { key },
      }));
    case "invalid_type":
      return absent
        ? one("missing", { expected: issue.expected })
        : one("wrong-type", { expected: issue.expected });
    case "custom":
      return one("bad-date", { value: String(valueAt(root, path)) });
    case "invalid_union":
      return absent ? one("missing", { expected: "value" }) : unionIssues(issue, root);
    default:
      return one("bad-value", { detail: issue.message });
  }
}

/** Of a union's branches the one that got furthest is what the writer meant. */
function unionIssues(issue: z.core.$ZodIssueInvalidUnion, root: unknown): ProblemIssue[] {
  const value = valueAt(root, issue.path);
  const fitting = issue.errors.filter((branch) =>
    branch.every((each) => each.path.length > 0 || each.code !== "invalid_type"),
  );
  const branches = fitting.length > 0 ? fitting : issue.errors;
  const best = [...branches].sort((a, b) => a.length - b.length)[0];
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (best === undefined || fitting.length === 0) {
    return [{ code: "wrong-type", path, params: { expected: "one of the forms in the schema" } }];
  }
  return best.flatMap((each) => {
    const at = shapeIssues({ ...each, path: [] }, value)[0];
    const inner = each.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    const found = shapeIssues(
      each.code === "invalid_union" ? each : { ...each, path: inner },
      value,
    );
    return (found.length > 0 ? found : at === undefined ? [] : [at]).map((nested) => ({
      ...nested,
      path: [...path, ...nested.path],
    }));
  });
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
