/** Makes the planned runs, one after the other: two at once would time each other. */
import { loadavg } from "node:os";
import { SolveParams } from "@placera/domain";
import { makeInstance } from "./families.ts";
import type { BenchOptions } from "./options.ts";
import type { Peers } from "./peers/peers.ts";
import { watchMemory } from "./process-memory.ts";
import { describeRun, type FinishedRun, type PlannedRun, type RunRequest } from "./run.ts";
import { createRunner, type RunnerOptions } from "./run-in-child.ts";
import { SMOKE } from "./smoke.ts";

interface Conditions extends RunnerOptions {
  /** No run begins after so many milliseconds. */
  readonly budgetMs: number;
}

/** Engines look at the clock seldom, and on a loaded machine seldom is long. */
const full = (limitMs: number): Conditions => ({
  graceMs: 10_000 + limitMs / 10,
  process: "own",
  budgetMs: Number.POSITIVE_INFINITY,
});

const WARM_UP = JSON.stringify(makeInstance("at-loose", 2, 1).file);

/** No seed that anybody measures. */
const WARM_SEED = 9_000;

/** Families in parts, in turn, for runs that may use more than one thread. */
const WARM_PARTS = ["regions-loose", "regions-replan", "regions-tight"] as const;

/** The problems that a run's process solves before its own: of a size that its threads are for. */
function warmUps({ warm, threads }: Pick<BenchOptions, "warm" | "threads">): readonly string[] {
  const others = Array.from({ length: warm }, (_, at) => {
    const inParts = WARM_PARTS[at % WARM_PARTS.length] ?? "regions-tight";
    const seed = WARM_SEED + at;
    return threads > 1
      ? makeInstance(inParts, 1_000, seed).file
      : makeInstance("at-tight", 30, seed).file;
  });
  return [WARM_UP, ...others.map((file) => JSON.stringify(file))];
}

type RunAllOptions = Pick<BenchOptions, "smoke" | "limitMs" | "threads" | "warm">;

export async function runAll(
  planned: readonly PlannedRun[],
  options: RunAllOptions,
  peers: Peers,
): Promise<FinishedRun[]> {
  const { smoke, limitMs } = options;
  const warmUp = warmUps(options);
  const conditions: Conditions = smoke ? { ...SMOKE, process: "shared" } : full(limitMs);
  const runner = createRunner(conditions);
  const begun = performance.now();
  const runs: FinishedRun[] = [];
  for (const [at, run] of planned.entries()) {
    const load = loadavg()[0] ?? 0;
    const memory = watchMemory();
    const late = performance.now() - begun > conditions.budgetMs;
    const end = late
      ? ({ kind: "skipped", because: "skipped, out of time" } as const)
      : run.contestant.formulation === "peer"
        ? await peers.run(run, { ...conditions, limitMs, warmUp: WARM_UP })
        : await runner.run(requestOf(run, options, warmUp));
    const treeMiB = memory.stop();
    runs.push({ ...run, load, end, ...(treeMiB === undefined ? {} : { treeMiB }) });
    const what = end.kind === "failed" ? `failed, ${end.message}` : end.kind;
    console.error(`${at + 1}/${planned.length} ${run.case.name}, ${describeRun(run)}: ${what}`);
  }
  runner.stop();
  return runs;
}

function requestOf(
  { case: { text }, contestant, seed }: PlannedRun,
  { limitMs, threads }: RunAllOptions,
  warmUp: readonly string[],
): RunRequest {
  const params = SolveParams.parse({ ...contestant, seed, timeLimitMs: limitMs });
  // javascript-lp-solver has nothing to compile, and might not come back from a warm-up.
  const request = { problem: text, params, threads };
  return { ...request, ...(contestant.engine === "highs" ? { warmUp } : {}) };
}
