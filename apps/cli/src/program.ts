/** The commands and the help that teaches them. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addCancel } from "./commands/cancel.ts";
import { addCompliance } from "./commands/compliance.ts";
import { addDownload } from "./commands/download.ts";
import { addFormulate } from "./commands/formulate.ts";
import { addReport } from "./commands/report.ts";
import { addRules } from "./commands/rules.ts";
import { addRun } from "./commands/run.ts";
import { addSolve } from "./commands/solve.ts";
import { addStatus } from "./commands/status.ts";
import { addSubmit } from "./commands/submit.ts";
import { addSupervision } from "./commands/supervision.ts";
import { addValidate } from "./commands/validate.ts";
import { addVerify } from "./commands/verify.ts";
import { addWatch } from "./commands/watch.ts";
import { addWorker } from "./commands/worker.ts";
import type { Context } from "./context.ts";

const EXAMPLES = `
Examples:
  A plan, step by step:
    $ placera validate uppsala.problem.json
    $ placera solve uppsala.problem.json --time-limit 5m --out plans
    $ placera verify uppsala.problem.json plans/uppsala.plan.json
    $ placera report uppsala.problem.json plans/uppsala.plan.json --lang en
    $ placera compliance uppsala.problem.json plans/uppsala.plan.json --doctor at-01
    $ placera supervision uppsala.problem.json plans/uppsala.plan.json --without h12

  By way of a queue, solved by workers on any machine:
    $ placera worker &
    $ placera submit uppsala.problem.json
    $ placera watch <job>
    $ placera download <job> --out plans

  Queue, worker and outputs in one go:
    $ placera run uppsala.problem.json --out plans --with-worker

  For the curious and for scripts:
    $ placera rules --pack at@2021-05
    $ placera formulate uppsala.problem.json --lp | less
    $ placera solve uppsala.problem.json --json | jq .outcome.status

Names: ids in problem files are pseudonyms. Put names in uppsala.people.json beside
uppsala.problem.json; they are used in outputs only and never leave this machine.
Ctrl-C ends a solve and keeps the best plan; Ctrl-C again quits.
Results go to stdout, progress to stderr.

Exit codes:
   0  a plan for everyone (the text says whether it is proven best)
   2  invalid: options, files, or a plan that breaks rules
   3  proven: not everyone can have a plan (what could be planned is written)
   4  the limits ended the search before everyone had a plan
  70  a defect in Placera
  75  a fault around it (Redis, a thread, a disk); trying again may help
`;

export function createProgram(context: Context): Command {
  const { terminal } = context;
  const program = new Command("placera")
    .description("Rotation plans for doctors in AT and BT: proven, verified, explained.")
    .version(version(), "--version", "print the version")
    .helpOption("-h, --help", "explain")
    .configureHelp({ showGlobalOptions: false, sortSubcommands: false })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError("(placera --help explains)")
    .addHelpText("after", EXAMPLES)
    .exitOverride();
  addValidate(program, context);
  addSolve(program, context);
  addVerify(program, context);
  addReport(program, context);
  addCompliance(program, context);
  addRules(program, context);
  addSupervision(program, context);
  addFormulate(program, context);
  addSubmit(program, context);
  addStatus(program, context);
  addWatch(program, context);
  addCancel(program, context);
  addDownload(program, context);
  addWorker(program, context);
  addRun(program, context);
  return program;
}

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { version: number }: { readonly version: string } = JSON.parse(text);
  return number;
}
