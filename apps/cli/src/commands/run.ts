/** `placera run`: queue, worker and outputs in one go; everything it starts it also stops. */
import type { JobClient, JobStatus } from "@placera/jobs";
import type { Command } from "commander";
import { act, type Context } from "../context.ts";
import { Fault, InvalidInput } from "../failures.ts";
import { jsonOf, type ProblemSource, readProblem } from "../inputs/read-problem.ts";
import {
  type OutputOptions,
  type ProblemOptions,
  type QueueOptions,
  type SolveOptions,
  solveParams,
  withCommonOptions,
  withOutputOptions,
  withProblemOptions,
  withQueueOptions,
  withSolveOptions,
} from "../options.ts";
import { prepareDestination, presentOutcome } from "../outputs/present.ts";
import { followJob } from "../queue/follow-job.ts";
import { redisUrlOf, withJobs } from "../queue/job-client.ts";
import { outcomeOf } from "../queue/job-outcome.ts";
import { startWorker, type WorkerProcess } from "../queue/worker-process.ts";
import { textsIn } from "../texts/index.ts";

interface Options extends OutputOptions, ProblemOptions, QueueOptions, SolveOptions {
  readonly withWorker?: true;
}

export function addRun(program: Command, context: Context): void {
  const command = program
    .command("run")
    .summary("submit, watch, download, verify and show, in one go")
    .argument("<problem>", "problem file (JSON)")
    .option("--with-worker", "start a worker for this, and stop it at the end");
  withCommonOptions(
    withProblemOptions(withQueueOptions(withOutputOptions(withSolveOptions(command)))),
  ).action((file: string, options: Options) =>
    act(context, options, async () => {
      const source = await readProblem(file, options);
      const destination = await prepareDestination(context, file, options);
      const outcome = await withJobs(options, (jobs) =>
        solveByQueue(context, jobs, source, options),
      );
      return presentOutcome(context, source, outcome, destination);
    }),
  );
}

async function solveByQueue(
  { terminal, interrupts }: Context,
  jobs: JobClient,
  { file, text }: ProblemSource,
  options: Options,
) {
  const texts = textsIn(options.lang);
  const submission = await jobs.submit(jsonOf(text), solveParams(options));
  if (submission.state === "invalid") throw new InvalidInput({ file, issues: submission.issues });
  const { id, state } = submission;
  terminal.err(`${state === "existing" ? texts.sameJob(id) : texts.submitted(id)}\n`);

  const known = await jobs.status(id);
  if (known?.state === "completed") return outcomeOf(jobs, known);
  const worker = options.withWorker
    ? startWorker({ redisUrl: redisUrlOf(options), output: "quiet" })
    : undefined;
  try {
    const following = followJob(jobs, id, {
      terminal,
      language: options.lang,
      withWorker: worker !== undefined,
    });
    const stop = () => {
      following.note(texts.stopping);
      // If Redis does not hear this, the second Ctrl-C still ends us.
      jobs.cancel(id).catch(() => undefined);
    };
    const status = await interrupts.during(stop, () => endOf(following.ended, worker));
    return await outcomeOf(jobs, status);
  } finally {
    await worker?.stop();
  }
}

/** The job's end; the worker's end before that is a fault. */
async function endOf(
  job: Promise<JobStatus>,
  worker: WorkerProcess | undefined,
): Promise<JobStatus> {
  if (worker === undefined) return job;
  const lost = worker.ended.then((end): never => {
    throw new Fault("worker-ended", `${end} ${worker.lastWords()}`);
  });
  // Whichever comes second is nobody's concern any more.
  lost.catch(() => undefined);
  return Promise.race([job, lost]);
}
