/** `placera report`: a plan that is already made, as text, CSV or JSON, after checking it again. */
import { createReport } from "@placera/reports";
import { type Command, Option } from "commander";
import { act, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { InvalidInput } from "../failures.ts";
import { readJson } from "../inputs/read-json.ts";
import { nameOf, readProblem } from "../inputs/read-problem.ts";
import {
  type OutputOptions,
  type ProblemOptions,
  withCommonOptions,
  withOutputOptions,
  withProblemOptions,
} from "../options.ts";
import { fileList, prepareDestination, screenText } from "../outputs/present.ts";
import { FORMATS, type Format, textOf, writeOutputs } from "../outputs/write-outputs.ts";
import { checkPlan } from "../verification.ts";

interface ReportOptions extends OutputOptions, ProblemOptions {
  readonly format: Format;
}

export function addReport(program: Command, context: Context): void {
  const command = program
    .command("report")
    .summary("render a plan as text, CSV or JSON")
    .argument("<problem>", "problem file (JSON)")
    .argument("<plan>", "plan file that solve or download wrote")
    .addOption(
      new Option(
        "--format <format>",
        "text: the grid; csv: doctors (with --out also units and occupancy); json: the plan",
      )
        .choices(Object.keys(FORMATS))
        .default("text"),
    );
  withCommonOptions(withProblemOptions(withOutputOptions(command))).action(
    (problemFile: string, planFile: string, options: ReportOptions) =>
      act(context, options, () => report(context, problemFile, planFile, options)),
  );
}

async function report(
  context: Context,
  problemFile: string,
  planFile: string,
  options: ReportOptions,
) {
  const { terminal } = context;
  const source = await readProblem(problemFile, options);
  const value = await readJson(planFile);
  const { people } = await prepareDestination(context, problemFile, options);
  const checked = await checkPlan(source, value, options.lang);
  if (!checked.ok) throw new InvalidInput({ file: planFile, issues: checked.issues });
  const { certified, document, verified } = checked;
  const { problem } = source;
  const rendered = createReport({
    problem,
    verified,
    document,
    certified,
    people: people?.people,
    language: options.lang,
  });
  const kinds = FORMATS[options.format];
  if (options.out !== undefined) {
    const place = { folder: options.out, name: nameOf(problemFile), width: options.width ?? 120 };
    const files = await writeOutputs(rendered, place, kinds);
    if (options.json) {
      const result = { schemaVersion: 1, kind: "files", exitCode: EXIT.plan, files };
      terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
    } else terminal.out(fileList(files, options.lang).trimStart());
    return EXIT.plan;
  }
  const kind = options.json ? "plan" : kinds[0];
  terminal.out(
    kind === "grid" ? screenText(context, rendered, options, []) : textOf(kind, rendered, 120),
  );
  return EXIT.plan;
}
