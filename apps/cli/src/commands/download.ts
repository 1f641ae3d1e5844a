/** `placera download`: the plan of a job, verified again here, shown and written. */
import type { Command } from "commander";
import { act, type Context } from "../context.ts";
import {
  type OutputOptions,
  type QueueOptions,
  withCommonOptions,
  withOutputOptions,
  withQueueOptions,
} from "../options.ts";
import { prepareDestination, presentOutcome } from "../outputs/present.ts";
import { withJobs } from "../queue/job-client.ts";
import { problemOf } from "../queue/job-outcome.ts";

type Options = OutputOptions & QueueOptions;

export function addDownload(program: Command, context: Context): void {
  const command = program
    .command("download")
    .summary("fetch a job's plan, verify it here, show and write it")
    .argument("<job>", "the job's id");
  withCommonOptions(withQueueOptions(withOutputOptions(command))).action(
    (id: string, options: Options) =>
      act(context, options, async () => {
        const { source, outcome } = await withJobs(options, async (jobs) => ({
          outcome: await jobs.download(id),
          source: await problemOf(jobs, id),
        }));
        // No problem file lies here, so names are used only where they are asked for.
        const people = typeof options.people === "string" ? options.people : false;
        const destination = await prepareDestination(context, source.file, { ...options, people });
        return presentOutcome(context, source, outcome, destination);
      }),
  );
}
