/** `pnpm bench:ci`: a fixed suite against a committed baseline, for machines of any speed. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine } from "../machine.ts";
import { UsageError } from "../options.ts";
import { readBaseline } from "./baseline.ts";
import { exitCodeOf, judge } from "./judge.ts";
import { measureSuite } from "./measure.ts";
import { ROUNDS, suite } from "./suite.ts";
import { ciMarkdown, writeBaseline, writeCi } from "./write.ts";

const BASELINE = fileURLToPath(new URL("../../baseline.json", import.meta.url));

const USAGE = `Usage: pnpm bench:ci [options]

Runs a fixed suite, under ten minutes, and compares it with benchmarks/baseline.json: times as
multiples of a fixed piece of work on the same machine. Writes bench-ci.json and bench-ci.md.

  --update            make the baseline anew from this run; wrong answers are not taken
  --baseline <file>   another baseline
  --only <a,b>        these problems alone; the others of the baseline are not missed
  --rounds <n>        every run so often, the least counts (default: ${ROUNDS})
  --out <dir>         where the reports go (default: out)
  --help              this text

Exit code: 0 good, 1 an answer is wrong or something is worse than its band, 2 not understood.
`;

interface Asked {
  readonly update: boolean;
  readonly baseline: string;
  readonly only: readonly string[];
  readonly rounds: number;
  readonly out: string;
}

async function bench({ update, baseline: file, only, rounds, out }: Asked): Promise<number> {
  const read = update ? undefined : readBaseline(file);
  const entries = suite(only);
  const baseline =
    read === undefined || only.length === 0
      ? read
      : { ...read, cases: read.cases.filter(({ problem }) => only.includes(problem)) };
  const date = new Date().toISOString();
  const machine = describeMachine();
  const measurement = await measureSuite(entries, rounds);
  const judgement = judge(measurement, baseline);
  const report = { date, machine, baseline, measurement, judgement };
  const base = writeCi(report, out);
  console.log(`${ciMarkdown(report)}\nWritten: ${base}.json and ${base}.md`);
  const code = exitCodeOf(judgement);
  if (update && code === 0) {
    writeBaseline(file, judgement, date);
    console.log("The baseline is made anew.");
  }
  return code;
}

function readArguments(args: readonly string[]): Asked | "help" {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = { update: flag, baseline: text, only: text, rounds: text, out: text, help: flag };
  try {
    const { values } = parseArgs({ args: args.filter((each) => each !== "--"), options });
    if (values.help === true) return "help";
    const rounds = Number(values.rounds ?? ROUNDS);
    if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) {
      throw new UsageError(`--rounds takes a whole number from 1 to 100; not '${values.rounds}'.`);
    }
    if (values.update === true && values.only !== undefined) {
      throw new UsageError("--update makes the whole baseline; it takes no --only.");
    }
    return {
      update: values.update === true,
      baseline: values.baseline ?? BASELINE,
      only: (values.only ?? "").split(",").filter((name) => name !== ""),
      rounds,
      out: values.out ?? "out",
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

try {
  const asked = readArguments(process.argv.slice(2));
  if (asked === "help") console.log(USAGE);
  else process.exitCode = await bench(asked);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
