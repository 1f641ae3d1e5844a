import { SolveParams } from "@placera/domain";
import { afterEach, describe, expect, it } from "vitest";
import { makeInstance } from "./families.ts";
import type { RunRequest } from "./run.ts";
import { createRunner, type Runner, type RunnerOptions } from "./run-in-child.ts";

const LIMIT_MS = 60_000;

const request = (
  doctors: number,
  formulation: "lines" | "compact",
  engine: "highs" | "jslp",
): RunRequest => ({
  problem: JSON.stringify(makeInstance("at-tight", doctors, 1).file),
  params: SolveParams.parse({ formulation, engine, timeLimitMs: LIMIT_MS }),
});

describe("a run in a process of its own", { timeout: 120_000 }, () => {
  let runner: Runner | undefined;
  const start = (options: RunnerOptions): Runner => {
    runner = createRunner(options);
    return runner;
  };
  afterEach(() => runner?.stop());

  it("answers with the plan, its proof and what it cost", async () => {
    const end = await start({ graceMs: 10_000, process: "own" }).run(request(2, "lines", "highs"));
    if (end.kind !== "solved") throw new Error(end.kind);
    expect(end.measured.status).toBe("optimal");
    expect(end.measured.peakMiB).toBeGreaterThanOrEqual(end.measured.beforeMiB);
    expect(end.plan).toHaveLength(2);
  });

  it("is killed when it does not come back, and the next one runs all the same", async () => {
    // A tenth of a second, where building the model alone takes longer.
    const shared = start({ graceMs: 100 - LIMIT_MS, process: "shared" });
    expect(await shared.run(request(200, "compact", "highs"))).toMatchObject({ kind: "killed" });
    expect(await shared.run(request(200, "compact", "highs"))).toMatchObject({ kind: "killed" });
  });

  it("says that a model is too large for its engine", async () => {
    const end = await start({ graceMs: 10_000, process: "own" }).run(request(6, "compact", "jslp"));
    expect(end).toMatchObject({ kind: "too-large" });
  });
});
