/** Local packs taken into a problem: their rules read, and set beside those of the national packs. */
import { contentHash } from "./content-hash.ts";
import { LocalPack } from "./local-pack.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path, ProblemIssue, Report } from "./problem-issue.ts";
import { CORE_PACK, RULE_PACKS } from "./rule-packs/index.ts";
import { readRule, readRuleParams } from "./rule-params.ts";
import { ALWAYS, type RuleSetting } from "./rule-settings.ts";
import { shapeIssues } from "./shape-issues.ts";

export type LocalPackResult =
  | { readonly ok: true; readonly pack: LocalPack }
  | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

/** A local pack from a file of its own: its shape; what it names is checked with the problem. */
export function parseLocalPack(value: unknown): LocalPackResult {
  const shape = LocalPack.safeParse(value);
  if (shape.success) return { ok: true, pack: shape.data };
  return { ok: false, issues: shapeIssues(shape.error.issues, value, LocalPack) };
}

/** A local pack as identities name it: its contents are part of its version. */
export const localPackId = (pack: LocalPack): string =>
  `${pack.id}#${contentHash(pack).slice("sha256-".length, "sha256-".length + 8)}`;

/**
 * The settings with those of a local pack beside them: it takes the place of a rule that is no law,
 * and is added to one that is, which holds all the same.
 */
export function beside(
  settings: readonly RuleSetting[],
  {
    pack,
    path,
    only,
  }: {
    readonly pack: LocalPack;
    readonly path: Path;
    readonly only: (rule: string) => boolean;
  },
  input: ProblemInput,
  report: Report,
): RuleSetting[] {
  let all = [...settings];
  pack.rules.forEach((local, at) => {
    if (!only(local.rule)) return;
    const here: Path = [...path, "rules", at];
    const rule = readRule(local, here, report);
    if (rule === undefined) return;
    const same = all.filter((each) => each.rule === rule);
    const law = same.some((each) => each.class === "law");
    if (local.mode === "off" && law) {
      report({ code: "law-switched-off", path: [...here, "mode"], params: { rule } });
      return;
    }
    if (ALWAYS.has(rule)) {
      report({ code: "rule-without-effect", path: [...here, "rule"], params: { rule } });
      return;
    }
    const given = local.params ?? same.at(-1)?.params ?? {};
    const params = readRuleParams(rule, given, [...here, "params"], input, report);
    if (params === undefined) return;
    all = all.filter((each) => each.rule !== rule || each.class === "law");
    const { class: ruleClass, mode, source } = local;
    // The parameters were read by this rule's own schema.
    all.push({
      ...{ rule, class: ruleClass, source, mode, params, pack: pack.id, override: undefined },
    } as RuleSetting);
  });
  return all;
}

/** Says which packs are twice, name what there is not, or were not in force when a doctor begins. */
export function checkLocalPacks(input: ProblemInput, report: Report): void {
  const seen = new Set([CORE_PACK, ...RULE_PACKS].map(({ id }) => id));
  const programmes = new Set(input.programmes.map(({ id }) => id));
  input.localPacks.forEach((pack, at) => {
    const path: Path = ["localPacks", at];
    const again = (id: string, where: Path, what: string): void =>
      report({ code: "duplicate-id", path: where, params: { what, id } });
    if (seen.has(pack.id)) again(pack.id, [...path, "id"], "rule-pack");
    seen.add(pack.id);
    const named = new Set<string>();
    pack.rules.forEach(({ rule }, r) => {
      if (named.has(rule)) again(rule, [...path, "rules", r, "rule"], "rule");
      named.add(rule);
    });
    pack.programmes?.forEach((id, p) => {
      if (programmes.has(id)) return;
      const params = { what: "programme", id, nearest: "" };
      report({ code: "unknown-reference", path: [...path, "programmes", p], params });
    });
    checkValidity(input, pack, path, report);
  });
}

/** Each doctor it is for begins while it is valid; one who does not is named, the first of them. */
function checkValidity(input: ProblemInput, pack: LocalPack, path: Path, report: Report): void {
  const { from = "", to = "" } = pack.valid;
  const intakes = new Map(input.intakes.map((intake) => [intake.id, intake]));
  const meant = new Set(programmesOf(input, pack));
  for (const doctor of input.doctors) {
    const intake = intakes.get(doctor.intake ?? "");
    if (!meant.has(doctor.programme ?? intake?.programme ?? "")) continue;
    const start = doctor.start ?? intake?.start;
    if (start === undefined) continue;
    const window = typeof start === "string" ? { earliest: start, latest: start } : start;
    const early = window.earliest < from;
    if (!early && (to === "" || window.latest < to)) continue;
    const params = {
      pack: pack.id,
      doctor: doctor.id,
      start: early ? window.earliest : window.latest,
      from,
      to,
    };
    report({ code: "pack-not-valid", path: [...path, "valid"], params });
    return;
  }
}

/** The programmes a pack is for. */
export function programmesOf(input: ProblemInput, pack: LocalPack): string[] {
  return input.programmes
    .filter(({ id, track }) => track === pack.track && (pack.programmes?.includes(id) ?? true))
    .map(({ id }) => id);
}
