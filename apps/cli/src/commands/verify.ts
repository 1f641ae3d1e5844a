/** `placera verify`: re-checks a plan against its problem, from the two files alone. */

import { createReport, writeTiers } from "@placera/reports";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { InvalidInput } from "../failures.ts";
import { readJson } from "../inputs/read-json.ts";
import { readProblem } from "../inputs/read-problem.ts";
import { type ProblemOptions, withCommonOptions, withProblemOptions } from "../options.ts";
import { textsIn } from "../texts/index.ts";
import { checkPlan } from "../verification.ts";

export function addVerify(program: Command, context: Context): void {
  withCommonOptions(
    withProblemOptions(
      program
        .command("verify")
        .summary(
          "re-check a plan file against its problem: every rule, and every claim of the file",
        )
        .argument("<problem>", "problem file (JSON)")
        .argument("<plan>", "plan file that solve, download or report wrote"),
    ),
  ).action((problemFile: string, planFile: string, options: CommonOptions & ProblemOptions) =>
    act(context, options, async () => {
      const { terminal } = context;
      const source = await readProblem(problemFile, options);
      const checked = await checkPlan(source, await readJson(planFile), options.lang);
      if (!checked.ok) throw new InvalidInput({ file: planFile, issues: checked.issues });
      if (options.json) {
        const { certificate } = checked.document;
        const document = {
          schemaVersion: 1,
          kind: "verification",
          exitCode: EXIT.plan,
          file: planFile,
          problemHash: certificate.problemHash,
          planHash: certificate.planHash,
          prices: certificate.proofs !== undefined,
          tiers: checked.certified.map((tier, at) => ({
            ...tier,
            bound: certificate.tiers[at]?.bound ?? 0,
          })),
        };
        terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
      } else {
        const texts = textsIn(options.lang);
        terminal.out(`✓ ${texts.planValid(source.problem.rulePacks.join(", "))}\n`);
        const report = createReport({ ...source, ...checked, language: options.lang });
        const { colour } = terminal;
        terminal.out(writeTiers(report, { width: terminal.outWidth() ?? 120, colour }));
      }
      return EXIT.plan;
    }),
  );
}
