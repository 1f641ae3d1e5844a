/** What the person at the keyboard asked for, from the command line. */
import { parseArgs } from "node:util";
import { FORMULATIONS, type SolveParams } from "@placera/domain";
import { FAMILIES, type FamilyName } from "./families.ts";
import { PEER_NAMES, type PeerName } from "./peers/peer-names.ts";

/** So many names to a line, under the options' texts. */
function inLines(names: readonly string[]): string {
  const lines = names.flatMap((_, at) => (at % 4 === 0 ? [names.slice(at, at + 4)] : []));
  return lines.map((line) => `${" ".repeat(24)}${line.join(", ")}`).join("\n");
}

export const USAGE = `Usage: pnpm bench [options]

Checks answers, then times: formulations × engines × problems × seeds, interleaved.

  --fixtures <a,b>      folders or names under fixtures/ (default: tiny,typical)
  --families <a,b>      family:doctors:seeds, such as at-tight:30:1-5; families:
${inLines(FAMILIES)}
  --formulations <a,b>  ${FORMULATIONS.join(",")} (default: both)
  --engines <a,b>       highs,jslp (default: highs); jslp only where the model fits it
  --peers <a,b>         solvers of others, where they are installed (pnpm bench:peers-setup):
                        ${PEER_NAMES.join(",")}
  --seeds <1,2,3>       seeds of the search; 1-5 is a range (default: 1)
  --limit <300s>        for each run; ms, s or m (default: 60s)
  --threads <n>         that a solve may use, where its parts allow (default: 1)
  --warm <n>            solve so many other problems first in each run's process, as a worker that has
                        been up for a while has: of 30 doctors, with more threads than one of 1,000
                        in regions (default: 0, a process just started)
  --repeat <n>          every run so many times (default: 1)
  --shuffle <n>         seed of the order of the runs (default: 1)
  --out <dir>           where the reports go (default: out/bench)
  --compare <old.json>  say what became slower or faster since that report
  --band <1.25>         ratios within it, either way, are noise
  --strict              with --compare: exit code 1 also when something is worse than the noise
  --mss <dir>           instead: public instances of Medical Student Scheduling (.dzn), each plan
                        checked apart; skipped where the folder is absent
  --smoke               at most half a minute, to prove that the harness and the answers hold
  --help                this text

Exit code: 0 all answers hold, 1 an answer is wrong, 2 the command was not understood.
`;

/** Ratios between 1 / band and band are noise. */
const DEFAULT_BAND = 1.25;

const ENGINES = ["highs", "jslp"] as const;
export type BenchEngine = (typeof ENGINES)[number];

/** What is compared: a formulation with an engine, or a peer. */
export interface Contestant {
  readonly formulation: SolveParams["formulation"] | "peer";
  readonly engine: BenchEngine | PeerName;
}

export interface FamilyChoice {
  readonly family: FamilyName;
  readonly doctors: number;
  readonly seeds: readonly number[];
}

export interface BenchOptions {
  readonly fixtures: readonly string[];
  readonly families: readonly FamilyChoice[];
  readonly formulations: readonly SolveParams["formulation"][];
  readonly engines: readonly BenchEngine[];
  readonly peers: readonly PeerName[];
  readonly seeds: readonly number[];
  readonly limitMs: number;
  readonly threads: number;
  /** Other problems that each run's process solves before it is timed. */
  readonly warm: number;
  readonly repeat: number;
  readonly shuffle: number;
  readonly out: string;
  readonly smoke: boolean;
  /** An earlier report's file. */
  readonly compare: string | undefined;
  readonly band: number;
  readonly strict: boolean;
  /** A folder of public instances, to be solved instead of all else. */
  readonly mss: string | undefined;
}

/** The command line makes no sense; the message says where. */
export class UsageError extends Error {}

/** The options, or "help". Throws `UsageError`. */
export function parseOptions(args: readonly string[]): BenchOptions | "help" {
  const given = readFlags(args);
  if (given.help === true) return "help";
  const families = list(given.families).map(familyChoice);
  const byDefault = families.length > 0 ? "" : "tiny,typical";
  return {
    fixtures: list(given.fixtures ?? byDefault),
    families,
    formulations: list(given.formulations ?? FORMULATIONS.join(",")).map((text) =>
      oneOf("--formulations", text, FORMULATIONS),
    ),
    engines: list(given.engines ?? "highs").map((text) => oneOf("--engines", text, ENGINES)),
    peers: list(given.peers).map((text) => oneOf("--peers", text, PEER_NAMES)),
    seeds: list(given.seeds ?? "1").flatMap((text) => range("--seeds", text)),
    limitMs: duration(given.limit ?? "60s"),
    threads: whole("--threads", given.threads ?? "1", 1),
    warm: whole("--warm", given.warm ?? "0", 0),
    repeat: whole("--repeat", given.repeat ?? "1", 1),
    shuffle: whole("--shuffle", given.shuffle ?? "1", 0),
    out: given.out ?? (given.smoke === true ? "out" : "out/bench"),
    smoke: given.smoke === true,
    compare: given.compare,
    band: given.band === undefined ? DEFAULT_BAND : bandOf(given.band),
    strict: given.strict === true,
    mss: given.mss,
  };
}

function readFlags(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const { values } = parseArgs({
      // pnpm hands on the `--` that separates its own options from ours.
      args: args.filter((each) => each !== "--"),
      options: {
        fixtures: text,
        families: text,
        formulations: text,
        engines: text,
        peers: text,
        seeds: text,
        limit: text,
        threads: text,
        warm: text,
        repeat: text,
        shuffle: text,
        out: text,
        compare: text,
        band: text,
        strict: flag,
        mss: text,
        smoke: flag,
        help: { ...flag, short: "h" },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function list(text: string | undefined): string[] {
  const parts = (text ?? "").split(",").map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((each) => each === text);
  if (found === undefined) {
    throw new UsageError(`${option} takes ${known.join(", ")}; not '${text}'.`);
  }
  return found;
}

function whole(option: string, text: string, min: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value) || value < min) {
    throw new UsageError(`${option} takes whole numbers from ${min}; not '${text}'.`);
  }
  return value;
}

function bandOf(text: string): number {
  const band = Number(text);
  if (!(band >= 1 && band <= 10)) {
    throw new UsageError(`--band takes a ratio from 1 to 10, such as 1.25; not '${text}'.`);
  }
  return band;
}

/** `3` or `1-5`. */
function range(option: string, text: string): number[] {
  const [first = "", last = first, ...more] = text.split("-");
  const from = whole(option, first, 0);
  const to = whole(option, last, 0);
  if (more.length > 0 || to < from || to - from > 999) {
    throw new UsageError(`${option} takes numbers and ranges such as 1-5; not '${text}'.`);
  }
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function familyChoice(text: string): FamilyChoice {
  const [name = "", doctors = "", seeds = "1", ...more] = text.split(":");
  if (more.length > 0)
    throw new UsageError(`--families takes family:doctors:seeds; not '${text}'.`);
  return {
    family: oneOf("--families", name, FAMILIES),
    doctors: whole("--families", doctors, 0),
    seeds: range("--families", seeds),
  };
}

const UNITS = { ms: 1, s: 1_000, m: 60_000 } as const;

function duration(text: string): number {
  const [, number = "", unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text) ?? [];
  const value = Math.round(Number(number) * UNITS[unit as keyof typeof UNITS]);
  if (number === "" || value < 1 || value > 86_400_000) {
    throw new UsageError(`--limit takes a time such as 90s, 500ms or 5m; not '${text}'.`);
  }
  return value;
}
