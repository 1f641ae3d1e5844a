/** Units chosen for lines at their times, against every way to seat them. */
import type { ProblemFile } from "@placera/domain";
import { smallProblem } from "@placera/domain/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { takeApart } from "../agreement/component-of.ts";
import { blendTo } from "./blend.ts";
import { chooseUnits } from "./choose-units.ts";
import { eachRow, type Line } from "./line.ts";
import { linesOf } from "./list-lines.ts";
import { isRelaxed } from "./masters.ts";
import type { Profile } from "./profile.ts";
import { createRandom } from "./random.ts";
import type { SearchState } from "./search-state.ts";
import { type TierWeights, weighted } from "./tier-costs.ts";

/** Lines of a profile, by the arcs that they follow: at one and the same times. */
function byTimes(profile: Profile): Line[][] {
  const times = new Map<string, Line[]>();
  for (const line of linesOf(profile)) {
    const key = `${line.start}:${line.arcs.join()}`;
    times.set(key, [...(times.get(key) ?? []), line]);
  }
  return [...times.values()];
}

interface Choice {
  readonly profile: Profile;
  /** At one and the same times. */
  readonly lines: readonly Line[];
}

/** What the cheapest of all ways costs; Infinity where there is none. */
function cheapest(
  { component, limits }: SearchState,
  choices: readonly Choice[],
  weights: TierWeights,
): number {
  const watched = new Set(component.rows);
  const room = Float64Array.from(limits.capacity);
  const from = (at: number): number => {
    const choice = choices[at];
    if (choice === undefined) return 0;
    let least = Number.POSITIVE_INFINITY;
    for (const line of choice.lines) {
      let fits = true;
      const take = (sign: number) =>
        eachRow(line, choice.profile, limits, (row, places) => {
          room[row] = (room[row] as number) - sign * places;
          if (watched.has(row) && (room[row] as number) < 0) fits = false;
        });
      take(1);
      if (fits) least = Math.min(least, weighted(line.costs, weights) + from(at + 1));
      take(-1);
    }
    return least;
  };
  return from(0);
}

/** Chooses lines for all at random and seats them; what the cheapest way costs, and as if seats were free. */
async function compared(state: SearchState, seed: number) {
  const random = createRandom(seed);
  const choices = state.component.profiles.flatMap((profile): Choice[] => {
    const times = byTimes(profile);
    const lines = times[random.below(Math.max(1, times.length))];
    return lines === undefined ? [] : profile.doctors.map(() => ({ profile, lines }));
  });
  const ways = choices.reduce((product, { lines }) => product * lines.length, 1);
  if (choices.length === 0 || ways > 20_000) return undefined;
  const { weights } = blendTo(state, state.tiers - 1);
  const least = cheapest(state, choices, weights);
  const given = choices.flatMap(({ lines }) => lines[random.below(lines.length)] ?? []);
  const lines = given.map((line) => ({ line, count: 1 }));
  const found = await chooseUnits(state, lines, { weights, nodeLimit: 1_000, seed: 1 });
  if (found === undefined) {
    expect(least).toBe(Number.POSITIVE_INFINITY);
    return { least, free: least };
  }
  const costs = found.lines.map(({ line, count }) => count * weighted(line.costs, weights));
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(least);
  const times = (line: Line) => `${line.profile}:${line.start}:${line.arcs.join()}`;
  const kept = found.lines.flatMap(({ line, count }) => Array(count).fill(times(line)));
  expect(kept.sort()).toEqual(given.map(times).sort());
  const alone = choices.map(({ lines: own }) =>
    Math.min(...own.map((line) => weighted(line.costs, weights))),
  );
  return { least, free: alone.reduce((sum, cost) => sum + cost, 0) };
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

it("is the cheapest way there is, or none", { timeout: 120_000 }, async () => {
  const seen = { seated: 0, impossible: 0 };
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const { state } = takeApart(seed);
      const result = isRelaxed(state) ? undefined : await compared(state, seed);
      if (result !== undefined) seen[Number.isFinite(result.least) ? "seated" : "impossible"]++;
    }),
    { numRuns: 300 },
  );
  expect(seen.seated).toBeGreaterThan(50);
  expect(seen.impossible).toBeGreaterThan(20);
});

/** Four doctors with a month each in one of three units of one seat, all of whom wish for the same. */
function crowded(seed: number): ProblemFile {
  const random = createRandom(seed);
  const units = ["a", "b", "c"];
  return smallProblem({
    calendar: { from: "2027-01-01", to: "2027-04-01", grid: "half-month" },
    programmes: [
      {
        id: "medicine",
        track: "AT",
        name: "medicine",
        requirements: [{ id: "medicine", sections: ["medicine"], length: { months: 1 } }],
      },
    ],
    intakes: [],
    units: units.map((id) => ({
      id,
      site: "lasarettet",
      name: id,
      sections: ["medicine"],
      seats: 1,
    })),
    doctors: Array.from({ length: 4 }, (_, at) => ({
      id: `d${at}`,
      region: "lanet",
      programme: "medicine",
      start: { earliest: "2027-01-01", latest: "2027-03-01" },
      wishes: ["a"].map((unit) => ({
        kind: "unit",
        requirement: "medicine",
        unit,
        weight: 1 + random.below(3),
      })),
    })),
  });
}

it("gives up wishes for a seat, and as few as it must", { timeout: 120_000 }, async () => {
  let dearer = 0;
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const { state } = takeApart(seed, () => crowded(seed));
      const result = await compared(state, seed);
      if (result !== undefined && result.least > result.free) dearer++;
    }),
    { numRuns: 100 },
  );
  expect(dearer).toBeGreaterThan(20);
});
