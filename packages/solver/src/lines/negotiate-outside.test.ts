/** Where somebody must be left out, a negotiation leaves out no more than must be. */
import { parseProblem } from "@placera/domain";
import { openLinearProgram } from "@placera/milp";
import { expect, it } from "vitest";
import { assign } from "./assignment.ts";
import { only } from "./blend.ts";
import { divide } from "./divide.ts";
import { generate } from "./generate.ts";
import { Master } from "./master.ts";
import { negotiate } from "./negotiate.ts";
import { createRandom } from "./random.ts";
import { type SearchState, searchState } from "./search-state.ts";

const watch = { stopped: () => false, turn: () => {}, better: () => {}, step: () => true };

/** Eleven quarters of psychiatry for twelve doctors, who have medicine the quarter before or after it. */
function oneShort(): SearchState {
  const parsed = parseProblem({
    schemaVersion: 1,
    name: "En plats för lite",
    calendar: { from: "2027-01-01", to: "2028-01-01", grid: "month" },
    regions: [{ id: "lanet", name: "Länet" }],
    sites: [{ id: "lasarettet", region: "lanet", name: "Lasarettet" }],
    units: ["medicine", "psychiatry"].map((section) => ({
      id: section,
      site: "lasarettet",
      name: section,
      sections: [section],
      seats: [
        { from: "2027-01-01", seats: 3 },
        { from: "2027-10-01", seats: section === "psychiatry" ? 2 : 3 },
      ],
    })),
    rulePacks: [],
    programmes: [
      {
        id: "sex-manader",
        track: "AT",
        name: "Sex månader",
        requirements: ["medicine", "psychiatry"].map((section) => ({
          id: section,
          sections: [section],
          length: { months: 3 },
        })),
      },
    ],
    doctors: Array.from({ length: 12 }, (_, at) => ({
      id: `lakare-${at}`,
      region: "lanet",
      programme: "sex-manader",
      start: { earliest: "2027-01-01", latest: "2027-07-01" },
      // So that no two are alike.
      wishes: [{ kind: "avoid", unit: "medicine", weight: at + 1 }],
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { components, limits } = divide(parsed.problem);
  const [component] = components;
  if (component === undefined) throw new Error("no component");
  return searchState(component, limits, assign(component, []), createRandom(1), watch);
}

it("leaves out no more than must be, though seats cost as much as leaving", async () => {
  const state = oneShort();
  const { component, limits } = state;
  const master = new Master(await openLinearProgram(), component, limits);
  master.minimise(only(0, state.tiers), 1);
  const generated = generate(state, master, {
    grid: 1,
    cutoff: Number.POSITIVE_INFINITY,
    rounds: Number.POSITIVE_INFINITY,
    smoothing: 0.5,
  });
  master.dispose();
  expect(generated?.proof.bound).toBe(1);
  for (let seed = 1; seed <= 20; seed++) {
    const found = negotiate(
      { ...state, random: createRandom(seed) },
      {
        weights: only(0, state.tiers),
        unit: 1,
        guide: generated?.proof.rows ?? new Float64Array(limits.rows),
        turns: 30 * component.doctors,
        below: Number.POSITIVE_INFINITY,
        target: 1,
        outside: 1,
      },
    );
    expect(found?.value[0]).toBe(1);
  }
});
