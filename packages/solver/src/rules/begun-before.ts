/**
 * A stay begins only after the stays it builds on have begun; one of them left out is a break too.
 *
 *   broken = |{(p, r) : r ∈ after(req(p)), ∄ q: req(q) = r ∧ from(q) < from(p)}|
 *
 * Source: entered by the scheduler.
 */
import { type Break, doctorRule } from "./rule.ts";

export const begunBefore = doctorRule<"begun-before">({
  id: "begun-before",
  expresses: [],
  statement: {
    sv: "En placering börjar först när de placeringar den bygger på har börjat.",
    en: "A stay begins only once the stays it builds on have begun.",
  },
  mathematics: "broken = |{(p, r) : r ∈ after(req(p)) ∧ ∄ q: req(q) = r ∧ from(q) < from(p)}|",

  encode({ programme: { requirements } }) {
    if (requirements.every(({ after }) => after.length === 0)) return undefined;
    const before = requirements.map(({ after }) =>
      after.map((id) => 1 << requirements.findIndex((each) => each.id === id)),
    );
    return {
      before: before.map((bits) => bits.reduce((mask, bit) => mask | bit, 0)),
      asksDone: true,
      step: ({ stay, done }) =>
        (before[stay.requirement.index] ?? []).filter((bit) => (done & bit) === 0).length,
    };
  },

  // By every period: a stay has begun only if the one it builds on began before it.
  formulate(compact, { programme }) {
    for (const { id, after } of programme.requirements) {
      const own = compact.stays.filter(({ stay }) => stay.requirement.id === id);
      for (const first of after) {
        const others = compact.stays.filter(({ stay }) => stay.requirement.id === first);
        const out = compact.breaks(`${id},${first}`, 1);
        for (const t of new Set(own.map(({ stay }) => stay.from))) {
          const begun = own.filter(({ stay }) => stay.from <= t);
          const preceded = others.filter(({ stay }) => stay.from < t);
          compact.row(
            `${id},${first},${t}`,
            [
              ...begun.map(({ variable }) => ({ variable, coefficient: 1 })),
              ...preceded.map(({ variable }) => ({ variable, coefficient: -1 })),
              ...out.map((term) => ({ ...term, coefficient: -1 })),
            ],
            Number.NEGATIVE_INFINITY,
            0,
          );
        }
      }
    }
  },

  check({ programme, rotation: { placements } }) {
    const begun = (id: string, before: number): boolean =>
      placements.some((each) => each.requirement === id && each.from < before);
    return programme.requirements.flatMap(({ id, after }): Break[] => {
      if (after.length === 0) return [];
      return placements.flatMap(({ requirement, unit, from, to }) =>
        requirement !== id
          ? []
          : after
              .filter((first) => !begun(first, from))
              .map((first) => ({ magnitude: 1, unit, from, to, params: { requirement, first } })),
      );
    });
  },

  met({ programme, rotation: { placements } }) {
    if (programme.requirements.every(({ after }) => after.length === 0)) return undefined;
    return programme.requirements.flatMap(({ id, after }) => {
      const own = placements.filter(({ requirement }) => requirement === id);
      const first = placements.filter(({ requirement }) => after.includes(requirement));
      return own.length === 0 || after.length === 0 ? [] : [{ placements: [...first, ...own] }];
    });
  },
});
