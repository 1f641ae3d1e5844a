/** A thread that helped with one solve helps with the next, whichever way the first ended. */
import { type Problem, parseProblem, SolveParams } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { expect, it, vi } from "vitest";
import type { SearchHost } from "../searched.ts";
import { sideBySide } from "../testing/side-by-side.ts";
import { solveParts } from "./solve-parts.ts";

const spawned = vi.hoisted(() => ({ count: 0 }));
vi.mock("../thread/spawn-thread.ts", async (original) => {
  const real = await original<typeof import("../thread/spawn-thread.ts")>();
  return {
    ...real,
    spawnThread: (options: Parameters<typeof real.spawnThread>[0]) => {
      spawned.count++;
      return real.spawnThread(options);
    },
  };
});

function copies(name: string, count: number): Problem {
  const parsed = parseProblem(sideBySide(JSON.parse(fixtureText("typical", name)), count));
  if (!parsed.ok) throw new Error(`${name} is not valid`);
  return parsed.problem;
}

const ALWAYS = { leastDoctors: 1, manyDoctors: 1, lateMs: 0 };

async function solveOnTwo(problem: Problem, limitMs = 60_000): Promise<number> {
  const begun = performance.now();
  const elapsed = () => performance.now() - begun;
  const host: SearchHost = {
    threads: 2,
    elapsed,
    stopped: () => elapsed() > limitMs,
    exhausted: () => undefined,
    progress: () => undefined,
    plan: () => undefined,
    settled: () => undefined,
  };
  const params = { ...SolveParams.parse({}), engine: "auto" as const, warmStart: undefined };
  const { plan } = await solveParts(problem, params, host, ALWAYS);
  return plan.rotations.length;
}

it("helps with one solve after another", { timeout: 120_000 }, async () => {
  const problem = copies("vasternorrland-bt", 4);
  const before = spawned.count;
  for (let solve = 0; solve < 3; solve++) {
    expect(await solveOnTwo(problem)).toBe(problem.doctors.length);
  }
  expect(spawned.count - before).toBe(1);
});

it("does nothing of a solve that was stopped in the next", { timeout: 120_000 }, async () => {
  const easy = copies("vasternorrland-bt", 4);
  await solveOnTwo(copies("alingsas-primary-care", 2), 2_000);
  expect(await solveOnTwo(easy)).toBe(easy.doctors.length);
});
