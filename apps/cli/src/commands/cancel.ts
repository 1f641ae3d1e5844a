/** `placera cancel`: asks a job to end with the best plan it has. */
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { type QueueOptions, withCommonOptions, withQueueOptions } from "../options.ts";
import { withJobs } from "../queue/job-client.ts";
import { textsIn } from "../texts/index.ts";

type Options = CommonOptions & QueueOptions;

export function addCancel(program: Command, context: Context): void {
  const command = program
    .command("cancel")
    .summary("end a job and keep the best plan it has")
    .argument("<job>", "the job's id");
  withCommonOptions(withQueueOptions(command)).action((id: string, options: Options) =>
    act(context, options, async () => {
      const { terminal } = context;
      const texts = textsIn(options.lang);
      const status = await withJobs(options, (jobs) => jobs.cancel(id));
      const late = status.state === "completed" || status.state === "failed";
      if (options.json) {
        const document = { schemaVersion: 1, kind: "job", exitCode: EXIT.plan, job: status };
        terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
      } else terminal.out(`${late ? texts.notQueued(id) : texts.cancelAsked(id)}\n`);
      return EXIT.plan;
    }),
  );
}
