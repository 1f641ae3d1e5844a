/** `placera verify`: re-checks a plan against its problem, from the two files alone. */

import { printable } from "@placera/reports";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { readJson } from "../inputs/read-json.ts";
import { readProblem } from "../inputs/read-problem.ts";
import { withCommonOptions } from "../options.ts";
import { textsIn } from "../texts/index.ts";
import { checkPlan } from "../verification.ts";

export function addVerify(program: Command, context: Context): void {
  withCommonOptions(
    program
      .command("verify")
      .summary("re-check a plan against its problem, rule by rule")
      .argument("<problem>", "problem file (JSON)")
      .argument("<plan>", "plan file that solve, download or report wrote"),
  ).action((problemFile: string, planFile: string, options: CommonOptions) =>
    act(context, options, async () => {
      const { terminal } = context;
      const texts = textsIn(options.lang);
      const source = await readProblem(problemFile);
      const checked = await checkPlan(source, await readJson(planFile), planFile, options.lang);
      const exitCode = checked.ok ? EXIT.plan : EXIT.invalid;
      const violations = checked.ok ? [] : checked.violations;
      if (options.json) {
        const document = {
          schemaVersion: 1,
          kind: "verification",
          exitCode,
          valid: checked.ok,
          violations: violations.map(({ finding, sentence }) => ({ ...finding, sentence })),
        };
        terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
      } else if (checked.ok) {
        terminal.out(`✓ ${texts.planValid(source.problem.rulePacks.join(", "))}\n`);
      } else {
        const lines = violations.map(
          ({ finding, sentence }) => `  ${printable(sentence)} [${finding.rule}]`,
        );
        terminal.out(`× ${texts.planBroken(lines.length)}\n${lines.join("\n")}\n`);
      }
      return exitCode;
    }),
  );
}
