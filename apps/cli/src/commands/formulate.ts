/** `placera formulate`: the integer program of a problem, for people and for other solvers. */
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Refusal } from "../failures.ts";
import { readProblem } from "../inputs/read-problem.ts";
import { withCommonOptions } from "../options.ts";
import { textsIn } from "../texts/index.ts";

interface FormulateOptions extends CommonOptions {
  readonly lp?: true;
  readonly mps?: true;
  readonly out?: string;
}

export function addFormulate(program: Command, context: Context): void {
  withCommonOptions(
    program
      .command("formulate")
      .summary("write the integer program of a problem as LP or MPS")
      .argument("<problem>", "problem file (JSON)")
      .option("--lp", "CPLEX LP text, for people and solvers (default)")
      .option("--mps", "MPS text, for solvers")
      .option("--out <file>", "write it there instead of to stdout"),
  ).action((file: string, options: FormulateOptions) =>
    act(context, options, () => write(context, file, options)),
  );
}

async function write({ terminal }: Context, file: string, options: FormulateOptions) {
  if (options.lp && options.mps) throw new Refusal("options-clash", (texts) => texts.lpOrMps);
  const { problem } = await readProblem(file);
  const [{ formulate }, { modelSize, writeLp, writeMps }] = await Promise.all([
    import("@placera/solver"),
    import("@placera/milp"),
  ]);
  const { model } = formulate(problem);
  const text = options.mps ? writeMps(model) : writeLp(model);
  const { columns: variables, rows, nonzeros } = modelSize(model);
  const size = textsIn(options.lang).modelSize(variables, rows, nonzeros);
  if (options.out !== undefined) await writeFile(options.out, text, "utf8");
  if (options.json) {
    const document = {
      schemaVersion: 1,
      kind: "formulation",
      exitCode: EXIT.plan,
      variables,
      rows,
      nonzeros,
      ...(options.out === undefined ? { text } : { file: options.out }),
    };
    terminal.out(`${JSON.stringify(document, undefined, 2)}\n`);
    return EXIT.plan;
  }
  if (options.out === undefined) terminal.out(text);
  terminal.err(`${options.out === undefined ? "" : `${options.out}: `}${size}\n`);
  return EXIT.plan;
}
