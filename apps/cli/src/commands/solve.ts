/** `placera solve`: solves in this process, on a thread of its own, without queue or Redis. */
import { availableParallelism } from "node:os";
import type { SolveOutcome, SolveParams } from "@placera/domain";
import type { Command } from "commander";
import { act, type Context } from "../context.ts";
import { Fault, InvalidInput } from "../failures.ts";
import { type ProblemSource, readProblem } from "../inputs/read-problem.ts";
import {
  type OutputOptions,
  type ProblemOptions,
  readWhole,
  type SolveOptions,
  solveParams,
  withCommonOptions,
  withOutputOptions,
  withProblemOptions,
  withSolveOptions,
} from "../options.ts";
import { prepareDestination, presentOutcome } from "../outputs/present.ts";
import { createProgressLine } from "../progress/progress-line.ts";
import { progressKey, progressText } from "../progress/progress-text.ts";
import { textsIn } from "../texts/index.ts";

interface Options extends OutputOptions, ProblemOptions, SolveOptions {
  readonly threads?: number;
}

/** Each thread holds some hundreds of MiB: by default there are no more than these. */
const MOST_THREADS = 8;

export function addSolve(program: Command, context: Context): void {
  const command = program
    .command("solve")
    .summary("solve a problem here and now, and show the plan")
    .argument("<problem>", "problem file (JSON)")
    .option(
      "--threads <number>",
      "threads that solve independent parts; the plan is the same (default: as many as processors, at most 8)",
      readWhole(1),
    );
  withCommonOptions(withProblemOptions(withOutputOptions(withSolveOptions(command)))).action(
    (file: string, options: Options) =>
      act(context, options, async () => {
        const source = await readProblem(file, options);
        const params = solveParams(options);
        const destination = await prepareDestination(context, file, options);
        const outcome = await solveHere(context, source, params, options);
        return presentOutcome(context, source, outcome, destination);
      }),
  );
}

async function solveHere(
  context: Context,
  { file, text }: ProblemSource,
  params: SolveParams,
  { lang, threads = Math.min(MOST_THREADS, availableParallelism()) }: Options,
): Promise<SolveOutcome> {
  const { terminal, interrupts } = context;
  const { startSolve } = await import("@placera/solver");
  const progress = createProgressLine(terminal);
  const running = startSolve(
    { problem: { text }, params, threads },
    { onProgress: (each) => progress.show(progressText(each, lang), progressKey(each)) },
  );
  const stop = () => {
    progress.note(textsIn(lang).stopping);
    running.stop("cancelled");
  };
  const result = await interrupts.during(stop, () => running.result);
  progress.end();
  switch (result.kind) {
    case "outcome":
      return result.outcome;
    case "invalid":
      throw new InvalidInput({ file, issues: result.issues });
    case "fault":
      throw new Fault(result.code, result.message);
    case "defect": {
      const error = Object.assign(new Error(result.message), { code: result.code });
      if (result.stack !== undefined) error.stack = result.stack;
      throw error;
    }
  }
}
