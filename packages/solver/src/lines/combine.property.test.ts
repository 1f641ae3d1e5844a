/** Whole lines within a gap, and the best plan of given lines, against all lines listed and the arc-flow model. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { PRICE_GRID } from "../tolerance.ts";
import { only } from "./blend.ts";
import { priceAll, unplacedPrice } from "./bound.ts";
import { close } from "./close.ts";
import { combine } from "./combine.ts";
import { eliminate } from "./eliminate.ts";
import { linePrice } from "./line-price.ts";
import { linesWithin } from "./lines-within.ts";
import { linesOf } from "./list-lines.ts";
import type { Held } from "./master-solution.ts";
import { priceWork } from "./price.ts";
import { profilesOf } from "./profile.ts";
import { createRandom } from "./random.ts";
import type { SearchState } from "./search-state.ts";
import { unitPrices } from "./unit-prices.ts";

const MOST = 400;

/** All lines, where they are few. */
function allLines({ component }: SearchState) {
  const lines = [];
  for (const profile of component.profiles) {
    for (const line of linesOf(profile)) if (lines.push({ profile, line }) > MOST) return undefined;
  }
  return lines;
}

/** The same with relaxed graphs. */
function relaxedOf({ problem, limits, state }: ReturnType<typeof takeApart>): SearchState {
  const profiles = profilesOf(problem, limits, { relaxFrom: 0 });
  const component = { ...state.component, profiles };
  return { ...state, component, works: profiles.map(priceWork) };
}

describe("lines within a gap", () => {
  it("are those that cost so little under the prices, and no others, on either kind of graph", () => {
    let compared = 0;
    let relaxed = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const apart = takeApart(seed);
        const { state, limits } = apart;
        const lines = allLines(state);
        if (lines === undefined || state.component.profiles.length === 0) return;
        const random = createRandom(seed);
        const rows = Float64Array.from({ length: limits.rows }, () =>
          random.next() < 0.4 ? Math.floor(random.next() * 2 ** 22) * PRICE_GRID : 0,
        );
        const weights = Array.from({ length: state.tiers }, () => random.below(4));
        const proof = { bound: 0, rows, weights, held: 0 };
        const gap = random.below(6);
        const spread = unitPrices(limits, rows);
        const { costs } = priceAll(state, { rows, weights, held: 0 });
        const wanted = lines.filter(({ line, profile }) => {
          const at = state.component.profiles.indexOf(profile);
          const least = Math.min(costs[at] as number, unplacedPrice(profile, weights));
          return linePrice(line, profile, spread, weights) <= least + gap;
        });
        const found = linesWithin(state, proof, gap, MOST);
        expect(found?.map(({ key }) => key).sort()).toEqual(
          wanted.map(({ line }) => line.key).sort(),
        );
        compared++;
        const twins = linesWithin(relaxedOf(apart), proof, gap, MOST);
        if (twins === undefined) return;
        relaxed++;
        const costsOf = (all: readonly { readonly costs: readonly number[] }[]) =>
          all.map((line) => line.costs.join()).sort();
        expect(costsOf(twins)).toEqual(costsOf(wanted.map(({ line }) => line)));
        if (wanted.length > 0) {
          expect(linesWithin(state, proof, gap, wanted.length - 1)).toBeUndefined();
          expect(linesWithin(relaxedOf(apart), proof, gap, wanted.length - 1)).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(20);
    expect(relaxed).toBeGreaterThan(10);
  });
});

describe("the best plan of given lines", () => {
  it("is as good as the arc-flow model's, tier by tier, where all lines are given", {
    timeout: 120_000,
  }, async () => {
    let compared = 0;
    for (let seed = 1; seed <= 40 && compared < 6; seed++) {
      const { state } = takeApart(seed);
      const lines = allLines(state)?.map(({ line }) => line);
      if (lines === undefined || lines.length === 0 || lines.length > 150) continue;
      const rows = new Float64Array(state.limits.rows);
      const unpriced = { bound: 0, rows, weights: only(0, state.tiers), held: 0 };
      const whole = eliminate(state, unpriced, Number.POSITIVE_INFINITY);
      const held: Held[] = [];
      for (let tier = 0; tier < state.tiers; tier++) {
        const params = { held, cutoff: 100_000, nodeLimit: 10_000, seed: 1 };
        const weights = only(tier, state.tiers);
        const found = await combine(state, lines, { ...params, weights });
        const other = await close(state, whole, { ...params, tier });
        if (found.kind !== "better" || other.kind !== "better") throw new Error(`none in ${seed}`);
        expect(found.proven && other.proven).toBe(true);
        const value = found.assignment.value[tier] ?? 0;
        expect(value).toBe(other.assignment.value[tier]);
        const better = { ...params, weights, cutoff: value - 1 };
        expect((await combine(state, lines, better)).kind).toBe("none-better");
        held.push({ tier, value });
      }
      compared++;
    }
    expect(compared).toBe(6);
  });
});
