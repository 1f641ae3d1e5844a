/** The child process of a run: warms up, solves, answers, and is ended by its parent. */
import { readFileSync } from "node:fs";
import {
  type Outcome,
  type Problem,
  type Progress,
  parseProblemText,
  type SolveParams,
  type SolveWatch,
  writePlan,
} from "@placera/domain";
import { EngineFault, UnsupportedModelError } from "@placera/milp";
import { prepare, solve } from "@placera/solver";
import type { Measured, News, RunReply, RunRequest } from "./run.ts";

let warmUpMs: number | undefined;

process.on("message", (request: RunRequest) => {
  void answer(request).then(send);
});

async function answer({ problem, warmUp, params, threads = 1 }: RunRequest): Promise<RunReply> {
  try {
    if (warmUp !== undefined) warmUpMs ??= await warm(warmUp.map(read), params, threads);
    const parsed = read(problem);
    await send({ kind: "ready" });
    return await measure(parsed, params, threads);
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): RunReply {
  if (error instanceof UnsupportedModelError) return { kind: "too-large", because: error.message };
  if (error instanceof EngineFault && error.code === "engine-out-of-memory") {
    return { kind: "out-of-memory" };
  }
  // The stack is for the screen: reports are kept, and paths are nobody's business there.
  console.error(error);
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}

/** Prepares as a thread does that waits for a problem; answers with how long that took, in milliseconds. */
async function warm(
  problems: readonly Problem[],
  params: SolveParams,
  threads: number,
): Promise<number> {
  const begun = performance.now();
  const quiet = { ...watchOf({ plan: () => undefined, progress: () => undefined }), threads };
  await prepare();
  for (const problem of problems) await solve(problem, { ...params, timeLimitMs: 10_000 }, quiet);
  return performance.now() - begun;
}

async function measure(problem: Problem, params: SolveParams, threads: number): Promise<RunReply> {
  const trace: { atMs: number; values: number[] }[] = [];
  const news: News[] = [];
  const beforeMiB = process.memoryUsage().rss / 2 ** 20;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const since = () => performance.now() - begun;
  const watch = watchOf({
    plan: (values) => trace.push({ atMs: since(), values }),
    progress: (progress) => note(news, progress, since()),
  });
  const outcome = await solve(problem, params, { ...watch, threads });
  const { user, system } = process.cpuUsage(cpu);
  const measured = {
    ...measuredOf(outcome),
    cpuMs: (user + system) / 1_000,
    warmUpMs: warmUpMs ?? 0,
    beforeMiB,
    peakMiB: peakMiB(),
    trace,
    news,
    ...verifiedMs(trace, outcome),
  };
  return { kind: "solved", measured, plan: outcome.plan && writePlan(outcome.plan.plan) };
}

function measuredOf({ status, stoppedBy, tiers, stats }: Outcome) {
  const { firstPlanMs, bestPlanMs, elapsedMs, rows, lines, components } = stats;
  return {
    status,
    stoppedBy,
    tiers,
    rows,
    columns: lines,
    components,
    elapsedMs,
    ...(firstPlanMs === undefined ? {} : { firstPlanMs }),
    ...(bestPlanMs === undefined ? {} : { bestPlanMs }),
  } satisfies Partial<Measured>;
}

/** Every verified plan counts from when it was passed on; the last one is passed on at the end. */
function verifiedMs(trace: Measured["trace"], { tiers, stats }: Outcome): { verifiedMs?: number } {
  const first = trace.find(({ values }) => values[0] === 0);
  if (first !== undefined) return { verifiedMs: first.atMs };
  return tiers[0]?.value === 0 ? { verifiedMs: stats.elapsedMs } : {};
}

/** Keeps what is new in it. */
function note(news: News[], { tier, incumbent, bound }: Progress, atMs: number): void {
  if (tier === undefined || incumbent === undefined || bound === undefined) return;
  const last = news.at(-1);
  if (last?.tier === tier && last.incumbent === incumbent && last.bound === bound) return;
  news.push({ atMs, tier, incumbent, bound });
}

interface Heard {
  plan(values: number[]): void;
  progress(progress: Progress): void;
}

function watchOf({ plan, progress }: Heard): SolveWatch {
  return {
    now: () => performance.now(),
    stopped: () => undefined,
    report: progress,
    incumbent: ({ score }) => plan(score.map(({ value }) => value)),
  };
}

/** The most memory this process has had. */
function peakMiB(): number {
  try {
    // On Linux maxRSS begins with the parent's own; the high-water mark is this program's alone.
    const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (mark !== undefined) return Number(mark) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

function read(text: string): Problem {
  const result = parseProblemText(text);
  if (!result.ok) throw new Error("The parent sends only problems that it has parsed.");
  return result.problem;
}

/** Resolves when the parent has it. */
function send(reply: RunReply): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(reply, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
