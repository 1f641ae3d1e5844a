/** Relaxed graphs against the exact ones, on random small problems and prices. */
import { parseProblem, parseProblemText } from "@placera/domain";
import { fixtureText } from "@placera/domain/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomElectives } from "../testing/random-electives.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { PRICE_GRID } from "../tolerance.ts";
import { decode } from "./decode.ts";
import { limitsOf } from "./limits.ts";
import { linePrice } from "./line-price.ts";
import { linesOf } from "./list-lines.ts";
import { cheapestLine, price, priceWork } from "./price.ts";
import { profilesOf } from "./profile.ts";
import { createRandom } from "./random.ts";
import { TrackedPricer } from "./tracked-price.ts";
import { unitPrices } from "./unit-prices.ts";

const MOST = 3_000;

describe("pricing over a relaxed graph", () => {
  it("finds the cheapest of all lines, exactly, and lines that the exact graph has", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        // Half of them with rules that sets of stays can judge, half with all rules.
        const parsed = parseProblem(seed % 2 === 0 ? randomElectives(seed) : randomProblem(seed));
        if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
        const { problem } = parsed;
        const limits = limitsOf(problem);
        const exact = profilesOf(problem, limits, { relaxFrom: Number.POSITIVE_INFINITY });
        const relaxed = profilesOf(problem, limits, { relaxFrom: 0 });
        const random = createRandom(seed);
        const rows = new Float64Array(limits.rows);
        const channels = exact[0]?.graph.costs.length ?? 0;
        const weights = Array.from({ length: channels }, () => random.below(4));
        relaxed.forEach((profile, at) => {
          const twin = exact[at];
          if (twin === undefined) throw new Error("a profile without its twin");
          const lines = [];
          for (const line of linesOf(twin)) if (lines.push(line) > MOST) return;
          const work = priceWork(profile);
          // Several times over: what is remembered from one pricing must not spoil the next.
          for (let turn = 0; turn < 4; turn++) {
            for (let row = 0; row < rows.length; row++) {
              const drawn = Math.floor((random.next() * 4 - 1) * 2 ** 20) * PRICE_GRID;
              rows[row] = random.next() < 0.4 ? drawn : 0;
            }
            const spread = unitPrices(limits, rows);
            const plain = lines.map((line) => linePrice(line, twin, spread, weights));
            const least = Math.min(Number.POSITIVE_INFINITY, ...plain);
            expect(price(profile, work, spread, weights, undefined, turn)).toBe(least);
            const found = cheapestLine(profile, work);
            expect(found === undefined).toBe(lines.length === 0);
            if (found === undefined) continue;
            compared++;
            expect(linePrice(found, profile, spread, weights)).toBe(least);
            const text = (own: typeof exact, line: typeof found) =>
              JSON.stringify(
                decode(problem, own, [{ lines: [{ line, count: 1 }], unplaced: [], value: [] }]),
              );
            const alike = lines.find((line) => text(exact, line) === text(relaxed, found));
            expect(alike?.costs).toEqual(found.costs);
          }
        });
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("bounds the cheapest of all lines where sets of stays do not track every requirement", () => {
    const found = { compared: 0, exact: 0, loose: 0, none: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const parsed = parseProblem(randomElectives(seed));
        if (!parsed.ok) throw new Error(`problem ${seed} is not valid`);
        const limits = limitsOf(parsed.problem);
        const exact = profilesOf(parsed.problem, limits, { relaxFrom: Number.POSITIVE_INFINITY });
        const random = createRandom(seed);
        const rows = new Float64Array(limits.rows);
        const channels = exact[0]?.graph.costs.length ?? 0;
        const weights = Array.from({ length: channels }, () => random.below(4));
        profilesOf(parsed.problem, limits, { relaxFrom: 0 }).forEach((profile, at) => {
          const twin = exact[at];
          if (twin === undefined) throw new Error("a profile without its twin");
          // So few that never more than some requirements are tracked, as a rule none.
          const pricer = TrackedPricer.of(profile, { all: 0, some: 2_000 });
          if (pricer === undefined) throw new Error("not priced by sets of stays");
          expect(pricer.tracksAll).toBe(false);
          const lines = [];
          for (const line of linesOf(twin)) if (lines.push(line) > MOST) return;
          const work = priceWork(profile);
          if (work.relaxed !== undefined) work.relaxed.subset = pricer;
          for (let turn = 0; turn < 4; turn++) {
            for (let row = 0; row < rows.length; row++) {
              const drawn = Math.floor((random.next() * 4 - 1) * 2 ** 20) * PRICE_GRID;
              rows[row] = random.next() < 0.4 ? drawn : 0;
            }
            const spread = unitPrices(limits, rows);
            const plain = lines.map((line) => linePrice(line, twin, spread, weights));
            const least = Math.min(Number.POSITIVE_INFINITY, ...plain);
            // Hastily and thoroughly by turns.
            const enough = turn % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
            const bound = price(profile, work, spread, weights, undefined, turn, enough);
            const line = cheapestLine(profile, work);
            expect(bound).toBeLessThanOrEqual(least);
            found.compared++;
            if (bound < least) found.loose++;
            if (line === undefined) {
              if (lines.length > 0) found.none++;
              continue;
            }
            const cost = linePrice(line, profile, spread, weights);
            expect(cost).toBeGreaterThanOrEqual(least);
            if (bound === least && cost === least) found.exact++;
          }
        });
      }),
      { numRuns: 60 },
    );
    expect(found.exact).toBeGreaterThan(100);
    // Where there is a line one is found, even if the cheapest paths stay too often at one site.
    expect(found.none).toBe(0);
    // Hasty ones are bounds and no more.
    expect(found.loose).toBeGreaterThan(0);
  });

  it("tells a rule that looks at a block's ends when the line ends", () => {
    const parsed = parseProblemText(fixtureText("tiny", "exam-in-november"));
    if (!parsed.ok) throw new Error("the fixture is not valid");
    const limits = limitsOf(parsed.problem);
    const free = unitPrices(limits, new Float64Array(limits.rows));
    for (const profile of profilesOf(parsed.problem, limits, { relaxFrom: 0 })) {
      const work = priceWork(profile);
      const weights = profile.graph.costs.map(() => 1);
      expect(profile.graph.relaxed).toBeDefined();
      expect(price(profile, work, free, weights, undefined, 0)).toBeLessThan(
        Number.POSITIVE_INFINITY,
      );
      expect(cheapestLine(profile, work)).toBeDefined();
    }
  });
});
