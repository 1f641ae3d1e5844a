/** `placera submit`: puts a problem in the queue and answers with the job's id. */
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { InvalidInput } from "../failures.ts";
import { jsonOf, readProblem } from "../inputs/read-problem.ts";
import {
  type ProblemOptions,
  type QueueOptions,
  type SolveOptions,
  solveParams,
  withCommonOptions,
  withProblemOptions,
  withQueueOptions,
  withSolveOptions,
} from "../options.ts";
import { contradictionNotes } from "../outputs/contradiction-notes.ts";
import { withJobs } from "../queue/job-client.ts";
import { textsIn } from "../texts/index.ts";

type Options = CommonOptions & ProblemOptions & QueueOptions & SolveOptions;

export function addSubmit(program: Command, context: Context): void {
  const command = program
    .command("submit")
    .summary("put a problem in the queue; the same problem is the same job")
    .argument("<problem>", "problem file (JSON)");
  withCommonOptions(withProblemOptions(withQueueOptions(withSolveOptions(command)))).action(
    (file: string, options: Options) =>
      act(context, options, async () => {
        const { terminal } = context;
        const { text, problem } = await readProblem(file, options);
        const notes = await contradictionNotes(problem, options.lang);
        for (const note of notes) terminal.err(`! ${note}\n`);
        const submission = await withJobs(options, (jobs) =>
          jobs.submit(jsonOf(text), solveParams(options)),
        );
        if (submission.state === "invalid") {
          throw new InvalidInput({ file, issues: submission.issues });
        }
        const { id, state } = submission;
        if (options.json) {
          const document = { schemaVersion: 1, kind: "submission", exitCode: EXIT.plan };
          terminal.out(`${JSON.stringify({ ...document, id, state }, undefined, 2)}\n`);
        } else {
          const texts = textsIn(options.lang);
          terminal.err(`${state === "existing" ? texts.sameJob(id) : texts.submitted(id)}\n`);
          terminal.out(`${id}\n`);
        }
        return EXIT.plan;
      }),
  );
}
