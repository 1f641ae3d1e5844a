/** `placera validate`: is the problem file right, and if not, everything that is wrong with it. */
import { formatDay, lookup } from "@placera/domain";
import { printable } from "@placera/reports";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { readPeople } from "../inputs/read-people.ts";
import { readProblem } from "../inputs/read-problem.ts";
import { type ProblemOptions, withCommonOptions, withProblemOptions } from "../options.ts";
import { contradictionNotes } from "../outputs/contradiction-notes.ts";
import { textsIn } from "../texts/index.ts";
import { brief } from "../verification.ts";

interface ValidateOptions extends CommonOptions, ProblemOptions {
  readonly people?: string | false;
}

export function addValidate(program: Command, context: Context): void {
  const command = program
    .command("validate")
    .summary("check a problem file and say everything that is wrong with it")
    .argument("<problem>", "problem file (JSON)")
    .option(
      "--people <file>",
      "names to check too (default: <name>.people.json beside the problem)",
    )
    .option("--no-people", "leave names alone");
  withCommonOptions(withProblemOptions(command)).action((file: string, options: ValidateOptions) =>
    act(context, options, () => validate(context, file, options)),
  );
}

async function validate({ terminal }: Context, file: string, options: ValidateOptions) {
  const texts = textsIn(options.lang);
  const { problem } = await readProblem(file, options);
  const source = await readPeople(file, options.people);
  const { calendar, rulePacks, doctors, units, intakes, programmes } = problem;
  const size = {
    doctors: doctors.length,
    units: units.length,
    intakes: intakes.length,
    programmes: programmes.length,
  };
  const contradictions = await contradictionNotes(problem, options.lang);
  const exitCode = contradictions.length > 0 ? EXIT.infeasible : EXIT.plan;
  const ids = new Set([...doctors, ...problem.supervisors].map(({ id }) => id as string));
  const strangers = [...(source?.people.keys() ?? [])].filter((id) => !ids.has(id));
  const nameless =
    source === undefined ? 0 : doctors.filter(({ id }) => !source.people.has(id)).length;
  const notes = [
    ...(doctors.length === 0 ? [texts.noDoctors] : []),
    ...contradictions,
    ...problem.overrides.map(({ rule, programme, reason }) =>
      texts.lawSetAside(
        rule,
        printable(lookup(problem).programme(programme).name),
        printable(reason),
      ),
    ),
    ...(strangers.length > 0
      ? [texts.strangers(strangers.length, printable(strangers.slice(0, 5).join(", ")))]
      : []),
    ...(nameless > 0 ? [texts.nameless(nameless)] : []),
  ];
  if (options.json) {
    const document = {
      schemaVersion: 1,
      kind: "validation",
      exitCode,
      file,
      name: problem.name,
      problemHash: problem.hash,
      rulePacks,
      ...size,
      notes,
    };
    terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
    return exitCode;
  }
  const days = `${formatDay(calendar.from)} – ${formatDay(calendar.to - 1)}`;
  const lines = [
    `✓ ${file}: ${problem.name}`,
    `  ${texts.validProblem(size)}`,
    `  ${days}, ${texts.grids[calendar.grid]}, ${rulePacks.join(", ")}, ${brief(problem.hash)}`,
    ...(source === undefined ? [] : [`✓ ${source.file}: ${texts.validPeople(source.people.size)}`]),
    ...notes.map((note) => `! ${note}`),
  ];
  terminal.out(`${lines.map((line) => line.replace(/\p{Cc}/gu, " ")).join("\n")}\n`);
  return exitCode;
}
