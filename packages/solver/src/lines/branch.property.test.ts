/** Branching against the optimum that brute force finds, and where no bound of prices reaches it. */

import { smallProblem } from "@placera/domain/testing";
import { openLinearProgram } from "@placera/milp";
import fc from "fast-check";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { roundUp } from "../tolerance.ts";
import { assign } from "./assignment.ts";
import { blendTo, only } from "./blend.ts";
import { type Branch, branch } from "./branch.ts";
import { generate } from "./generate.ts";
import { Master } from "./master.ts";
import { isRelaxed } from "./masters.ts";
import { pooledRows } from "./pooled-rows.ts";
import type { SearchState } from "./search-state.ts";
import { wholeLines } from "./split-lines.ts";
import { weighted } from "./tier-costs.ts";

/** A master that minimises these weights, and the bound that its prices give. */
async function bounded(state: SearchState, weights: readonly number[], grid: number) {
  const { component, limits } = state;
  const lp = await openLinearProgram();
  const master = new Master(lp, component, limits, pooledRows(component, limits));
  master.minimise(weights, 1);
  const [cutoff, rounds] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const generated = generate(state, master, { grid, cutoff, rounds, smoothing: 0.5 });
  if (generated === undefined) throw new Error("nothing stops it");
  return { master, proof: generated.proof };
}

it("never ends a branch that holds the optimum", { timeout: 120_000 }, async () => {
  let points = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const { problem, state } = takeApart(seed);
      const optimum = bruteForce(problem, { maxRotations: 2_000 });
      if (optimum === undefined || isRelaxed(state)) return;
      const { component, tiers } = state;
      const { weights, grid } = blendTo(state, tiers - 1);
      const best = weighted(optimum.tiers, weights);
      const { master, proof } = await bounded(state, weights, grid);
      try {
        const settle = ({ parts, proof: own }: Branch) => {
          points++;
          const { unplaced } = assign(component, wholeLines(component, parts));
          expect(Math.min(...unplaced)).toBeGreaterThanOrEqual(0);
          expect(roundUp(own.bound, grid)).toBeLessThanOrEqual(best);
          return Promise.resolve(false);
        };
        const params = { grid, target: best, nodeLimit: 200, settle };
        const { kind } = await branch(state, master, proof, params);
        expect(kind).toBe("stopped");
      } finally {
        master.dispose();
      }
    }),
    { numRuns: 60 },
  );
  expect(points).toBeGreaterThan(10);
});

/**
 * Of one seat at a clinic for a month. The one doctor is there in any two half-months in a row of four, the
 * other in the two in the middle: only one finds room. Halves of the first in January and in February leave
 * room for half of the other, so that a linear program leaves out half a doctor at each clinic, one in all.
 */
const halves = smallProblem({
  calendar: { from: "2027-01-01", to: "2027-03-01", grid: "half-month" },
  programmes: ["medicine", "surgery"].map((section) => ({
    id: section,
    track: "AT",
    name: section,
    requirements: [{ id: section, sections: [section], length: { months: 1 } }],
  })),
  intakes: [],
  doctors: ["medicine", "surgery"].flatMap((programme) => [
    {
      id: `${programme}-1`,
      region: "lanet",
      programme,
      start: { earliest: "2027-01-01", latest: "2027-02-01" },
    },
    {
      id: `${programme}-2`,
      region: "lanet",
      programme,
      start: "2027-01-16",
      absences: [{ kind: "leave", from: "2027-02-16", to: "2027-03-01" }],
    },
  ]),
});

it("shows what no prices show of all plans at once, and says where there is a plan", async () => {
  const { state } = takeApart(1, () => halves);
  const { master, proof } = await bounded(state, only(0, state.tiers), 1);
  try {
    expect(proof.bound).toBe(1);
    const asked = { grid: 1, nodeLimit: 50 };
    const nowhere = () => Promise.resolve(false);
    const none = await branch(state, master, proof, { ...asked, target: 1, settle: nowhere });
    expect(none.kind).toBe("none");
    const settled: number[] = [];
    const settle = ({ parts }: Branch) => {
      settled.push(assign(state.component, wholeLines(state.component, parts)).value[0] ?? 0);
      return Promise.resolve(true);
    };
    const found = await branch(state, master, proof, { ...asked, target: 2, settle });
    expect(found.kind).toBe("found");
    expect(settled).toEqual([2]);
    expect(
      await branch(state, master, proof, { ...asked, nodeLimit: 1, target: 1, settle }),
    ).toEqual({ kind: "stopped", nodes: 1 });
  } finally {
    master.dispose();
  }
});
