/** Rule packs and the problem's adjustments → one setting a rule and programme. */
import type { ProblemInput } from "./problem-input.ts";
import type { ProblemIssue, ProblemIssueCode } from "./problem-issue.ts";
import { CORE_PACK, RULE_PACKS } from "./rule-packs/index.ts";
import {
  ALWAYS,
  PREFERABLE,
  RULE_IDS,
  RULE_PARAMS,
  UNIT_SIDE,
  type RuleId,
  type RulePack,
  type RuleSetting,
} from "./rule-settings.ts";

type Adjustment = ProblemInput["rules"][number];

/** Settles the rules; reports adjustments that no rule, mode or law allows. */
export function resolveRules(input: ProblemInput, report: (issue: ProblemIssue) => void) {
  const packs = packsOf(input, report);
  const usable = input.rules.map((adjustment, at) => checkAdjustment(adjustment, at, input, report));
  const used = new Set<number>();
  const settle = (rules: readonly RuleSetting[], track?: string, programme?: string): RuleSetting[] =>
    rules
      .map((setting) =>
        usable.reduce((current, adjustment, at) => {
          if (adjustment === undefined || adjustment.rule !== setting.rule) return current;
          if (adjustment.track !== undefined && adjustment.track !== track) return current;
          if (adjustment.programme !== undefined && adjustment.programme !== programme) return current;
          used.add(at);
          return adjusted(current, adjustment, at, report);
        }, setting),
      )
      .filter(({ mode }) => mode !== "off");

  const settingsOf = (pack: RulePack): RuleSetting[] =>
    pack.rules.map((rule) => ({ ...rule, pack: pack.id, override: undefined }) as RuleSetting);
  const core = settingsOf(CORE_PACK);
  const programmes = new Map(
    input.programmes.map((programme) => {
      const own = packs.filter(({ track }) => track === programme.track).flatMap(settingsOf);
      const all = [...core.filter(({ rule }) => !UNIT_SIDE.has(rule)), ...own];
      return [programme.id, settle(all, programme.track, programme.id)];
    }),
  );
  const unitSide = settle(core.filter(({ rule }) => UNIT_SIDE.has(rule)));
  usable.forEach((adjustment, at) => {
    if (adjustment === undefined || used.has(at)) return;
    report({ code: "rule-without-effect", path: ["rules", at], params: { rule: adjustment.rule } });
  });
  return { packs: [CORE_PACK.id, ...packs.map(({ id }) => id)], programmes, unitSide };
}

function packsOf(input: ProblemInput, report: (issue: ProblemIssue) => void): RulePack[] {
  return input.rulePacks.flatMap((id, at) => {
    const path = ["rulePacks", at];
    if (input.rulePacks.indexOf(id) < at) report({ code: "duplicate-id", path, params: { id } });
    const pack = RULE_PACKS.find((each) => each.id === id);
    if (pack === undefined) report({ code: "unknown-reference", path, params: { id } });
    return pack === undefined ? [] : [pack];
  });
}

function checkAdjustment(
  adjustment: Adjustment,
  at: number,
  input: ProblemInput,
  report: (issue: ProblemIssue) => void,
): (Adjustment & { rule: RuleId }) | undefined {
  const path = ["rules", at];
  const say = (code: ProblemIssueCode, key: string, params: ProblemIssue["params"]) =>
    report({ code, path: [...path, key], params });
  const rule = RULE_IDS.find((id) => id === adjustment.rule);
  if (rule === undefined) {
    say("rule-unknown", "rule", { rule: adjustment.rule });
    return undefined;
  }
  const { programme, mode } = adjustment;
  if (programme !== undefined && !input.programmes.some(({ id }) => id === programme)) {
    say("unknown-reference", "programme", { id: programme });
    return undefined;
  }
  if (typeof mode === "object" && !PREFERABLE.has(rule)) {
    say("rule-not-preferable", "mode", { rule });
    return undefined;
  }
  if (mode === "off" && ALWAYS.has(rule)) {
    say("rule-not-switchable", "mode", { rule });
    return undefined;
  }
  return { ...adjustment, rule };
}

function adjusted(
  setting: RuleSetting,
  adjustment: Adjustment & { rule: RuleId },
  at: number,
  report: (issue: ProblemIssue) => void,
): RuleSetting {
  const { mode, params, override } = adjustment;
  const weakened = mode !== undefined && mode !== "must" && setting.mode === "must";
  const changed = weakened || (params !== undefined && setting.class === "law");
  if (changed && setting.class === "law" && override === undefined) {
    report({ code: "law-switched-off", path: ["rules", at], params: { rule: setting.rule } });
  }
  let next = setting.params;
  if (params !== undefined) {
    const parsed = RULE_PARAMS[setting.rule].safeParse(params);
    if (parsed.success) next = parsed.data;
    else {
      const detail = parsed.error.issues.map(({ message }) => message).join("; ");
      report({ code: "rule-params", path: ["rules", at, "params"], params: { rule: setting.rule, detail } });
    }
  }
  return {
    ...setting,
    mode: mode ?? setting.mode,
    params: next,
    override: setting.class === "law" ? (override?.reason ?? setting.override) : setting.override,
  } as RuleSetting;
}
