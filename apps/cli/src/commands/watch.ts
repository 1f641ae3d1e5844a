/** `placera watch`: follows a job until it ends; Ctrl-C ends the watching, not the job. */
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT, exitOf } from "../exit-codes.ts";
import { type QueueOptions, withCommonOptions, withQueueOptions } from "../options.ts";
import { followJob } from "../queue/follow-job.ts";
import { withJobs } from "../queue/job-client.ts";
import { outcomeOf } from "../queue/job-outcome.ts";
import { statusLine } from "./status.ts";

type Options = CommonOptions & QueueOptions;

export function addWatch(program: Command, context: Context): void {
  const command = program
    .command("watch")
    .summary("follow a job until it ends; exits as solve does")
    .argument("<job>", "the job's id");
  withCommonOptions(withQueueOptions(command)).action((id: string, options: Options) =>
    act(context, options, () =>
      withJobs(options, async (jobs) => {
        const { terminal, interrupts } = context;
        const stop = new AbortController();
        const following = followJob(jobs, id, {
          terminal,
          language: options.lang,
          signal: stop.signal,
        });
        const status = await interrupts.during(
          () => stop.abort(),
          () => following.ended,
        );
        const exitCode = status.result === undefined ? undefined : exitOf(status.result.status);
        if (options.json) {
          const document = {
            schemaVersion: 1,
            kind: "job",
            exitCode: exitCode ?? null,
            job: status,
          };
          terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
        } else terminal.out(`${statusLine(status, options)}\n`);
        if (exitCode !== undefined) return exitCode;
        // A failed job says what it failed of; one that goes on was left by Ctrl-C.
        if (status.state === "failed") await outcomeOf(jobs, status);
        return EXIT.interrupted;
      }),
    ),
  );
}
