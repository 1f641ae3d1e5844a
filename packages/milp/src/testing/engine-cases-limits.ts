/** Cases of the engine suite about limits, stops, starts and cutoffs: where engines say more than they know. */

import { expect } from "vitest";
import type { Engine, Incumbent } from "../engine.ts";
import { isConclusive } from "../termination.ts";
import { expectHonest, UNLIMITED } from "./expectations.ts";
import { assignment, knapsack, marketSplit, twoProducts } from "./models.ts";

// Small, and hard enough that nobody finishes in time.
const busy = () => marketSplit(3, 24);

/** The cases by name; a skip list names them. */
export const LIMIT_CASES = {
  "returns at a limit of 1 ms and claims no more than it knows": async (engine: Engine) => {
    const model = assignment(12, 8, 5);
    const result = await engine.solve(model, { seed: 0, timeLimitMs: 1 });
    expect(["time-limit", "optimal"]).toContain(result.status);
    expectHonest(model, result);
  },
  "never calls a stopped search optimal": async (engine: Engine) => {
    const model = busy();
    const result = await engine.solve(model, { seed: 0, timeLimitMs: 150 });
    expect(result.status).toBe("time-limit");
    expectHonest(model, result);
  },
  "never gives fractional values at the limit": async (engine: Engine) => {
    const model = assignment(14, 8, 4);
    const result = await engine.solve(model, { seed: 0, timeLimitMs: 20 });
    expectHonest(model, result);
    if (!isConclusive(result.status)) expect(result.status).toBe("time-limit");
  },
  "does not start when it is already stopped": async (engine: Engine) => {
    const result = await engine.solve(busy(), UNLIMITED, { stopped: () => true });
    expect(result.status).toBe("interrupted");
  },
  "does not start when the signal is already aborted": async (engine: Engine) => {
    const result = await engine.solve(busy(), UNLIMITED, { signal: AbortSignal.abort() });
    expect(result.status).toBe("interrupted");
  },
  "stops during the search and keeps what it has": async (engine: Engine) => {
    const model = busy();
    const since = performance.now();
    const result = await engine.solve(model, UNLIMITED, {
      stopped: () => performance.now() - since > 200,
    });
    expect(result.status).toBe("interrupted");
    expectHonest(model, result);
  },
  "stops at a node limit": async (engine: Engine) => {
    const model = busy();
    const result = await engine.solve(model, { seed: 0, nodeLimit: 5 });
    expect(result.status).toBe("node-limit");
    expectHonest(model, result);
  },
  "tells of better and better solutions": async (engine: Engine) => {
    const seen: Incumbent[] = [];
    const model = assignment(4, 4, 4);
    const result = await engine.solve(model, UNLIMITED, {
      onIncumbent: (incumbent) => seen.push(incumbent),
    });
    for (const [k, { objective }] of seen.entries()) {
      expect(objective).toBeLessThan(seen[k - 1]?.objective ?? Infinity);
    }
    if (seen.length > 0) expect(seen.at(-1)?.objective).toBe(result.objective);
  },
  "is never worse than its start": async (engine: Engine) => {
    const model = busy();
    // Nothing chosen: every split misses by its right-hand side, paid by `under`.
    const start = Float64Array.from(model.cost, (_, j) => {
      const name = model.variableNames[j] ?? "";
      return name.startsWith("under-") ? (model.rowLower[Number(name.slice(6))] ?? 0) : 0;
    });
    const worst = model.rowLower.reduce((sum, side) => sum + side, 0);
    const result = await engine.solve(model, { seed: 0, timeLimitMs: 20, start });
    expect(result.objective).toBeLessThanOrEqual(worst);
    expectHonest(model, result);
  },
  "takes an optimal start": async (engine: Engine) => {
    const result = await engine.solve(twoProducts(), { seed: 0, start: Float64Array.of(3, 1) });
    expect([result.status, result.objective]).toEqual(["optimal", 9]);
  },
  "ignores a start that breaks a row or has the wrong length": async (engine: Engine) => {
    for (const start of [
      Float64Array.of(0, 0),
      Float64Array.of(1),
      Float64Array.of(Number.NaN, 1),
    ]) {
      const result = await engine.solve(twoProducts(), { seed: 0, start });
      expect([result.status, result.objective]).toEqual(["optimal", 9]);
    }
  },
  "finds the optimum that equals the cutoff": async (engine: Engine) => {
    const result = await engine.solve(twoProducts(100), { seed: 0, cutoff: 109 });
    expect([result.status, result.objective]).toEqual(["optimal", 109]);
  },
  "says cutoff, not infeasible, when nothing is cheap enough": async (engine: Engine) => {
    const result = await engine.solve(twoProducts(100), { seed: 0, cutoff: 108 });
    expect([result.status, result.values]).toEqual(["cutoff", undefined]);
  },
  "gives the same answer twice": async (engine: Engine) => {
    const model = assignment(4, 4, 4);
    const first = await engine.solve(model, UNLIMITED);
    const second = await engine.solve(model, UNLIMITED);
    expect(second.values).toEqual(first.values);
  },
  "counts what it was given and measures time": async (engine: Engine) => {
    const { stats, engine: name, raw } = await engine.solve(knapsack(), UNLIMITED);
    expect(stats).toMatchObject({ columns: 3, rows: 1, nonzeros: 3 });
    expect(stats.elapsedMs).toBeGreaterThanOrEqual(0);
    expect(name).toBe(engine.name);
    expect(raw).not.toBe("");
  },
} as const;
