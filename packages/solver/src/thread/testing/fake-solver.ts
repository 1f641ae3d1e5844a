/**
 * A solve module for tests of everything around a solve. It plans nothing: it places one doctor a
 * step, in order, going on from the warm start, and otherwise does what the problem's name says.
 */
import { threadId } from "node:worker_threads";
import type {
  Makers,
  Outcome,
  Plan,
  Problem,
  SolveParams,
  SolveWatch,
  VerifiedPlan,
} from "@placera/domain";
import { type FakeBehaviour, fakeBehaviour } from "./fake-problem.ts";

const STEP_MIB = 16;
const PAGES_PER_STEP = STEP_MIB * 16;

export async function solve(
  problem: Problem,
  params: SolveParams,
  watch: SolveWatch,
): Promise<Outcome> {
  const behaviour = fakeBehaviour(problem.name);
  const { stepMs = 10, steps = 3 } = behaviour;
  const begun = watch.now();
  const hold: unknown[] = [];
  let placed = watch.warmStart?.rotations.length ?? 0;
  let plan: VerifiedPlan | undefined;
  let step = 0;
  const better = () => {
    plan = planWith(problem, placed);
    watch.incumbent(plan);
    watch.report({
      stage: "improving",
      tier: "unplaced",
      component: 0,
      components: 1,
      lines: step,
      incumbent: problem.doctors.length - placed,
      bound: 0,
      gap: undefined,
      elapsedMs: watch.now() - begun,
    });
  };

  if (placed > 0) better();
  for (;;) {
    const asks = behaviour.does !== "stubborn" && !isDeaf(behaviour);
    const stoppedBy = asks ? watch.stopped() : undefined;
    const isDone = placed >= problem.doctors.length && !behaviour.does.startsWith("hungry");
    if (stoppedBy !== undefined || isDone) {
      const elapsedMs = watch.now() - begun;
      return outcome({
        problem,
        plan,
        stoppedBy: stoppedBy ?? "finished",
        params,
        step,
        elapsedMs,
      });
    }
    sleep(stepMs);
    step += 1;
    if (step > steps) misbehave(behaviour);
    if (placed < problem.doctors.length) {
      placed += 1;
      better();
    }
    if (behaviour.does === "hungry-heap") {
      hold.push(Array.from({ length: (STEP_MIB * 2 ** 20) / 8 }, (_, index) => index + 0.5));
    }
    if (behaviour.does === "hungry-wasm" || behaviour.does === "hungry-asks") hold.push(takeWasm());
  }
}

let prepared = 0;

export async function prepare(): Promise<void> {
  prepared++;
}

export function makers(engine: string): Makers {
  return {
    product: { name: "placera", version: "0.0.0-fake" },
    engine: { name: engine, version: "0.0.0-fake" },
  };
}

function misbehave({ does }: FakeBehaviour): void {
  if (does === "exits") process.exit(7);
  if (does === "defect") throw Object.assign(new Error("planned"), { code: "fake-defect" });
  if (does !== "fault") return;
  throw Object.assign(new Error("planned"), { name: "EngineFault", code: "fake-fault" });
}

const isDeaf = ({ does }: FakeBehaviour) => does === "hungry-heap" || does === "hungry-wasm";

/** Blocks the thread as a solve does: it hears no message meanwhile. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

// Node's types do not know WebAssembly.
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
};

function takeWasm(): unknown {
  const memory = new WebAssembly.Memory({ initial: PAGES_PER_STEP, maximum: PAGES_PER_STEP });
  new Uint8Array(memory.buffer).fill(1);
  return memory;
}

function planWith(problem: Problem, placed: number): VerifiedPlan {
  const plan: Plan = {
    rotations: problem.doctors.slice(0, placed).map(({ id, start }) => ({
      doctor: id,
      start: start.earliest,
      placements: [
        {
          requirement: "q",
          unit: "u",
          section: "psychiatry",
          from: start.earliest,
          to: start.latest + 90,
        },
      ],
    })),
  };
  const unplaced = problem.doctors.slice(placed).map(({ id }) => id);
  const score = [{ tier: "unplaced" as const, value: unplaced.length }];
  // Only `verifyPlan` makes verified plans; this one is for tests that never look inside.
  return { plan, unplaced, findings: [], score, wishes: [] } as unknown as VerifiedPlan;
}

interface Ended {
  readonly problem: Problem;
  readonly plan: VerifiedPlan | undefined;
  readonly stoppedBy: Outcome["stoppedBy"];
  readonly params: SolveParams;
  readonly step: number;
  readonly elapsedMs: number;
}

function outcome({ problem, plan, stoppedBy, params, step, elapsedMs }: Ended): Outcome {
  const unplaced = plan?.unplaced ?? problem.doctors.map(({ id }) => id);
  const isDone = unplaced.length === 0;
  return {
    status: isDone ? "optimal" : "no-plan-found",
    stoppedBy,
    plan,
    unplaced: unplaced.map((doctor) => ({ doctor, reason: { kind: "not-found" } })),
    tiers: [{ tier: "unplaced", value: unplaced.length, bound: 0, proven: isDone }],
    stats: {
      elapsedMs,
      firstPlanMs: undefined,
      bestPlanMs: undefined,
      // Tests read here how often the thread was prepared, how many steps this run took, and on
      // which thread.
      components: prepared,
      lines: step,
      rows: threadId,
      engine: "fake",
      formulation: params.formulation,
    },
  };
}
