/** `placera compliance`: for each doctor, each rule that asks something of her and where the plan meets it. */
import {
  type Doctor,
  type DoctorCompliance,
  formatDay,
  lookup,
  type Placement,
} from "@placera/domain";
import { createReport, writeCompliance, writeComplianceCsv } from "@placera/reports";
import { type Command, Option } from "commander";
import { act, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { InvalidInput, Refusal } from "../failures.ts";
import { readJson } from "../inputs/read-json.ts";
import { readPeople } from "../inputs/read-people.ts";
import { readProblem } from "../inputs/read-problem.ts";
import {
  type OutputOptions,
  type ProblemOptions,
  withCommonOptions,
  withPeopleOptions,
  withProblemOptions,
} from "../options.ts";
import { checkPlan } from "../verification.ts";

interface ComplianceOptions extends Omit<OutputOptions, "out">, ProblemOptions {
  readonly doctor?: string;
  readonly format: "text" | "csv";
}

export function addCompliance(program: Command, context: Context): void {
  const command = program
    .command("compliance")
    .summary("each doctor's rules and where the plan meets them")
    .argument("<problem>", "problem file (JSON)")
    .argument("<plan>", "plan file that solve or download wrote")
    .option("--doctor <id>", "only this doctor")
    .addOption(
      new Option("--format <format>", "text or csv").choices(["text", "csv"]).default("text"),
    );
  withCommonOptions(withProblemOptions(withPeopleOptions(command))).action(
    (problemFile: string, planFile: string, options: ComplianceOptions) =>
      act(context, options, () => tell(context, problemFile, planFile, options)),
  );
}

async function tell(
  { terminal }: Context,
  problemFile: string,
  planFile: string,
  options: ComplianceOptions,
) {
  const source = await readProblem(problemFile, options);
  const { problem } = source;
  const { doctor } = options;
  if (doctor !== undefined && !problem.doctors.some(({ id }) => id === doctor)) {
    throw new Refusal("doctor-unknown", (texts) => texts.unknownDoctor(doctor));
  }
  const people = await readPeople(problemFile, options.people);
  const checked = await checkPlan(source, await readJson(planFile), options.lang);
  if (!checked.ok) throw new InvalidInput({ file: planFile, issues: checked.issues });
  const { complianceOf } = await import("@placera/solver");
  const sheets = complianceOf(problem, checked.verified).filter(
    (sheet) => doctor === undefined || sheet.doctor === doctor,
  );
  if (options.json) {
    const document = {
      schemaVersion: 1,
      kind: "compliance",
      exitCode: EXIT.plan,
      doctors: sheets.map((sheet) => ({
        ...withDates(sheet),
        ...earlierService(lookup(problem).doctor(sheet.doctor)),
      })),
    };
    terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
    return EXIT.plan;
  }
  const report = createReport({
    problem,
    ...checked,
    people: people?.people,
    language: options.lang,
  });
  const width = options.width ?? terminal.outWidth() ?? 120;
  terminal.out(
    options.format === "csv"
      ? writeComplianceCsv(report, sheets)
      : `${writeCompliance(report, sheets, { width, colour: terminal.colour })}\n`,
  );
  return EXIT.plan;
}

/** The sheet as JSON: days as dates, spans half-open as in every file. */
function withDates(sheet: DoctorCompliance) {
  return {
    ...sheet,
    rules: sheet.rules.map(({ setting, evidence, ...rest }) => ({
      ...setting,
      ...rest,
      evidence: evidence.map(({ placements, span, day, window, ...figures }) => ({
        ...figures,
        ...(placements && { placements: placements.map((each) => ({ ...each, ...dates(each) })) }),
        ...(span && { span: dates(span) }),
        ...(day !== undefined && { day: formatDay(day) }),
        ...(window && {
          window: {
            ...(window.earliest !== undefined && { earliest: formatDay(window.earliest) }),
            ...(window.latest !== undefined && { latest: formatDay(window.latest) }),
          },
        }),
      })),
    })),
  };
}

/** What is done before the plan. */
const earlierService = ({ credit, history }: Doctor) => ({
  credit,
  history: history.map((each) => ({ ...each, ...dates(each) })),
});

const dates = ({ from, to }: Pick<Placement, "from" | "to">) => ({
  from: formatDay(from),
  to: formatDay(to),
});
