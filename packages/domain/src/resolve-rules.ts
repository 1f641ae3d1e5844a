/** Rule packs and the problem's adjustments → the settings of each programme. */
import { beside, checkLocalPacks, localPackId, programmesOf } from "./local-packs.ts";
import { nearest } from "./nearest.ts";
import type { LawOverride } from "./problem.ts";
import type { ProblemInput } from "./problem-input.ts";
import type { Path, Report } from "./problem-issue.ts";
import { matters } from "./rule-matters.ts";
import { CORE_PACK, RULE_PACKS } from "./rule-packs/index.ts";
import { readRule, readRuleParams } from "./rule-params.ts";
import {
  type RuleId,
  type RulePack,
  type RuleSetting,
  type Track,
  UNIT_SIDE,
} from "./rule-settings.ts";

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
  checkLocalPacks(input, report);
  const adjustments = input.rules.flatMap((each, at) => usable(each, ["rules", at], input, report));
  const effective = new Set<Usable>();
  const unexcused = new Set<Usable>();

  const overrides: LawOverride[] = [];

  const everyone = input.programmes.map(({ id }) => id);
  const settle = (rules: readonly RuleSetting[], track?: string, programme?: string) =>
    rules
      .map((setting) => {
        let current = setting;
        for (const each of adjustments) {
          if (each.rule !== setting.rule) continue;
          if (each.track !== undefined && each.track !== track) continue;
          if (each.programme !== undefined && each.programme !== programme) continue;
          if (each.pack !== undefined && each.pack !== setting.pack) continue;
          effective.add(each);
          if (breaksLaw(current, each)) unexcused.add(each);
          current = adjusted(current, each);
        }
        if (current.override !== undefined) {
          // What holds over all doctors together is set aside for each programme.
          for (const each of programme === undefined ? everyone : [programme]) {
            overrides.push({ rule: current.rule, programme: each, reason: current.override });
          }
        }
        return current;
      })
      .filter(({ mode }) => mode !== "off");

  const core = settingsOf(CORE_PACK);
  // What is wrong with a local pack is said once, however many programmes it is for.
  const said = new Set<string>();
  const sayOnce: Report = (issue) => {
    const key = JSON.stringify(issue);
    if (!said.has(key)) report(issue);
    said.add(key);
  };
  const withLocal = (settings: readonly RuleSetting[], programme: string | undefined) =>
    input.localPacks.reduce((all, pack, at) => {
      const meant = programmesOf(input, pack);
      if (programme !== undefined && !meant.includes(programme)) return all;
      const only = (rule: string) => UNIT_SIDE.has(rule as RuleId) === (programme === undefined);
      return beside(all, { pack, path: ["localPacks", at], only }, input, sayOnce);
    }, settings);
  const programmes = new Map(
    input.programmes.map(({ id, track }) => {
      const own = packs.filter((pack) => pack.track === track).flatMap(settingsOf);
      const all = [...core.filter(({ rule }) => !UNIT_SIDE.has(rule)), ...own];
      if (own.length === 0) {
        const missed = lawsWithoutPack(track, id).filter(({ rule }) => matters(rule, input, id));
        overrides.push(...missed);
      }
      const settled = settle(withLocal(all, id), track, id);
      return [id, settled.filter(({ rule }) => matters(rule, input, id))] as const;
    }),
  );
  const unitSide = settle(
    withLocal(
      core.filter(({ rule }) => UNIT_SIDE.has(rule)),
      undefined,
    ),
  ).filter(({ rule }) => matters(rule, input));

  for (const each of adjustments) {
    const params = { rule: each.rule };
    if (!effective.has(each)) report({ code: "rule-without-effect", path: each.path, params });
    if (unexcused.has(each)) report({ code: "law-switched-off", path: each.path, params });
  }
  const named = [CORE_PACK.id, ...packs.map(({ id }) => id), ...input.localPacks.map(localPackId)];
  return { packs: named, programmes, unitSide, overrides };
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
  const { programme } = adjustment;
  const rule = readRule(adjustment, path, report);
  if (rule === undefined) return [];
  if (programme !== undefined && !input.programmes.some(({ id }) => id === programme)) {
    const suggestion = nearest(
      programme,
      input.programmes.map(({ id }) => id),
    );
    const params = { what: "programme", id: programme, ...suggestion };
    report({ code: "unknown-reference", path: [...path, "programme"], params });
    return [];
  }
  if (adjustment.params === undefined) return [{ ...adjustment, rule, params: undefined, path }];
  const params = readRuleParams(rule, adjustment.params, [...path, "params"], input, report);
  return params === undefined ? [] : [{ ...adjustment, rule, params, path }];
}

/** Does the adjustment weaken or change a law without saying why? */
function breaksLaw(setting: RuleSetting, { mode, params, override }: Usable): boolean {
  if (setting.class !== "law" || override !== undefined) return false;
  return params !== undefined || (mode !== undefined && weakens(setting.mode, mode));
}

/** From what must hold to anything less, or from what is told to nothing. */
const weakens = (from: RuleSetting["mode"], to: RuleSetting["mode"]): boolean =>
  (from === "must" && to !== "must") || (from === "report" && to === "off");

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
