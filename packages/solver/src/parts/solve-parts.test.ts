/** Many parts on one thread or several: the same plan, and reasons, limits and stops that reach all. */
import {
  type Outcome,
  type Problem,
  parseProblem,
  planHash,
  type Rotation,
  SolveParams,
} from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import { describe, expect, it } from "vitest";
import type { SearchHost } from "../searched.ts";
import { solve } from "../solve.ts";
import { sideBySide } from "../testing/side-by-side.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { solveParts } from "./solve-parts.ts";

function copies(
  name: string,
  count: number,
  folder: "infeasible" | "typical" = "typical",
): Problem {
  const parsed = parseProblem(sideBySide(JSON.parse(fixtureText(folder, name)), count));
  if (!parsed.ok) throw new Error(`${name} is not valid`);
  return parsed.problem;
}

const ALWAYS = { leastDoctors: 1, manyDoctors: 1, lateMs: 0 };
const params = (nodeLimit = 1_000_000) => ({
  ...SolveParams.parse({ nodeLimit }),
  engine: "auto" as const,
  warmStart: undefined,
});

function hostWith(threads: number, stopped: () => boolean = () => false) {
  const begun = performance.now();
  const seen = { exhausted: 0, components: 0, plans: 0, settled: [] as Rotation[] };
  const host: SearchHost = {
    threads,
    stopped,
    elapsed: () => performance.now() - begun,
    exhausted: () => {
      seen.exhausted++;
    },
    progress: ({ components }) => {
      seen.components = Math.max(seen.components, components);
    },
    plan: (make) => {
      make();
      seen.plans++;
    },
    settled: ({ rotations }) => {
      seen.settled.push(...rotations);
    },
  };
  return { host, seen };
}

const brief = ({ unplaced, tiers }: Outcome) => ({ unplaced, tiers });

describe("a problem of many parts", () => {
  it("gets the same plan on one thread, two and three", { timeout: 120_000 }, async () => {
    const problem = copies("vasternorrland-bt", 4);
    const hashes = [];
    for (const threads of [1, 2, 3]) {
      const { host, seen } = hostWith(threads);
      const { plan, bounds } = await solveParts(problem, params(), host, ALWAYS);
      const verified = verifyPlan(problem, plan);
      expect(verified.ok && verified.verified.score.map(({ value }) => value)).toEqual(bounds);
      expect(seen.plans).toBeGreaterThan(0);
      // All parts but the last are settled before the end, and stay as they are.
      expect(seen.settled.length).toBe((plan.rotations.length * 3) / 4);
      for (const rotation of seen.settled) expect(plan.rotations).toContainEqual(rotation);
      hashes.push(planHash(plan));
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it("keeps to its search steps part by part, on however many threads", {
    timeout: 120_000,
  }, async () => {
    // Problems with a place for everybody are solved before they take a step.
    const file = JSON.parse(fixtureText("typical", "mixed-at-bt"));
    for (const unit of file.units) if (unit.sections.includes("psychiatry")) unit.seats = 2;
    const parsed = parseProblem(sideBySide(file, 2));
    if (!parsed.ok) throw new Error("mixed-at-bt is not valid");
    const { problem } = parsed;
    const alone = hostWith(1);
    const one = await solveParts(problem, params(1), alone.host, ALWAYS);
    expect(alone.seen.exhausted).toBe(2);
    const { host, seen } = hostWith(2);
    const two = await solveParts(problem, params(1), host, ALWAYS);
    expect(seen.exhausted).toBe(alone.seen.exhausted);
    expect(planHash(two.plan)).toBe(planHash(one.plan));
  });

  it.each([1, 2])("on %i threads says of each part why doctors are left out", async (threads) => {
    const problem = copies("region-without-psychiatry", 3, "infeasible");
    const one = await solve(
      copies("region-without-psychiatry", 1, "infeasible"),
      SolveParams.parse({}),
      {
        now: () => 0,
        stopped: () => undefined,
        report: () => {},
        incumbent: () => {},
      },
    );
    const { host } = hostWith(threads);
    const { reasons, bounds } = await solveParts(problem, params(), host, ALWAYS);
    expect(bounds[0]).toBe(3 * (brief(one).tiers[0]?.bound ?? 0));
    expect(reasons.size).toBe(3 * one.unplaced.length);
    for (const reason of reasons.values()) expect(reason).toEqual(one.unplaced[0]?.reason);
  });

  it("stops on every thread when asked, with a plan", { timeout: 60_000 }, async () => {
    const problem = copies("uppsala-at", 4);
    let asked = false;
    const { host, seen } = hostWith(2, () => asked);
    const timer = setTimeout(() => {
      asked = true;
    }, 1_500);
    // The leading thread is deep in its search: it sees the clock, not the timer.
    const begun = performance.now();
    const watched = { ...host, stopped: () => asked || performance.now() - begun > 1_500 };
    const { plan } = await solveParts(problem, params(), watched, ALWAYS);
    clearTimeout(timer);
    expect(verifyPlan(problem, plan).ok).toBe(true);
    expect(plan.rotations.length).toBeGreaterThan(0);
    expect(seen.exhausted).toBe(0);
  });
});
