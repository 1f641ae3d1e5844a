/** What zod found wrong with the shape of a problem file → issues, each at its own place. */
import { z } from "zod";
import { nearest } from "./nearest.ts";
import type { Path, ProblemIssue, ProblemIssueCode } from "./problem-issue.ts";

type Issue = z.core.$ZodIssue;
type Params = ProblemIssue["params"];

/** Issues of `schema` found in `value`, as the writer would count them: one for each thing to mend. */
export function shapeIssues(
  found: readonly Issue[],
  value: unknown,
  schema: z.ZodType,
): ProblemIssue[] {
  let keys: string[] | undefined;
  const suggestKey = (key: string) => {
    keys ??= keysOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
    return nearest(key, keys);
  };
  return found.flatMap((issue) => describe(issue, value, [], suggestKey));
}

/** `base` is where `root` lies in the file; the issue's own path begins there. */
function describe(
  issue: Issue,
  root: unknown,
  base: Path,
  suggestKey: (key: string) => Params,
): ProblemIssue[] {
  const path: Path = [
    ...base,
    ...issue.path.map((key) => (typeof key === "number" ? key : String(key))),
  ];
  const value = valueAt(root, issue.path);
  const one = (code: ProblemIssueCode, params: Params = {}): ProblemIssue[] => [
    { code, path, params },
  ];
  if (path.length === 1 && path[0] === "schemaVersion") {
    return one("unknown-schema-version", { known: 1, found: shown(value) });
  }
  const bad = (why: string, params: Params = {}) =>
    one("bad-value", { why, value: shown(value), ...params });
  if (value === undefined && issue.code !== "unrecognized_keys") {
    return one("missing", { expected: expected(issue) });
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        code: "unknown-key",
        path: [...path, key],
        params: { key: shown(key), ...suggestKey(key) },
      }));
    case "invalid_type":
      return one("wrong-type", { expected: issue.expected, found: typeOf(value) });
    case "custom":
      return one("bad-date", { value: shown(value) });
    case "invalid_union": {
      if (issue.errors.length === 0) return bad("choice", { choices: choicesOf(issue) });
      const meant = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0] ?? [];
      if (distance(meant) >= ANOTHER_KIND) {
        return one("wrong-type", { expected: expected(issue), found: typeOf(value) });
      }
      return meant.flatMap((each) => describe(each, value, path, suggestKey));
    }
    case "invalid_value":
      return bad("choice", { choices: issue.values.map(String).join(", ") });
    case "too_small":
      return bad(SIZE_WORDS[issue.origin]?.[0] ?? (issue.inclusive ? "too-small" : "not-above"), {
        limit: Number(issue.minimum),
      });
    case "too_big":
      return bad(SIZE_WORDS[issue.origin]?.[1] ?? "too-big", { limit: Number(issue.maximum) });
    case "not_multiple_of":
      return bad("step", { step: issue.divisor });
    default:
      // The pattern of ids, in a value or as the key of a record.
      return bad("id", { value: shown(issue.code === "invalid_key" ? path.at(-1) : value) });
  }
}

const SIZE_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ["empty", "too-long"],
  array: ["too-few", "too-many"],
};

/** What a value of quite another kind counts for; more than any number of smaller faults. */
const ANOTHER_KIND = 1_000_000;

/** How far a branch of a union is from what was written: the nearest is what the writer meant. */
function distance(branch: readonly Issue[]): number {
  let sum = 0;
  for (const issue of branch) {
    if (issue.path.length > 0) sum += 1;
    else if (issue.code === "invalid_type") sum += ANOTHER_KIND;
    else if (issue.code === "invalid_union") sum += Math.min(...issue.errors.map(distance));
    // A key that does not belong says more than one that is missing.
    else sum += issue.code === "unrecognized_keys" ? 2 : 1;
  }
  return Math.min(sum, ANOTHER_KIND);
}

/** The types that would do, as `number|array`. */
function expected(issue: Issue): string {
  const types = new Set<string>();
  const collect = (each: Issue): void => {
    if (each.code === "invalid_type") types.add(each.expected);
    else if (each.code !== "invalid_union") types.add("value");
    else if (each.errors.length === 0) types.add(choicesOf(each));
    else for (const branch of each.errors) for (const inner of branch.slice(0, 1)) collect(inner);
  };
  collect(issue);
  return [...types].join("|");
}

const choicesOf = (issue: z.core.$ZodIssueInvalidUnion): string =>
  "options" in issue && Array.isArray(issue.options) ? issue.options.map(String).join(", ") : "";

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isInteger(value)) return "fraction";
  return typeof value;
}

/** A value short enough for a sentence; anything but text and numbers by its type. */
function shown(value: unknown): string {
  const isPlain = typeof value === "string" || typeof value === "number";
  const text = isPlain ? String(value) : typeOf(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Every key that some object of the schema has. */
function keysOf(schema: unknown): string[] {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("properties" in node) for (const key of Object.keys(node.properties ?? {})) keys.add(key);
    for (const each of Object.values(node)) visit(each);
  };
  visit(schema);
  return [...keys];
}
