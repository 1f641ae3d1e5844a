import { canonicalJson, SolveOutcome, SolveParams } from "@placera/domain";
import { afterEach, describe, expect, it } from "vitest";
import {
  createThreadPool,
  type SolveListeners,
  type ThreadPool,
  type ThreadResult,
} from "./index.ts";
import { FAKE_SOLVER, type FakeBehaviour, fakeProblem } from "./testing/index.ts";

const pools: ThreadPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function pool(options: { readonly graceMs?: number } = {}): ThreadPool {
  const made = createThreadPool({ module: FAKE_SOLVER, ...options });
  pools.push(made);
  return made;
}

function start(
  on: ThreadPool,
  behaviour: FakeBehaviour,
  rest: {
    readonly params?: Parameters<typeof SolveParams.parse>[0];
    readonly listeners?: SolveListeners;
    readonly warmStart?: NonNullable<SolveOutcome["plan"]>["rotations"];
  } = {},
) {
  const { params = {}, listeners, warmStart } = rest;
  const problem = { value: fakeProblem(behaviour) };
  return on.startSolve({ problem, params: SolveParams.parse(params), warmStart }, listeners);
}

function outcomeOf(result: ThreadResult): SolveOutcome {
  if (result.kind !== "outcome") throw new Error(canonicalJson(result));
  expect(result.text).toBe(canonicalJson(result.outcome));
  return SolveOutcome.parse(result.outcome);
}

const firstPlan = () => {
  let seen: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    seen = resolve;
  });
  return { arrived, listeners: { onIncumbent: () => seen() } };
};

describe("a solve on a thread", () => {
  it("answers with an outcome, and with progress and plans on the way", async () => {
    const stages: string[] = [];
    const texts: string[] = [];
    const listeners = {
      onProgress: ({ stage }: { stage: string }) => stages.push(stage),
      onIncumbent: ({ text }: { text: string }) => texts.push(text),
    };
    const solve = start(pool(), { does: "counts", doctors: 4 }, { listeners });
    const outcome = outcomeOf(await solve.result);
    expect(outcome).toMatchObject({ status: "optimal", stoppedBy: "finished", unplaced: [] });
    expect(outcome.plan?.rotations).toHaveLength(4);
    expect(outcome.plan?.certificate.engine).toEqual({ name: "fake", version: "0.0.0-fake" });
    expect(stages).toContain("improving");
    expect(SolveOutcome.parse(JSON.parse(texts[0] ?? "")).plan?.rotations.length).toBeGreaterThan(
      0,
    );
  });

  it("gives back the issues of a problem it cannot read", async () => {
    const solve = pool().startSolve({ problem: { text: "{" }, params: SolveParams.parse({}) });
    expect(await solve.result).toMatchObject({ kind: "invalid", issues: [{ code: "not-json" }] });
  });

  it("begins from the warm start", async () => {
    const first = outcomeOf(await start(pool(), { does: "counts", doctors: 5 }).result);
    const warmStart = first.plan?.rotations.slice(0, 4) ?? [];
    const solve = start(pool(), { does: "counts", doctors: 5, stepMs: 100 }, { warmStart });
    const outcome = outcomeOf(await solve.result);
    // One step is left of five.
    expect(outcome.stats.lines).toBe(1);
    expect(outcome.plan?.rotations).toHaveLength(5);
  });

  it("stops within half a second when asked, and keeps its best plan", async () => {
    const { arrived, listeners } = firstPlan();
    const solve = start(pool(), { does: "counts", doctors: 1000 }, { listeners });
    await arrived;
    const asked = performance.now();
    solve.stop("cancelled");
    const outcome = outcomeOf(await solve.result);
    expect(performance.now() - asked).toBeLessThan(500);
    expect(outcome.stoppedBy).toBe("cancelled");
    expect(outcome.plan?.rotations.length).toBeGreaterThan(0);
  });

  it("ends at its time limit", async () => {
    const params = { timeLimitMs: 200 };
    const outcome = outcomeOf(
      await start(pool(), { does: "counts", doctors: 1000 }, { params }).result,
    );
    expect(outcome.stoppedBy).toBe("time-limit");
  });
});

describe("a thread that does not listen", () => {
  it("is cut off when asked to stop, with the last plan it sent", async () => {
    const { arrived, listeners } = firstPlan();
    const on = pool({ graceMs: 200 });
    const solve = start(on, { does: "stubborn", doctors: 1000 }, { listeners });
    await arrived;
    const asked = performance.now();
    solve.stop("cancelled");
    const outcome = outcomeOf(await solve.result);
    expect(performance.now() - asked).toBeLessThan(600);
    expect(outcome).toMatchObject({ status: "no-plan-found", stoppedBy: "cancelled" });
    expect(outcome.plan?.certificate.stoppedBy).toBe("cancelled");
    expect(outcome.plan?.rotations.length).toBeGreaterThan(0);
  });

  it("is cut off after its time limit and the grace", async () => {
    const params = { timeLimitMs: 300 };
    const solve = start(pool({ graceMs: 200 }), { does: "stubborn", doctors: 1000 }, { params });
    expect(outcomeOf(await solve.result).stoppedBy).toBe("time-limit");
  });
});

describe("a thread that takes too much memory", () => {
  it.each(["hungry-heap", "hungry-wasm", "hungry-asks"] as const)(
    "%s keeps its last plan",
    async (does) => {
      const params = { memoryLimitMiB: 256, timeLimitMs: 60_000 };
      const solve = start(pool({ graceMs: 200 }), { does, doctors: 3 }, { params });
      const outcome = outcomeOf(await solve.result);
      expect(outcome.stoppedBy).toBe("memory-limit");
      expect(outcome.plan?.rotations.length).toBeGreaterThan(0);
    },
  );
});

describe("a thread that breaks", () => {
  it("tells a defect from a fault", async () => {
    const on = pool();
    const [defect, fault, exit] = await Promise.all(
      (["defect", "fault", "exits"] as const).map(
        (does) => start(on, { does, doctors: 99 }).result,
      ),
    );
    expect(defect).toMatchObject({ kind: "defect", code: "fake-defect" });
    expect(fault).toMatchObject({ kind: "fault", code: "fake-fault" });
    expect(exit).toMatchObject({ kind: "fault", code: "thread-ended" });
  });
});

describe("a thread that is kept", () => {
  const threadOf = async (on: ThreadPool, behaviour: FakeBehaviour, params = {}) =>
    outcomeOf(await start(on, behaviour, { params }).result).stats.rows;

  it("is prepared once, before its first solve", async () => {
    const on = pool();
    for (const _ of [1, 2]) {
      const solve = start(on, { does: "counts", doctors: 1 });
      expect(outcomeOf(await solve.result).stats.components).toBe(1);
    }
  });

  it("is used again by the next small solve", async () => {
    const on = pool();
    on.warmUp();
    const first = await threadOf(on, { does: "counts", doctors: 1, mark: "first" });
    expect(await threadOf(on, { does: "counts", doctors: 1, mark: "second" })).toBe(first);
  });

  it("is left alone by a large solve and by one with another memory limit", async () => {
    const on = createThreadPool({ module: FAKE_SOLVER, smallCharacters: 1500 });
    pools.push(on);
    const first = await threadOf(on, { does: "counts", doctors: 1 });
    expect(await threadOf(on, { does: "counts", doctors: 50, stepMs: 1 })).not.toBe(first);
    expect(await threadOf(on, { does: "counts", doctors: 1 }, { memoryLimitMiB: 512 })).not.toBe(
      first,
    );
    expect(await threadOf(on, { does: "counts", doctors: 1 })).toBe(first);
  });

  it("is another for large solves", async () => {
    const on = createThreadPool({ module: FAKE_SOLVER, smallCharacters: 1500 });
    pools.push(on);
    const small = await threadOf(on, { does: "counts", doctors: 1 });
    const large = await threadOf(on, { does: "counts", doctors: 50, stepMs: 1 });
    expect(large).not.toBe(small);
    expect(await threadOf(on, { does: "counts", doctors: 50, stepMs: 1 })).toBe(large);
  });

  it("is replaced once it has grown", async () => {
    const on = createThreadPool({ module: FAKE_SOLVER, recycleMiB: 1 });
    pools.push(on);
    const first = await threadOf(on, { does: "counts", doctors: 1 });
    expect(await threadOf(on, { does: "counts", doctors: 1 })).not.toBe(first);
  });
});
