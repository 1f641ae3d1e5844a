/** `placera status`: one job, or all there are. */
import type { JobStatus } from "@placera/jobs";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Refusal } from "../failures.ts";
import { type QueueOptions, withCommonOptions, withQueueOptions } from "../options.ts";
import { progressText } from "../progress/progress-text.ts";
import { withJobs } from "../queue/job-client.ts";
import { textsIn } from "../texts/index.ts";

type Options = CommonOptions & QueueOptions;

export function addStatus(program: Command, context: Context): void {
  const command = program
    .command("status")
    .summary("how a job is doing, or all jobs")
    .argument("[job]", "a job's id; all jobs if left out");
  withCommonOptions(withQueueOptions(command)).action((id: string | undefined, options: Options) =>
    act(context, options, async () => {
      const { terminal } = context;
      const statuses = await withJobs(options, async (jobs) => {
        if (id === undefined) return jobs.list();
        const status = await jobs.status(id);
        if (status === undefined) {
          throw new Refusal("job-unknown", (texts) => texts.unknownJob(id));
        }
        return [status];
      });
      if (options.json) {
        const document = { schemaVersion: 1, kind: "jobs", exitCode: EXIT.plan, jobs: statuses };
        terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
        return EXIT.plan;
      }
      const texts = textsIn(options.lang);
      const lines = statuses.map((status) => statusLine(status, options));
      terminal.out(`${lines.length === 0 ? texts.noJobs : lines.join("\n")}\n`);
      return EXIT.plan;
    }),
  );
}

/** Id, state, and what is known of how it goes or went. */
export function statusLine(status: JobStatus, { lang }: CommonOptions): string {
  const texts = textsIn(lang);
  const { id, state, result, failure, progress, cancelRequested, submittedAt } = status;
  const parts = [texts.jobStates[state]];
  if (result !== undefined) parts.push(texts.statuses[result.status]);
  if (result !== undefined && result.unplaced > 0) parts.push(texts.unplaced(result.unplaced));
  if (failure !== undefined) parts.push(`${failure.code}: ${failure.message}`);
  if (state === "running" && progress !== undefined)
    parts.push(progressText(progress, lang).trim());
  if (cancelRequested && state !== "completed") parts.push(texts.cancelRequested);
  const submitted = new Date(submittedAt).toISOString().slice(0, 16).replace("T", " ");
  return `${id}  ${submitted}Z  ${parts.join(" · ")}`;
}
