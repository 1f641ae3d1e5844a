/** The first file of a helping thread: it is given one problem after another and works off parts. */
import { parentPort, workerData } from "node:worker_threads";
import type { Plan } from "@placera/domain";
import { describeFailure } from "../thread/describe-failure.ts";
import { threadMemoryMiB } from "../thread/memory.ts";
import { reportMemory, stopAsked } from "../thread/messages.ts";
import type { FromHelper, ToHelper } from "./messages.ts";
import type { PartSearch } from "./part-search.ts";
import { type PartsHost, runParts } from "./run-parts.ts";

/** Milliseconds between two plans of a part that are sent, and between two other messages. */
const PLAN_EVERY_MS = 250;
const TURN_EVERY_MS = 100;
const MEMORY_EVERY_MS = 50;

if (parentPort !== null && workerData?.helps === true) {
  let last = Promise.resolve();
  // One after another: what is left of a solve that is over ends soon, there is nothing to take in it.
  parentPort.on("message", (task: ToHelper) => {
    last = last.then(() => help(task));
  });
}

/** Never rejects. */
async function help(task: ToHelper): Promise<void> {
  const post = (message: FromHelper) => task.port.postMessage(message);
  try {
    await runParts(task, task.params, task.board, tellThrough(post, task));
    post({ kind: "ended" });
  } catch (error) {
    post(failureOf(error));
  }
  reportMemory(task.control, threadMemoryMiB());
}

function failureOf(error: unknown): FromHelper {
  const failure = describeFailure(error);
  if (failure.kind === "defect" || failure.kind === "fault") return failure;
  return { kind: "out-of-memory" };
}

function tellThrough(
  post: (message: FromHelper) => void,
  { control, remainingMs }: ToHelper,
): PartsHost {
  const begun = performance.now();
  const plannedAt = new Map<number, number>();
  const sent = new Map<number, Plan>();
  let toldAt = Number.NEGATIVE_INFINITY;
  let memoryAt = Number.NEGATIVE_INFINITY;
  const isDue = (at: number | undefined, every: number) =>
    performance.now() - (at ?? Number.NEGATIVE_INFINITY) >= every;
  // A plan that was sent is not sent again.
  const newsOf = (part: number, search: PartSearch) => {
    const plan = search.plan();
    const isNew = sent.get(part) !== plan;
    sent.set(part, plan);
    return { part, standing: search.standing(), plan: isNew ? plan : undefined };
  };
  return {
    stopped() {
      if (isDue(memoryAt, MEMORY_EVERY_MS)) {
        memoryAt = performance.now();
        reportMemory(control, threadMemoryMiB());
      }
      return stopAsked(control) !== undefined;
    },
    remainingMs: () => remainingMs - (performance.now() - begun),
    exhausted: () => post({ kind: "exhausted" }),
    better(part, search) {
      if (!isDue(plannedAt.get(part), PLAN_EVERY_MS)) return;
      plannedAt.set(part, performance.now());
      post({ kind: "better", ...newsOf(part, search) });
    },
    turn(part, search, stage) {
      if (!isDue(toldAt, TURN_EVERY_MS)) return;
      toldAt = performance.now();
      post({ kind: "turn", part, stage, standing: search.standing() });
    },
    done: (part, search, end) => post({ kind: "done", ...newsOf(part, search), end }),
  };
}
