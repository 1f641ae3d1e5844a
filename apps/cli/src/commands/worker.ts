/** `placera worker`: a worker in the foreground, until Ctrl-C or SIGTERM. */
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Fault } from "../failures.ts";
import { type QueueOptions, withCommonOptions, withQueueOptions } from "../options.ts";
import { redisUrlOf } from "../queue/job-client.ts";
import { startWorker } from "../queue/worker-process.ts";

interface Options extends CommonOptions, QueueOptions {
  readonly force?: true;
}

export function addWorker(program: Command, context: Context): void {
  const command = program
    .command("worker")
    .summary("work off the queue until stopped; jobs cut short are put back")
    .option("--force", "work even where Redis may throw jobs away");
  withCommonOptions(withQueueOptions(command)).action((options: Options) =>
    act(context, options, async () => {
      const worker = startWorker({
        redisUrl: redisUrlOf(options),
        output: "inherit",
        args: options.force ? ["--force"] : [],
      });
      const end = await context.interrupts.during(
        () => worker.signal("SIGTERM"),
        () => worker.ended,
      );
      if (end === 0) return EXIT.plan;
      // 75: the worker has said which fault. 78: its settings are wrong, and it has said how.
      if (end === EXIT.fault) return EXIT.fault;
      if (end === 78) return EXIT.invalid;
      throw new Fault("worker-ended", String(end));
    }),
  );
}
