/** Negotiated plans are plans, negotiated times fit pools; pooled rows never bound above the optimum. */

import { openLinearProgram } from "@placera/milp";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { twinUnits } from "../testing/twin-units.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { type Assignment, assign } from "./assignment.ts";
import { blendTo } from "./blend.ts";
import { decode } from "./decode.ts";
import { seatAt } from "./dive-plan.ts";
import { divide } from "./divide.ts";
import { generate } from "./generate.ts";
import { Master } from "./master.ts";
import { isPooled, type MasterRows } from "./master-rows.ts";
import { isRelaxed } from "./masters.ts";
import { negotiate } from "./negotiate.ts";
import { pooledRows } from "./pooled-rows.ts";
import { createRandom } from "./random.ts";
import { type SearchState, searchState } from "./search-state.ts";
import { weighted } from "./tier-costs.ts";

const watch = { stopped: () => false, turn: () => {}, better: () => {}, step: () => true };

function negotiated(state: SearchState, rows?: MasterRows): Assignment | undefined {
  const { weights, grid } = blendTo(state, state.tiers - 1);
  return negotiate(state, {
    weights,
    rows,
    unit: grid,
    guide: new Float64Array(state.limits.rows),
    turns: 40 * state.component.doctors,
    below: Number.POSITIVE_INFINITY,
    target: 0,
  });
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("a negotiation", () => {
  it("ends in a plan that keeps every limit and leaves out whom it says", () => {
    let found = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem } = takeApart(seed);
        const { profiles, components, limits } = divide(problem);
        const plans = components.map((component) => {
          const nobody = assign(component, []);
          const state = searchState(component, limits, nobody, createRandom(seed), watch);
          return negotiated(state) ?? nobody;
        });
        if (plans.some(({ lines }) => lines.length > 0)) found++;
        const verification = verifyPlan(problem, decode(problem, profiles, plans));
        if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
        // What no doctor's line can change stands in no component's value, but in the score.
        verification.verified.score.forEach(({ value }, k) => {
          const own = plans.reduce((sum, plan) => sum + (plan.value[k] ?? 0), 0);
          if (k === 0) expect(value).toBe(own);
          else expect(value).toBeGreaterThanOrEqual(own);
        });
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(50);
  });
});

describe("a negotiation for times", () => {
  it("fills no pool beyond its seats; plans with units for them keep every rule", {
    timeout: 120_000,
  }, async () => {
    const seen = { times: 0, plans: 0 };
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, limits, profiles, state } = takeApart(seed, twinUnits);
        const rows = pooledRows(state.component, limits);
        const times = isRelaxed(state) || !isPooled(rows) ? undefined : negotiated(state, rows);
        if (times === undefined) return;
        seen.times++;
        expect(overrunBy(state, times, rows)).toEqual([]);
        const blend = blendTo(state, state.tiers - 1);
        const plan = await seatAt(state, times.lines, { blend, seed: 1 });
        if (plan === undefined) return;
        seen.plans++;
        const verification = verifyPlan(problem, decode(problem, profiles, [plan]));
        if (!verification.ok) throw new Error(JSON.stringify(verification.violations));
      }),
      { numRuns: 150 },
    );
    expect(seen.times).toBeGreaterThan(30);
    expect(seen.plans).toBeGreaterThan(0.7 * seen.times);
  });
});

/** Rows watched in which lines take more places than there are. */
function overrunBy({ component }: SearchState, { lines }: Assignment, rows: MasterRows): number[] {
  const used = rows.capacity.map(() => 0);
  for (const { line, count } of lines) {
    const profile = component.profiles.find(({ index }) => index === line.profile);
    if (profile === undefined) throw new Error("a line of nobody's");
    rows.each(line, profile, (row, places) => {
      used[row] = (used[row] ?? 0) + places * count;
    });
  }
  return [...used.keys()].filter(
    (row) => rows.watched[row] === 1 && (used[row] ?? 0) > (rows.capacity[row] ?? 0),
  );
}

describe("pooled rows", () => {
  it("never bound the blend above the optimum", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, state } = takeApart(seed);
        const optimum = bruteForce(problem, { maxRotations: 2_000 });
        if (optimum === undefined) return;
        const { weights, grid } = blendTo(state, state.tiers - 1);
        const { component, limits } = state;
        const rows = pooledRows(component, limits);
        const master = new Master(await openLinearProgram(), component, limits, rows);
        try {
          master.minimise(weights, 1);
          const generated = generate(state, master, {
            grid,
            cutoff: Number.POSITIVE_INFINITY,
            rounds: Number.POSITIVE_INFINITY,
            smoothing: 0.5,
          });
          expect(generated?.proof.bound).toBeLessThanOrEqual(weighted(optimum.tiers, weights));
        } finally {
          master.dispose();
        }
      }),
      { numRuns: 120 },
    );
  });
});
