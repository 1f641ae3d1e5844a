/** `docs/rules.md`: every rule as it is stated, encoded and packed; from the code, so it cannot lag. */
import {
  ALWAYS,
  CORE_PACK,
  NEVER_MUST,
  ONLY_REPORTED,
  PREFERABLE,
  type Rank,
  REPORTABLE,
  RULE_PACKS,
  type RuleMode,
  type RulePack,
} from "../packages/domain/src/index.ts";
import { RULES, type Rule } from "../packages/solver/src/index.ts";

const PACKS = [CORE_PACK, ...RULE_PACKS];

export function rulesPage(): string {
  return [
    "# Rules",
    "",
    "Generated from the rule files and the rule packs by `pnpm generate`; do not edit. Each rule is",
    "one file, and its name here is also its code in a plan's findings. The mathematics is in the",
    "notation of [formulation.md](formulation.md); sources in brackets and D-rows are those of",
    "[domain.md](domain.md). How a problem adjusts a rule: [problem-file.md](problem-file.md).",
    "",
    "| Rule | In packs | Class |",
    "|---|---|---|",
    ...RULES.map(({ id }) => {
      const uses = usesOf(id);
      const classes = new Set(uses.map(({ rule }) => rule.class));
      const packs = uses.map(({ pack }) => `\`${pack.id}\``).join(", ");
      return `| [${id}](#${id}) | ${packs} | ${[...classes].join(", ")} |`;
    }),
    "",
    ...RULES.flatMap(ruleSection),
  ].join("\n");
}

function ruleSection(rule: Rule): string[] {
  const { id, statement, mathematics, expresses } = rule;
  return [
    `## ${id}`,
    "",
    statement.en,
    "",
    `*${statement.sv}*`,
    "",
    "```",
    mathematics,
    "```",
    "",
    "| Pack | Mode | Parameters | Class | Source |",
    "|---|---|---|---|---|",
    ...usesOf(id).map(({ pack, rule: { mode, params, class: ruleClass, source } }) =>
      row([
        `\`${pack.id}\``,
        modeText(mode),
        Object.keys(params).length === 0 ? "–" : `\`${JSON.stringify(params)}\``,
        ruleClass,
        source,
      ]),
    ),
    "",
    [
      rule.family === "doctor" ? "Shapes one doctor's rotation." : "Couples doctors.",
      ALWAYS.has(id) ? "Always in force." : `May be ${modesOf(id)} or \`off\`.`,
      expresses.length > 0 ? `Expresses ${expresses.join(", ")}.` : "",
      `File: [${id}.ts](../packages/solver/src/rules/${id}.ts).`,
    ]
      .filter((part) => part !== "")
      .join(" "),
    "",
  ];
}

function modesOf(id: Rule["id"]): string {
  if (ONLY_REPORTED.has(id)) return "`report`";
  return [
    ...(NEVER_MUST.has(id) ? [] : ["`must`"]),
    ...(PREFERABLE.has(id) ? ["`prefer`"] : []),
    ...(REPORTABLE.has(id) ? ["`report`"] : []),
  ].join(", ");
}

const usesOf = (id: Rule["id"]): { pack: RulePack; rule: RulePack["rules"][number] }[] =>
  PACKS.flatMap((pack) =>
    pack.rules.filter((rule) => rule.rule === id).map((rule) => ({ pack, rule })),
  );

const modeText = (mode: RuleMode): string =>
  typeof mode === "string"
    ? mode
    : `prefer, ${rankText(mode.prefer.rank)}, weight ${mode.prefer.weight}`;

const rankText = (rank: Rank): string => (rank === "wishes" ? "among wishes" : `rank ${rank}`);

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
