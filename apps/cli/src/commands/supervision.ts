/** `placera supervision`: who supervises whom in a plan, and what breaks when somebody leaves. */
import { formatDay, type SupervisorLoss } from "@placera/domain";
import { createReport, writeSupervision } from "@placera/reports";
import type { Command } from "commander";
import { act, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { InvalidInput, Refusal } from "../failures.ts";
import { readJson } from "../inputs/read-json.ts";
import { readProblem } from "../inputs/read-problem.ts";
import {
  type OutputOptions,
  type ProblemOptions,
  withCommonOptions,
  withPeopleOptions,
  withProblemOptions,
} from "../options.ts";
import { prepareDestination } from "../outputs/present.ts";
import { checkPlan } from "../verification.ts";

interface SupervisionOptions extends OutputOptions, ProblemOptions {
  readonly without?: string;
}

export function addSupervision(program: Command, context: Context): void {
  const command = program
    .command("supervision")
    .summary("who supervises whom, each one's load over time, and what breaks if somebody leaves")
    .argument("<problem>", "problem file (JSON)")
    .argument("<plan>", "plan file that solve or download wrote")
    .option("--without <supervisor>", "as if this one left: who can take over, and who cannot");
  withCommonOptions(withProblemOptions(withPeopleOptions(command))).action(
    (problemFile: string, planFile: string, options: SupervisionOptions) =>
      act(context, options, () => supervision(context, problemFile, planFile, options)),
  );
}

async function supervision(
  context: Context,
  problemFile: string,
  planFile: string,
  options: SupervisionOptions,
) {
  const { terminal } = context;
  const source = await readProblem(problemFile, options);
  const { problem } = source;
  const value = await readJson(planFile);
  const { people } = await prepareDestination(context, problemFile, options);
  const checked = await checkPlan(source, value, options.lang);
  if (!checked.ok) throw new InvalidInput({ file: planFile, issues: checked.issues });
  const { document, verified } = checked;
  const loss = await lossOf(options.without);
  if (options.json) {
    const result = {
      schemaVersion: 1,
      kind: "supervision",
      exitCode: EXIT.plan,
      problemHash: problem.hash,
      planHash: document.certificate.planHash,
      supervision: document.supervision ?? [],
      ...(loss === undefined ? {} : { without: lossAsText(loss) }),
    };
    terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
    return EXIT.plan;
  }
  const report = createReport({
    problem,
    verified,
    document,
    people: people?.people,
    language: options.lang,
  });
  const width = options.width ?? terminal.outWidth() ?? 120;
  terminal.out(writeSupervision(report, { width, colour: terminal.colour }, loss));
  return EXIT.plan;

  async function lossOf(id: string | undefined): Promise<SupervisorLoss | undefined> {
    if (id === undefined) return undefined;
    const known = problem.supervisors.map((each) => each.id);
    if (!known.includes(id)) {
      throw new Refusal("unknown-supervisor", (texts) =>
        texts.unknownSupervisor(id, known.join(", ") || "–"),
      );
    }
    const { withoutSupervisor } = await import("@placera/solver");
    return withoutSupervisor(problem, verified.plan, id);
  }
}

const lossAsText = ({ supervisor, charges, short }: SupervisorLoss) => ({
  supervisor,
  charges: charges.map(({ by, ...each }) => ({ ...each, ...spanAsText(each), by: by ?? null })),
  short: short.map((each) => ({ ...each, ...spanAsText(each) })),
});

const spanAsText = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  from: formatDay(from),
  to: formatDay(to),
});
