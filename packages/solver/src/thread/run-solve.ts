/** One solve inside a thread: problem text in, outcome text out, and no exception ever. */
import {
  canonicalJson,
  type Outcome,
  parseProblem,
  parseProblemText,
  readPlan,
  SolveOutcome,
  writeSolveOutcome,
} from "@placera/domain";
import { divideParts } from "../parts/divide-parts.ts";
import { mergeOutcomes } from "../parts/merge-outcomes.ts";
import { restrict } from "../parts/restrict.ts";
import { beforeAnyPlan, cutOff } from "./cut-off.ts";
import { describeFailure } from "./describe-failure.ts";
import { threadMemoryMiB } from "./memory.ts";
import { type FromThread, reportMemory, type ToThread } from "./messages.ts";
import { makersOf, type SolveModule } from "./solve-module.ts";
import { createThreadWatch } from "./thread-watch.ts";

export interface RunSurroundings {
  readonly load: () => Promise<SolveModule>;
  readonly post: (message: FromThread) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

export async function runSolve(request: ToThread, surroundings: RunSurroundings): Promise<void> {
  const { post } = surroundings;
  let last: FromThread;
  try {
    last = await solveRequest(request, surroundings);
  } catch (error) {
    last = describeFailure(error);
  }
  // The host decides by this whether the thread is used again.
  reportMemory(request.control, threadMemoryMiB());
  post(last);
}

async function solveRequest(
  { problem: source, params, timeLimitMs, warmStart, control, ...request }: ToThread,
  { load, post, now }: RunSurroundings,
): Promise<FromThread> {
  const parsed = "text" in source ? parseProblemText(source.text) : parseProblem(source.value);
  if (!parsed.ok) return { kind: "invalid", issues: parsed.issues };
  const { doctors, task } = request;
  const problem = doctors === undefined ? parsed.problem : restrict(parsed.problem, doctors);
  if (task?.kind === "divide") return { kind: "divided", batches: divideParts(problem, task.most) };
  const module = await load();
  const write = (outcome: Outcome) =>
    writeSolveOutcome(problem, outcome, params, makersOf(module, outcome.stats.engine));
  if (task?.kind === "merge") {
    const outcomes = task.outcomes.map((text) => SolveOutcome.parse(JSON.parse(text)));
    return { kind: "done", text: canonicalJson(write(mergeOutcomes(problem, outcomes))) };
  }

  post({ kind: "snapshot", text: canonicalJson(write(beforeAnyPlan(problem))), score: undefined });
  const limit = timeLimitMs ?? params.timeLimitMs;
  const watch = createThreadWatch({
    control,
    timeLimitMs: limit,
    memoryLimitMiB: params.memoryLimitMiB,
    threads: request.threads,
    warmStart: warmStart === undefined ? undefined : readPlan(warmStart),
    now,
    post,
    writeSnapshot: (plan, times) => canonicalJson(write(cutOff(plan, times, params))),
  });
  const outcome = await module.solve(problem, { ...params, timeLimitMs: limit }, watch);
  return { kind: "done", text: canonicalJson(SolveOutcome.parse(write(outcome))) };
}
