/** Pricing by sets of stays where the cheapest paths break a limit that only lines are asked about. */
import { type ProblemFile, parseProblem } from "@placera/domain";
import { expect, it } from "vitest";
import { limitsOf } from "./limits.ts";
import { cheapestLine, price, priceWork } from "./price.ts";
import { profilesOf } from "./profile.ts";
import { TrackedPricer } from "./tracked-price.ts";
import { unitPrices } from "./unit-prices.ts";

const SECTIONS = Array.from({ length: 24 }, (_, at) => `d${at}`);
const SITES = ["h0", "h1", "h2"];
const STAYS = 18;

/** Eighteen of twenty-four, no more than six at a site, and one site that she likes best by far. */
const file: ProblemFile = {
  schemaVersion: 1,
  name: "one site is best",
  calendar: { from: "2027-01-04", to: "2027-05-10", grid: "week" },
  sections: SECTIONS.map((id) => ({ id })),
  regions: [{ id: "all", name: "All" }],
  sites: SITES.map((id) => ({ id, region: "all", name: id })),
  units: SITES.flatMap((site) =>
    SECTIONS.map((section) => ({
      id: `${site}-${section}`,
      site,
      name: `${site}-${section}`,
      sections: [section],
      seats: [{ from: "2027-01-04", seats: 1 }],
    })),
  ),
  rulePacks: [],
  rules: [{ rule: "site-limit", mode: "must", params: { max: STAYS / SITES.length } }],
  programmes: [
    {
      id: "electives",
      track: "AT",
      name: "electives",
      requirements: SECTIONS.map((id) => ({ id, sections: [id], length: { weeks: 1 } })),
      groups: [{ requirements: SECTIONS, choose: STAYS }],
    },
  ],
  doctors: [
    {
      id: "s0",
      region: "all",
      programme: "electives",
      start: "2027-01-04",
      wishes: [
        { kind: "avoid", site: "h1", weight: 9 },
        { kind: "avoid", site: "h2", weight: 9 },
        { kind: "stay-put", weight: 1 },
      ],
    },
  ],
  objective: { tiers: [[{ measure: "wishes" }]] },
};

it("finds a line where the cheapest paths stay too often at one site", () => {
  const parsed = parseProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  const limits = limitsOf(parsed.problem);
  const [profile] = profilesOf(parsed.problem, limits, { relaxFrom: 0 });
  const pricer = profile && TrackedPricer.of(profile, { all: 0, some: 2_000 });
  if (profile === undefined || pricer === undefined) throw new Error("not priced by sets of stays");
  const work = priceWork(profile);
  if (work.relaxed !== undefined) work.relaxed.subset = pricer;
  const free = unitPrices(limits, new Float64Array(limits.rows));
  const weights = profile.graph.costs.map(() => 1);
  const bound = price(profile, work, free, weights, undefined, 0);
  const line = cheapestLine(profile, work);
  // Six at each site, one after another: twelve of them not where she likes it best, and two moves.
  expect(line?.costs).toEqual([0, 12 * 9 + 2]);
  expect(bound).toBeLessThanOrEqual(12 * 9 + 2);
});
