/** Solves instances of Medical Student Scheduling with the product, each plan checked apart. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseProblem, SolveParams } from "@placera/domain";
import { solve } from "@placera/solver";
import { checkMss } from "./check.ts";
import { readMss } from "./instance.ts";
import { toProblem, toSchedule } from "./to-problem.ts";

export interface MssRun {
  readonly instance: string;
  /** What the checker of instances makes of the plan; undefined where there is none. */
  readonly score: number | undefined;
  /** No plan scores more, as the solver has it. */
  readonly bound: number;
  readonly proven: boolean;
  readonly faults: readonly string[];
  readonly cpuSeconds: number;
}

/** The instances of a folder, by name. */
export function instancesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".dzn"))
    .sort()
    .map((name) => join(folder, name));
}

/** Solves one file. Throws `DznError` when it is corrupt. */
export async function runMss(path: string, limitMs: number): Promise<MssRun> {
  const instance = basename(path, ".dzn");
  const mss = readMss(readFileSync(path, "utf8"), instance);
  const before = process.cpuUsage();
  const { file, constant } = toProblem(mss);
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(`${instance}: ${JSON.stringify(parsed.issues[0])}`);
  const { problem } = parsed;
  const params = SolveParams.parse({ timeLimitMs: limitMs, nodeLimit: 1_000_000 });
  const outcome = await solve(problem, params, {
    now: () => performance.now(),
    stopped: () => undefined,
    report: () => {},
    incumbent: () => {},
  });
  const cpu = process.cpuUsage(before);
  const last = outcome.tiers.at(-1);
  // Students unplaced or missing in hospitals: then it is no schedule of the instance.
  const complete =
    outcome.tiers[0]?.value === 0 &&
    outcome.plan?.findings.every(({ rule }) => rule !== "least-staffing") === true;
  const checked =
    complete && outcome.plan !== undefined
      ? checkMss(mss, toSchedule(mss, problem, outcome.plan.plan))
      : undefined;
  const claimed = constant - (last?.value ?? 0);
  const wrong =
    checked !== undefined && checked.score !== claimed ? [`counted ${claimed} itself`] : [];
  return {
    instance,
    score: checked?.score,
    bound: constant - (last?.bound ?? 0),
    proven: outcome.status === "optimal" && complete,
    faults: [...(checked?.faults ?? []), ...wrong],
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
}
