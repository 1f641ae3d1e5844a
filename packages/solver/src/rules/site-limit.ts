/**
 * A doctor has at most so many placements at any one site.
 *
 *   ∀ h: |{p : site(p) = h}| ≤ max;   broken by the excess, all sites together
 *
 * Source: entered by the scheduler.
 */
import { lookup } from "@placera/domain";
import { doctorRule } from "./rule.ts";

/** States that a graph may have a node for, each. */
const FEW = 150;

export const siteLimit = doctorRule<"site-limit">({
  id: "site-limit",
  expresses: [],
  statement: {
    sv: "En läkare har högst det angivna antalet placeringar på en och samma ort.",
    en: "A doctor has at most the stated number of placements at any one site.",
  },
  mathematics: "∀ h: |{p : site(p) = h}| ≤ max; broken by the excess, all sites together",

  encode({ programme, problem }, { max }) {
    const excess = staysOf(programme) - max;
    if (excess <= 0) return undefined;
    // A state is how many placements have been elsewhere than at each site, no more than matter.
    const states: number[][] = [problem.sites.map(() => 0)];
    const numbers = new Map<string, number>([[String(states[0]), 0]]);
    const index = new Map<string, number>(problem.sites.map(({ id }, at) => [id, at]));
    return {
      mostAtSite: max,
      remembers: (_requirement, unit) => unit.site,
      automaton: {
        initial: 0,
        steady: (excess + 1) ** problem.sites.length <= FEW ? "few" : "many",
        step(state, { stay }) {
          const here = index.get(stay.unit.site);
          const away = (states[state] ?? []).map((count, site) =>
            site === here ? count : Math.min(excess, count + 1),
          );
          const key = String(away);
          const known = numbers.get(key) ?? states.push(away) - 1;
          numbers.set(key, known);
          return { state: known, broken: 0 };
        },
        finish: (state) =>
          (states[state] ?? []).reduce((sum, away) => sum + Math.max(0, excess - away), 0),
      },
    };
  },

  formulate(compact, { programme, problem }, { max }) {
    const most = staysOf(programme);
    if (most <= max) return;
    for (const { id } of problem.sites) {
      const here = compact.stays.filter(({ stay }) => stay.unit.site === id);
      const made = here.map(({ variable }) => ({ variable, coefficient: 1 }));
      const over = compact.breaks(id, most).map((term) => ({ ...term, coefficient: -1 }));
      compact.row(id, [...made, ...over], Number.NEGATIVE_INFINITY, max);
    }
  },

  check({ problem, rotation }, { max }) {
    const counts = new Map<string, number>();
    for (const { unit } of rotation.placements) {
      const { site } = lookup(problem).unit(unit);
      counts.set(site, (counts.get(site) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count > max)
      .map(([site, count]) => ({ magnitude: count - max, params: { site, count, max } }));
  },
});

/** How many stays a doctor of the programme does. */
function staysOf({
  requirements,
  groups,
}: {
  readonly requirements: readonly { readonly group: number | undefined }[];
  readonly groups: readonly { readonly choose: number }[];
}): number {
  const owed = requirements.filter(({ group }) => group === undefined).length;
  return groups.reduce((sum, { choose }) => sum + choose, owed);
}
