/** `placera formulate`: the integer program of a problem, for people and for other solvers. */
import { writeFile } from "node:fs/promises";
import { tiersOf } from "@placera/domain";
import type { Command } from "commander";
import { act, type CommonOptions, type Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Refusal } from "../failures.ts";
import { readProblem } from "../inputs/read-problem.ts";
import { readValues, readWhole, withCommonOptions } from "../options.ts";
import { textsIn } from "../texts/index.ts";

interface FormulateOptions extends CommonOptions {
  readonly lp?: true;
  readonly mps?: true;
  readonly out?: string;
  readonly tier: number;
  readonly hold: readonly number[];
}

export function addFormulate(program: Command, context: Context): void {
  withCommonOptions(
    program
      .command("formulate")
      .summary("write the integer program of a problem as LP or MPS")
      .argument("<problem>", "problem file (JSON)")
      .option("--lp", "CPLEX LP text, for people and solvers (default)")
      .option("--mps", "MPS text, for solvers")
      .option(
        "--tier <number>",
        "the goal to minimise, 1 being the most important",
        readWhole(1),
        1,
      )
      .option("--hold <values>", "goals before it held at values, as in 0,3", readValues, [])
      .option("--out <file>", "write it there instead of to stdout"),
  ).action((file: string, options: FormulateOptions) =>
    act(context, options, () => write(context, file, options)),
  );
}

async function write({ terminal }: Context, file: string, options: FormulateOptions) {
  if (options.lp && options.mps) throw new Refusal("options-clash", (texts) => texts.lpOrMps);
  const { problem } = await readProblem(file);
  const tiers = tiersOf(problem);
  const { tier, hold } = options;
  if (tier > tiers.length || hold.length >= tiers.length) {
    throw new Refusal("tier-unknown", (texts) => texts.tiersAre(tiers.join(", ")));
  }
  const [{ formulateCompact }, { modelSize, writeLp, writeMps }] = await Promise.all([
    import("@placera/solver"),
    import("@placera/milp"),
  ]);
  const model = formulateCompact(problem).model(
    tiers.map((_, at) => (at === tier - 1 ? 1 : 0)),
    hold.map((value, at) => ({ tier: at, value })),
  );
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
