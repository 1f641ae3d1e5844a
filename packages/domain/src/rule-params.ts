/** A rule as data names it: is there one, can it apply so, and are its parameters what it takes? */
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import { nearest } from "./nearest.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path, ProblemIssueCode, Report } from "./problem-issue.ts";
import {
  ALWAYS,
  NEVER_MUST,
  ONLY_REPORTED,
  PREFERABLE,
  REPORTABLE,
  RULE_IDS,
  RULE_PARAMS,
  type RuleId,
  type RuleMode,
  type RuleSetting,
} from "./rule-settings.ts";
import { shapeIssues } from "./shape-issues.ts";

/** The rule, if there is one and it may apply in this mode; else says what is wrong. */
export function readRule(
  { rule: name, mode }: { readonly rule: string; readonly mode?: RuleMode | undefined },
  path: Path,
  report: Report,
): RuleId | undefined {
  const say = (code: ProblemIssueCode, key: string, params: Record<string, string>) => {
    report({ code, path: [...path, key], params });
    return undefined;
  };
  const rule = RULE_IDS.find((id) => id === name);
  if (rule === undefined) {
    return say("rule-unknown", "rule", { rule: name, ...nearest(name, RULE_IDS) });
  }
  if (ONLY_REPORTED.has(rule) && (mode === "must" || typeof mode === "object")) {
    return say("rule-only-reported", "mode", { rule });
  }
  if (mode === "report" && !REPORTABLE.has(rule)) return say("rule-not-reported", "mode", { rule });
  if (typeof mode === "object" && !PREFERABLE.has(rule)) {
    return say("rule-not-preferable", "mode", { rule });
  }
  if (mode === "must" && NEVER_MUST.has(rule)) return say("rule-only-preferable", "mode", { rule });
  if (mode === "off" && ALWAYS.has(rule)) return say("rule-not-switchable", "mode", { rule });
  return rule;
}

/** The parameters of a rule, if they are what it takes and name sections there are. */
export function readRuleParams(
  rule: RuleId,
  given: unknown,
  path: Path,
  input: ProblemInput,
  report: Report,
): RuleSetting["params"] | undefined {
  const parsed = RULE_PARAMS[rule].safeParse(given);
  if (!parsed.success) {
    for (const issue of shapeIssues(parsed.error.issues, given, RULE_PARAMS[rule])) {
      const params = { ...issue.params, rule, fault: issue.code };
      report({ code: "rule-params", path: [...path, ...issue.path], params });
    }
    return undefined;
  }
  const sections = new Set([...NATIONAL_SECTIONS, ...input.sections].map(({ id }) => id));
  const unknown = sectionsIn(parsed.data).filter(({ id }) => !sections.has(id));
  for (const { id, at } of unknown) {
    const params = { what: "section", id, ...nearest(id, sections) };
    report({ code: "unknown-reference", path: [...path, ...at], params });
  }
  return unknown.length > 0 ? undefined : parsed.data;
}

/** The sections that parameters name, and where. */
function sectionsIn(params: RuleSetting["params"]): { readonly id: string; readonly at: Path }[] {
  if ("sitInWeeks" in params) {
    return params.sections.map((id, s) => ({ id, at: ["sections", s] }));
  }
  if ("last" in params) return params.last.map((id, s) => ({ id, at: ["last", s] }));
  if ("limits" in params) {
    return params.limits.map(({ section }, at) => ({ id: section, at: ["limits", at, "section"] }));
  }
  if (!("pools" in params)) return [];
  return params.pools.flatMap(({ sections }, p) =>
    sections.map((id, s) => ({ id, at: ["pools", p, "sections", s] })),
  );
}
