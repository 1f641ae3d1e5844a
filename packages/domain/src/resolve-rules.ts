/** Rule packs and the problem's adjustments → one setting a rule and programme. */
import { NATIONAL_SECTIONS } from "./national-sections.ts";
import { nearest } from "./nearest.ts";
import type { LawOverride } from "./problem.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path, ProblemIssueCode, Report } from "./problem-issue.ts";
import { CORE_PACK, RULE_PACKS } from "./rule-packs/index.ts";
import {
  ALWAYS,
  NEVER_MUST,
  PREFERABLE,
  RULE_IDS,
  RULE_PARAMS,
  type RuleId,
  type RulePack,
  type RuleSetting,
  type Track,
  UNIT_SIDE,
} from "./rule-settings.ts";
import { shapeIssues } from "./shape-issues.ts";

type Adjustment = ProblemInput["rules"][number];

/** An adjustment that some rule can follow, its parameters read. */
interface Usable extends Omit<Adjustment, "rule" | "params"> {
  readonly rule: RuleId;
  readonly params: RuleSetting["params"] | undefined;
  readonly path: Path;
}

/** The rules in force: by programme, over all doctors together, and the packs they come from. */
export interface ResolvedRules {
  /** `core@1` first. */
  readonly packs: readonly string[];
  readonly programmes: ReadonlyMap<string, readonly RuleSetting[]>;
  readonly unitSide: readonly RuleSetting[];
  /** Laws set aside, also those switched off and those no pack brings in. */
  readonly overrides: readonly LawOverride[];
}

/** Settles the rules; reports adjustments that no rule, mode or law allows. */
export function resolveRules(input: ProblemInput, report: Report): ResolvedRules {
  const packs = packsOf(input, report);
  const adjustments = input.rules.flatMap((each, at) => usable(each, ["rules", at], input, report));
  const effective = new Set<Usable>();
  const unexcused = new Set<Usable>();

  const overrides: LawOverride[] = [];

  const settle = (rules: readonly RuleSetting[], track?: string, programme?: string) =>
    rules
      .map((setting) => {
        let current = setting;
        for (const each of adjustments) {
          if (each.rule !== setting.rule) continue;
          if (each.track !== undefined && each.track !== track) continue;
          if (each.programme !== undefined && each.programme !== programme) continue;
          effective.add(each);
          if (breaksLaw(current, each)) unexcused.add(each);
          current = adjusted(current, each);
        }
        if (current.override !== undefined && programme !== undefined) {
          overrides.push({ rule: current.rule, programme, reason: current.override });
        }
        return current;
      })
      .filter(({ mode }) => mode !== "off");

  const core = settingsOf(CORE_PACK);
  const programmes = new Map(
    input.programmes.map(({ id, track }) => {
      const own = packs.filter((pack) => pack.track === track).flatMap(settingsOf);
      const all = [...core.filter(({ rule }) => !UNIT_SIDE.has(rule)), ...own];
      if (own.length === 0) overrides.push(...lawsWithoutPack(track, id));
      return [id, settle(all, track, id)] as const;
    }),
  );
  // Where no unit asks for staff there is no tier for it either.
  const asked = input.units.some(({ staffing }) => staffing !== 0);
  const unitSide = settle(core.filter(({ rule }) => UNIT_SIDE.has(rule))).filter(
    ({ rule }) => rule !== "least-staffing" || asked,
  );

  for (const each of adjustments) {
    const params = { rule: each.rule };
    if (!effective.has(each)) report({ code: "rule-without-effect", path: each.path, params });
    if (unexcused.has(each)) report({ code: "law-switched-off", path: each.path, params });
  }
  return { packs: [CORE_PACK.id, ...packs.map(({ id }) => id)], programmes, unitSide, overrides };
}

const settingsOf = (pack: RulePack): RuleSetting[] =>
  pack.rules.map((rule): RuleSetting => ({ ...rule, pack: pack.id, override: undefined }));

/** Laws of a track do not vanish silently with its pack: each is set aside, and says why. */
function lawsWithoutPack(track: Track, programme: string): LawOverride[] {
  const newest = RULE_PACKS.filter((pack) => pack.track === track).at(-1);
  // In both languages: it stands in the plan's certificate, which has none.
  const reason = `inget regelpaket för ${track} gäller / no rule pack for ${track} is in force`;
  return (newest?.rules ?? [])
    .filter((each) => each.class === "law" && each.mode !== "off")
    .map(({ rule }) => ({ rule, programme, reason }));
}

function packsOf(input: ProblemInput, report: Report): RulePack[] {
  const known = RULE_PACKS.map(({ id }) => id);
  return input.rulePacks.flatMap((id, at) => {
    const path: Path = ["rulePacks", at];
    const what = "rule-pack";
    if (input.rulePacks.indexOf(id) < at)
      report({ code: "duplicate-id", path, params: { what, id } });
    const pack = RULE_PACKS.find((each) => each.id === id);
    if (pack !== undefined) return [pack];
    const suggestion = { nearest: nearest(id, known).nearest ?? known.join(", ") };
    report({ code: "unknown-reference", path, params: { what, id, ...suggestion } });
    return [];
  });
}

/** The adjustment, if there is such a rule and it can be so adjusted. */
function usable(adjustment: Adjustment, path: Path, input: ProblemInput, report: Report): Usable[] {
  const { programme, mode } = adjustment;
  const say = (code: ProblemIssueCode, key: string, params: Record<string, string>) => {
    report({ code, path: [...path, key], params });
    return [];
  };
  const rule = RULE_IDS.find((id) => id === adjustment.rule);
  if (rule === undefined) {
    const suggestion = nearest(adjustment.rule, RULE_IDS);
    return say("rule-unknown", "rule", { rule: adjustment.rule, ...suggestion });
  }
  if (programme !== undefined && !input.programmes.some(({ id }) => id === programme)) {
    const suggestion = nearest(
      programme,
      input.programmes.map(({ id }) => id),
    );
    return say("unknown-reference", "programme", {
      what: "programme",
      id: programme,
      ...suggestion,
    });
  }
  if (typeof mode === "object" && !PREFERABLE.has(rule)) {
    return say("rule-not-preferable", "mode", { rule });
  }
  if (mode === "must" && NEVER_MUST.has(rule)) return say("rule-only-preferable", "mode", { rule });
  if (mode === "off" && ALWAYS.has(rule)) return say("rule-not-switchable", "mode", { rule });
  if (adjustment.params === undefined) return [{ ...adjustment, rule, params: undefined, path }];
  const params = readParams(rule, adjustment.params, [...path, "params"], input, report);
  return params === undefined ? [] : [{ ...adjustment, rule, params, path }];
}

/** The parameters of a rule, if they are what it takes and name sections there are. */
function readParams(
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
  if ("last" in params) return params.last.map((id, s) => ({ id, at: ["last", s] }));
  if (!("pools" in params)) return [];
  return params.pools.flatMap(({ sections }, p) =>
    sections.map((id, s) => ({ id, at: ["pools", p, "sections", s] })),
  );
}

/** Does the adjustment weaken or change a law without saying why? */
function breaksLaw(setting: RuleSetting, { mode, params, override }: Usable): boolean {
  if (setting.class !== "law" || override !== undefined) return false;
  return params !== undefined || (setting.mode === "must" && mode !== undefined && mode !== "must");
}

function adjusted(setting: RuleSetting, { mode, params, override }: Usable): RuleSetting {
  const excuse = setting.class === "law" ? override?.reason : undefined;
  return {
    ...setting,
    mode: mode ?? setting.mode,
    params: params ?? setting.params,
    override: excuse ?? setting.override,
    // The parameters were read by this rule's own schema.
  } as RuleSetting;
}
