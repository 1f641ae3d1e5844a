/** `placera rules`: the rule packs there are, and every rule of them with its source. */
import { CORE_PACK, RULE_PACKS } from "@placera/domain";
import { writeRulePacks } from "@placera/reports";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Refusal } from "../failures.ts";
import { withCommonOptions } from "../options.ts";

interface RulesOptions extends CommonOptions {
  readonly pack?: string;
}

export function addRules(program: Command, context: Context): void {
  withCommonOptions(
    program
      .command("rules")
      .summary("list rule packs and their rules: statement, class, mode, parameters, source")
      .option("--pack <id>", "only this pack, such as at@2021-05"),
  ).action((options: RulesOptions) => act(context, options, () => list(context, options)));
}

async function list({ terminal }: Context, { pack, lang, json }: RulesOptions) {
  const { RULES } = await import("@placera/solver");
  const all = [CORE_PACK, ...RULE_PACKS];
  const packs = pack === undefined ? all : all.filter(({ id }) => id === pack);
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
      packs: packs.map(({ id, track, rules }) => ({
        id,
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
