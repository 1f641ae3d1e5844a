/** `placera rules`: the rule packs there are, and every rule of them with its source. */
import { CORE_PACK, type LocalPack, RULE_PACKS, type RulePack } from "@placera/domain";
import { writeRulePacks } from "@placera/reports";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Refusal } from "../failures.ts";
import { readPack } from "../inputs/read-problem.ts";
import { withCommonOptions } from "../options.ts";

interface RulesOptions extends CommonOptions {
  readonly pack?: string;
}

export function addRules(program: Command, context: Context): void {
  withCommonOptions(
    program
      .command("rules")
      .summary("list rule packs and their rules: statement, class, mode, parameters, source")
      .option("--pack <id>", "only this pack, such as at@2021-05, or that of a file"),
  ).action((options: RulesOptions) => act(context, options, () => list(context, options)));
}

async function list({ terminal }: Context, { pack, lang, json }: RulesOptions) {
  const { RULES } = await import("@placera/solver");
  const all = [CORE_PACK, ...RULE_PACKS];
  const packs = pack?.endsWith(".json")
    ? [asPack(await readPack(pack))]
    : all.filter(({ id }) => id === (pack ?? id));
  if (packs.length === 0) {
    const known = all.map(({ id }) => id).join(", ");
    throw new Refusal("rule-pack-unknown", (texts) => texts.packsAre(known));
  }
  const statements = new Map(RULES.map(({ id, statement }) => [id, statement]));
  if (json) {
    const document = {
      schemaVersion: 1,
      kind: "rules",
      exitCode: EXIT.plan,
      packs: packs.map(({ id, title, track, rules }) => ({
        id,
        ...(title && { title }),
        track: track ?? null,
        rules: rules.map((rule) => ({ ...rule, statement: statements.get(rule.rule) })),
      })),
    };
    terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    const width = terminal.outWidth() ?? 120;
    terminal.out(
      writeRulePacks(packs, statements, { language: lang, width, colour: terminal.colour }),
    );
  }
  return EXIT.plan;
}

/** A local pack by itself; parameters it leaves out are those of the rule it takes the place of. */
const asPack = ({ id, title, track, rules }: LocalPack): RulePack => ({
  id,
  title,
  track,
  rules: rules.map((rule) => ({ ...rule, params: rule.params ?? {} }) as RulePack["rules"][number]),
});
