/**
 * A doctor has at most so many placements at any one site.
 *
 *   ∀ h: |{p : site(p) = h}| ≤ max;   broken by the excess, all sites together
 *
 * Source: entered by the scheduler.
 */
import { lookup } from "@placera/domain";
import { doctorRule } from "./rule.ts";

export const siteLimit = doctorRule<"site-limit">({
  id: "site-limit",
  expresses: [],
  statement: {
    sv: "En läkare har högst det angivna antalet placeringar på en och samma ort.",
    en: "A doctor has at most the stated number of placements at any one site.",
  },
  mathematics: "∀ h: |{p : site(p) = h}| ≤ max; broken by the excess, all sites together",

  encode({ programme, problem }, { max }) {
    if (staysOf(programme) <= max) return undefined;
    // A state is how many placements each site has had so far.
    const states: number[][] = [problem.sites.map(() => 0)];
    const numbers = new Map<string, number>([[String(states[0]), 0]]);
    const index = new Map<string, number>(problem.sites.map(({ id }, at) => [id, at]));
    return {
      mostAtSite: max,
      remembers: (_requirement, unit) => unit.site,
      automaton: {
        initial: 0,
        step(state, { stay }) {
          const counts = [...(states[state] ?? [])];
          const at = index.get(stay.unit.site) ?? 0;
          const count = (counts[at] ?? 0) + 1;
          counts[at] = count;
          const key = String(counts);
          const known = numbers.get(key) ?? states.push(counts) - 1;
          numbers.set(key, known);
          return { state: known, broken: count > max ? 1 : 0 };
        },
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
