/**
 * The stays that belong at the base are all at one site: the doctor's base site where it is given.
 *
 *   B = {site(unit(p)) : atBase(req(p))}:   |B| ≤ 1,   B ⊆ {base(d)} where given
 *
 * Source: domain.md D27 [28]: intakes divided over hospitals.
 */

import { lookup } from "@placera/domain";
import type { Term } from "../compact/compact-doctor.ts";
import { doctorRule } from "./rule.ts";

export const oneBaseSite = doctorRule<"one-base-site">({
  id: "one-base-site",
  expresses: ["D27"],
  statement: {
    sv: "De tjänstgöringar som hör till basorten görs alla på en och samma ort, den som är läkarens bassite om en sådan är angiven.",
    en: "The stays that belong at the base are all at one site, the doctor's base site where one is given.",
  },
  mathematics: "B = {site(unit(p)) : atBase(req(p))}: |B| ≤ 1 ∧ B ⊆ {base(d)} where given",

  encode({ doctor, programme, problem }) {
    if (!programme.requirements.some(({ atBase }) => atBase)) return undefined;
    const siteNumber = new Map(problem.sites.map(({ id }, at) => [id, at + 1]));
    return {
      place: ({ atBase }, unit) => (atBase && (doctor.baseSite ?? unit.site) !== unit.site ? 1 : 0),
      remembers: ({ atBase }, unit) => (atBase ? unit.site : ""),
      // The state is the base site's number, 0 before there is one.
      automaton: {
        initial: 0,
        step(state, { stay }) {
          if (!stay.requirement.atBase) return { state, broken: 0 };
          const site = siteNumber.get(stay.unit.site) ?? 0;
          return { state: site, broken: state === 0 || state === site ? 0 : 1 };
        },
      },
    };
  },

  formulate(compact) {
    const bases = new Map<string, number>();
    const rows = new Map<string, Term[]>();
    for (const { variable, stay } of compact.stays) {
      if (!stay.requirement.atBase) continue;
      const { site } = stay.unit;
      const base = bases.get(site) ?? compact.binary(site);
      bases.set(site, base);
      const key = `${stay.requirement.id},${site}`;
      const terms = rows.get(key) ?? [{ variable: base, coefficient: -1 }];
      rows.set(key, [...terms, { variable, coefficient: 1 }]);
    }
    if (bases.size < 2) return;
    for (const [key, terms] of rows) compact.row(key, terms, Number.NEGATIVE_INFINITY, 0);
    const one = [...bases.values()].map((variable) => ({ variable, coefficient: 1 }));
    compact.row("one", one, 0, 1);
  },

  check({ problem, doctor, programme, rotation }) {
    const atBase = new Set<string>();
    for (const { id, atBase: belongs } of programme.requirements) if (belongs) atBase.add(id);
    const sites = new Set<string>();
    for (const { requirement, unit } of rotation.placements) {
      if (atBase.has(requirement)) sites.add(lookup(problem).unit(unit).site);
    }
    const elsewhere = [...sites].some((site) => site !== (doctor.baseSite ?? site));
    const magnitude = Math.max(0, sites.size - 1) + (elsewhere ? 1 : 0);
    return magnitude === 0 ? [] : [{ magnitude, params: { sites: [...sites].join(" ") } }];
  },

  met({ problem, programme, rotation }) {
    const atBase = programme.requirements.filter((each) => each.atBase).map(({ id }) => id);
    if (atBase.length === 0) return undefined;
    const placements = rotation.placements.filter(({ requirement }) =>
      atBase.includes(requirement),
    );
    const { unit, site } = lookup(problem);
    const sites = [...new Set(placements.map((each) => site(unit(each.unit).site).name))].join(
      ", ",
    );
    return [{ what: { sv: sites, en: sites }, placements }];
  },
});
