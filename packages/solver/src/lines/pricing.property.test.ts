/** Pricing, bounds and elimination against lists of all lines, on random small problems and prices. */
import type { ProblemFile } from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { PRICE_GRID } from "../tolerance.ts";
import { alikeUnder } from "./alike.ts";
import { only } from "./blend.ts";
import { priceAll, unplacedPrice } from "./bound.ts";
import { decode, encode } from "./decode.ts";
import { eliminate } from "./eliminate.ts";
import { greedy } from "./greedy.ts";
import { eachRow, type Line } from "./line.ts";
import { linePrice } from "./line-price.ts";
import { linesOf } from "./list-lines.ts";
import { cheapestLine } from "./price.ts";
import { createRandom } from "./random.ts";
import { unitPrices } from "./unit-prices.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** The problem with one more doctor: the first, with no wishes. */
function withoutWishesToo(file: ProblemFile): ProblemFile {
  const doctors = file.doctors.slice(0, 1).map((doctor) => {
    const { wishes: _wishes, ...rest } = doctor;
    return { ...rest, id: `${doctor.id}-twin` };
  });
  return { ...file, doctors: [...file.doctors, ...doctors] };
}

/** Lines of one profile past which a problem is left out. */
const MOST = 3_000;

function linesUpTo(profile: Parameters<typeof linesOf>[0]): Line[] | undefined {
  const lines: Line[] = [];
  for (const line of linesOf(profile)) if (lines.push(line) > MOST) return undefined;
  return lines;
}

/** Prices on the grid, a third of the rows priced; weights by tier 0 to 3. */
function randomPrices(seed: number, rows: Int32Array, count: number, tiers: number) {
  const random = createRandom(seed);
  const prices = new Float64Array(count);
  for (const row of rows) {
    if (random.next() < 0.3) prices[row] = Math.floor(random.next() * 3 * 2 ** 20) * PRICE_GRID;
  }
  return { prices, weights: Array.from({ length: tiers }, () => random.below(4)) };
}

describe("pricing", () => {
  it("finds the cheapest of all lines, exactly", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, limits, profiles } = takeApart(seed);
        const { prices, weights } = randomPrices(
          seed,
          state.component.rows,
          limits.rows,
          state.tiers,
        );
        const spread = unitPrices(limits, prices);
        const { costs } = priceAll(state, { rows: prices, weights, held: 0, turn: seed % 7 });
        profiles.forEach((profile, at) => {
          const all = linesUpTo(profile);
          if (all === undefined) return;
          // Row by row, without the prefix sums that pricing uses.
          const plain = all.map((line) => {
            let cost = line.costs.reduce((sum, each, k) => sum + each * (weights[k] ?? 0), 0);
            eachRow(line, profile, limits, (row, places) => {
              cost += places * (prices[row] ?? 0);
            });
            expect(linePrice(line, profile, spread, weights)).toBe(cost);
            return cost;
          });
          expect(costs[at]).toBe(Math.min(Number.POSITIVE_INFINITY, ...plain));
          const work = state.works[at];
          const found = work && cheapestLine(profile, work);
          if (found !== undefined)
            expect(linePrice(found, profile, spread, weights)).toBe(costs[at]);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the bound", () => {
  it("is never above the optimum, whatever the prices", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, state, limits } = takeApart(seed);
        const oracle = bruteForce(problem, { maxRotations: 800 });
        if (oracle === undefined) return;
        const { prices } = randomPrices(seed, state.component.rows, limits.rows, state.tiers);
        const weights = state.best.value.map((_, k) => (k === 0 ? 1 : 0));
        expect(priceAll(state, { rows: prices, weights, held: 0 }).bound).toBeLessThanOrEqual(
          oracle.tiers[0] ?? 0,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("elimination", () => {
  it("keeps every line within the gap", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, limits, profiles } = takeApart(seed);
        const { prices, weights } = randomPrices(
          seed,
          state.component.rows,
          limits.rows,
          state.tiers,
        );
        const { bound, costs } = priceAll(state, { rows: prices, weights, held: 0 });
        const gap = (seed % 5) / 2;
        const { deleted } = eliminate(state, { bound, rows: prices, weights, held: 0 }, gap);
        const spread = unitPrices(limits, prices);
        profiles.forEach((profile, at) => {
          const least = Math.min(costs[at] ?? 0, unplacedPrice(profile, weights));
          for (const line of linesUpTo(profile) ?? []) {
            if (linePrice(line, profile, spread, weights) - least > gap) continue;
            expect(line.arcs.some((a) => deleted[at]?.arcs[a] === 1)).toBe(false);
            expect(line.options.some((o) => deleted[at]?.options[o] === 1)).toBe(false);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("profiles that are alike with every seat free", () => {
  it("cost the same and lose the same, priced one for all", () => {
    let pairs = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, limits, profiles } = takeApart(seed, withoutWishesToo);
        const rows = new Float64Array(limits.rows);
        const spread = unitPrices(limits, rows);
        for (let tier = 0; tier < state.tiers; tier++) {
          const weights = only(tier, state.tiers);
          const alike = alikeUnder(state, weights);
          const one = priceAll(state, { rows, weights, held: 0, alike });
          const each = priceAll(state, { rows, weights, held: 0 });
          expect(one).toEqual(each);
          pairs += alike.filter((first, at) => first < at).length;
          const { deleted } = eliminate(state, { bound: each.bound, rows, weights, held: 0 }, 0);
          profiles.forEach((profile, at) => {
            const least = Math.min(each.costs[at] ?? 0, unplacedPrice(profile, weights));
            for (const line of linesUpTo(profile) ?? []) {
              if (linePrice(line, profile, spread, weights) > least) continue;
              expect(line.arcs.some((a) => deleted[at]?.arcs[a] === 1)).toBe(false);
              expect(line.options.some((o) => deleted[at]?.options[o] === 1)).toBe(false);
            }
          });
        }
      }),
      { numRuns: 15 },
    );
    // Or nothing was tested.
    expect(pairs).toBeGreaterThan(0);
  });
});

describe("decoding and encoding", () => {
  it("are inverse of each other", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { problem, state, profiles } = takeApart(seed);
        const found = greedy(state);
        const plan = decode(problem, profiles, [found]);
        const back = encode(problem, state.component, plan);
        expect(back.value).toEqual(found.value);
        expect(back.unplaced).toEqual(found.unplaced);
        expect(decode(problem, profiles, [back])).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });
});
