/** Homes of a problem file: how far it is from each to every site where those who live there may be. */
import type { ProblemInput } from "./problem-input.ts";
import type { References } from "./references.ts";

/** A site left out would look as near as one next door, so those of the doctors' own regions are asked for. */
export function checkHomes({ homes, sites, units, doctors }: ProblemInput, references: References) {
  const regions = new Map<string, Set<string>>();
  for (const { home, region } of doctors) {
    if (home === undefined) continue;
    regions.set(home, (regions.get(home) ?? new Set()).add(region));
  }
  const used = new Set(units.map(({ site }) => site));
  homes.forEach(({ id, minutes }, at) => {
    const path = ["homes", at, "minutes"] as const;
    for (const site of Object.keys(minutes)) references.known("site", site, [...path, site]);
    const missing = sites.filter(
      (site) =>
        used.has(site.id) && regions.get(id)?.has(site.region) && minutes[site.id] === undefined,
    );
    if (missing.length === 0) return;
    const named = missing.map((site) => site.id).join(", ");
    references.say("minutes-missing", [...path], { home: id, sites: named });
  });
}
