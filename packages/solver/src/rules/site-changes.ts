/**
 * A doctor stays at the site where she is; each placement at another site than the one before is a break.
 *
 *   broken = |{i ≥ 2 : site(pᵢ) ≠ site(pᵢ₋₁)}|
 *
 * Source: entered by the scheduler.
 */
import { lookup } from "@placera/domain";
import type { CompactDoctor } from "../compact/compact-doctor.ts";
import type { RuleFacts } from "../formulation/facts.ts";
import { type Break, type DoctorCheck, doctorRule, type LineEncoding } from "./rule.ts";

/** Changes of site, as the rule counts them and as a doctor's wish does. */
export function siteChangeEncoding({ problem }: RuleFacts): LineEncoding {
  // The state is the site of the stay before, counted from 1.
  const numbers = new Map<string, number>(problem.sites.map(({ id }, at) => [id, at + 1]));
  return {
    remembers: (_requirement, unit) => unit.site,
    automaton: {
      initial: 0,
      steady: "few",
      step: (state, { stay }) => {
        const site = numbers.get(stay.unit.site) ?? 0;
        return { state: site, broken: state === 0 || state === site ? 0 : 1 };
      },
    },
  };
}

/** In the compact formulation: from one stay to the next, whichever they are. */
export function formulateSiteChanges(compact: CompactDoctor): void {
  const { stays } = compact;
  const ends = [...new Set(stays.map(({ stay }) => stay.to))];
  for (const b of new Set(stays.map(({ stay }) => stay.from))) {
    const later = stays.filter(({ stay }) => stay.from === b);
    const out = compact.breaks(`${b}`, 1).map((term) => ({ ...term, coefficient: -1 }));
    for (const a of ends.filter((end) => end <= b)) {
      const between = stays
        .filter(({ stay }) => stay.from >= a && stay.to <= b)
        .map(({ variable }) => ({ variable, coefficient: -1 }));
      const earlier = stays.filter(({ stay }) => stay.to === a);
      for (const site of new Set(earlier.map(({ stay }) => stay.unit.site))) {
        const here = earlier.filter(({ stay }) => stay.unit.site === site);
        const away = later.filter(({ stay }) => stay.unit.site !== site);
        if (away.length === 0) continue;
        const both = [...here, ...away].map(({ variable }) => ({ variable, coefficient: 1 }));
        compact.row(
          `${a},${b},${site}`,
          [...both, ...between, ...out],
          Number.NEGATIVE_INFINITY,
          1,
        );
      }
    }
  }
}

/** The changes of site of a rotation. */
export function changesOfSite({ problem, rotation: { placements } }: DoctorCheck): Break[] {
  const siteOf = (unit: string) => lookup(problem).unit(unit).site;
  return placements.flatMap(({ requirement, unit, from, to }, at) => {
    const before = placements[at - 1];
    if (before === undefined || siteOf(before.unit) === siteOf(unit)) return [];
    return [{ magnitude: 1, unit, from, to, params: { requirement } }];
  });
}

export const siteChanges = doctorRule<"site-changes">({
  id: "site-changes",
  expresses: [],
  statement: {
    sv: "Läkaren stannar på den ort där hon är; varje placering på en annan ort än den förra räknas.",
    en: "The doctor stays at the site where she is; each placement at another site than the one before counts.",
  },
  mathematics: "broken = |{i ≥ 2 : site(pᵢ) ≠ site(pᵢ₋₁)}|",
  encode: siteChangeEncoding,
  formulate: formulateSiteChanges,
  check: changesOfSite,
});
