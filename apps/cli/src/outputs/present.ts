/** What came of a solve, shown and written: only ever from a plan verified here and now. */
import type { SolveOutcome } from "@placera/domain";
import { createReport, type Language, printable, type Report, writeText } from "@placera/reports";
import type { Context } from "../context.ts";
import { type ExitCode, exitOf } from "../exit-codes.ts";
import { type PeopleSource, readPeople } from "../inputs/read-people.ts";
import { nameOf, type ProblemSource } from "../inputs/read-problem.ts";
import type { OutputOptions } from "../options.ts";
import { seconds } from "../progress/progress-text.ts";
import { textsIn } from "../texts/index.ts";
import { checkPlan } from "../verification.ts";
import { type OutputFile, prepareFolder, writeOutputs } from "./write-outputs.ts";

const DEFAULT_WIDTH = 120;
/** In a terminal the grid shows so many doctors when the whole of it is in a file. */
const MOST_DOCTORS = 60;

/** Everything about outputs that can be wrong, found out before the work begins. */
export interface Destination {
  readonly people: PeopleSource | undefined;
  readonly options: OutputOptions;
}

export async function prepareDestination(
  { terminal }: Context,
  problemFile: string,
  options: OutputOptions,
): Promise<Destination> {
  const people = await readPeople(problemFile, options.people);
  if (people?.found === true) {
    terminal.err(`${textsIn(options.lang).peopleFrom(printable(people.file))}\n`);
  }
  if (options.out !== undefined) await prepareFolder(options.out);
  return { people, options };
}

/** Verifies the plan of an outcome, writes the outputs, shows the grid; answers with the exit code. */
export async function presentOutcome(
  context: Context,
  source: ProblemSource,
  outcome: SolveOutcome,
  destination: Destination,
): Promise<ExitCode> {
  const { terminal } = context;
  const { options, people } = destination;
  const exitCode = exitOf(outcome.status);
  const { elapsedMs, lines } = outcome.stats;
  const texts = textsIn(options.lang);
  terminal.err(`${texts.solvedIn(seconds(elapsedMs, options.lang), texts.lines(String(lines)))}\n`);
  if (outcome.plan === undefined) {
    if (options.json) printJson(context, { exitCode, files: [], outcome });
    else terminal.out(`${texts.noPlanAtAll}\n`);
    return exitCode;
  }
  const checked = await checkPlan(source, outcome.plan, options.lang);
  if (!checked.ok) {
    const sentences = checked.issues.map(({ sentence }) => sentence).join(" ");
    throw Object.assign(new Error(sentences), { code: "plan-not-verified" });
  }
  const { certified, document, verified } = checked;
  const { problem } = source;
  const report = createReport({
    problem,
    verified,
    document,
    certified,
    people: people?.people,
    language: options.lang,
  });
  const width = options.width ?? DEFAULT_WIDTH;
  const files =
    options.out === undefined
      ? []
      : await writeOutputs(report, { folder: options.out, name: nameOf(source.file), width });
  if (options.json) printJson(context, { exitCode, files, outcome });
  else {
    terminal.out(screenText(context, report, options, files));
    terminal.out(fileList(files, options.lang));
  }
  return exitCode;
}

export function screenText(
  { terminal }: Context,
  report: Report,
  { width }: OutputOptions,
  files: readonly OutputFile[],
): string {
  return writeText(report, {
    width: width ?? terminal.outWidth() ?? DEFAULT_WIDTH,
    colour: terminal.colour,
    ...(files.some(({ kind }) => kind === "grid") ? { mostDoctors: MOST_DOCTORS } : {}),
  });
}

/** Where the files are and what each is for. */
export function fileList(files: readonly OutputFile[], language: Language): string {
  if (files.length === 0) return "";
  const texts = textsIn(language);
  const longest = files.reduce((most, { file }) => Math.max(most, file.length), 0);
  const lines = files.map(({ kind, file }) => ` ${file.padEnd(longest)}  ${texts.files[kind]}`);
  return `\n${texts.written}\n${lines.join("\n")}\n`;
}

function printJson({ terminal }: Context, result: object): void {
  const document = { schemaVersion: 1, kind: "result", ...result };
  terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
}
