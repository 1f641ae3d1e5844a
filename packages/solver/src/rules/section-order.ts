/**
 * Placements come in the programme's order; without one, the sections named last come last.
 *
 *   broken = |{p : ∃ q: group(req(q)) < group(req(p)), from(q) > from(p)}|
 *
 * Groups are the order template; else the stays all of whose sections count towards those named
 * last, after all the others but those of research alone, which are free.
 * Source: formerly law, repealed by HSLF-FS 2020:18; now local (domain.md D10 [3][7]).
 */
import {
  countsTowards,
  isResearch,
  lookup,
  type Problem,
  type Programme,
  type Requirement,
  type SectionId,
} from "@placera/domain";
import type { RuleFacts } from "../formulation/facts.ts";
import { placementBreak } from "./placement-break.ts";
import { doctorRule, type LineEncoding } from "./rule.ts";

export const sectionOrder = doctorRule<"section-order">({
  id: "section-order",
  expresses: ["D10", "D39"],
  statement: {
    sv: "Placeringarna följer programmets ordning; utan en sådan kommer de avsnitt som ska ligga sist, som regel allmänmedicin, efter alla andra; forskning ligger när som helst.",
    en: "Placements follow the programme's order; without one, the sections that are to be last, as a rule primary care, come after all others; research may lie anywhere.",
  },
  mathematics: "broken = |{p : ∃ q: group(req(q)) < group(req(p)) ∧ from(q) > from(p)}|",

  encode(facts, { last }) {
    const before = earlierGroups(facts, last);
    if (facts.programme.groups.length > 0) return overtaken(before);
    return {
      asksDone: true,
      automaton: {
        initial: 0,
        step: (state, { stay, done }) => ({
          state,
          broken: ((before[stay.requirement.index] ?? 0) & ~done) === 0 ? 0 : 1,
        }),
      },
    };
  },

  // By every period: a stay has begun only if each stay of an earlier group began before it.
  formulate(compact, facts, { last }) {
    const before = earlierGroups(facts, last);
    for (const later of facts.programme.requirements) {
      const earlier = facts.programme.requirements.filter(
        ({ index }) => ((before[later.index] ?? 0) & (1 << index)) !== 0,
      );
      if (earlier.length === 0) continue;
      const own = compact.stays.filter(({ stay }) => stay.requirement.id === later.id);
      const out = compact.breaks(later.id, 1).map((term) => ({ ...term, coefficient: -1 }));
      for (const { id, group } of earlier) {
        const others = compact.stays.filter(({ stay }) => stay.requirement.id === id);
        for (const t of new Set(own.map(({ stay }) => stay.from))) {
          const begun = own.filter(({ stay }) => stay.from <= t);
          const preceded = others.filter(({ stay }) => stay.from < t);
          // One that may be left out counts only where it is taken.
          const taken = group === undefined ? [] : others;
          compact.row(
            `${later.id},${id},${t}`,
            [
              ...begun.map(({ variable }) => ({ variable, coefficient: 1 })),
              ...preceded.map(({ variable }) => ({ variable, coefficient: -1 })),
              ...taken.map(({ variable }) => ({ variable, coefficient: 1 })),
              ...out,
            ],
            Number.NEGATIVE_INFINITY,
            group === undefined ? 0 : 1,
          );
        }
      }
    }
  },

  check({ problem, programme, rotation: { placements } }, { last }) {
    const groups = placements.map(({ requirement }) => {
      const owed = programme.requirements.find(({ id }) => id === requirement);
      return owed === undefined ? Number.NaN : groupIn(problem, programme, owed, last);
    });
    return placements
      .filter(({ from }, at) =>
        // What is in no group comes neither before nor after any.
        placements.some(
          (other, earlier) =>
            (groups[earlier] as number) < (groups[at] as number) && other.from > from,
        ),
      )
      .map((placement) => placementBreak(placement));
  },

  met: ({ rotation: { placements } }) => [{ placements }],
});

/** The group of a stay owed, earlier ones lower; NaN where it is in none. */
function groupIn(
  problem: Problem,
  { order }: Programme,
  { id, sections }: Requirement,
  last: readonly SectionId[],
): number {
  if (order !== undefined) {
    const at = order.findIndex((group) => group.includes(id));
    return at < 0 ? Number.NaN : at;
  }
  const { section } = lookup(problem);
  if (sections.every((each) => isResearch(section(each)))) return Number.NaN;
  return sections.every((each) => countsTowards(section(each), last)) ? 1 : 0;
}

/** Where stays may be left out: one counts once a stay of an earlier group comes after it. */
function overtaken(before: readonly number[]): LineEncoding {
  // The state is the mask of the stays counted already, interned: masks are sparse.
  const counted = [0];
  const numbers = new Map([[0, 0]]);
  return {
    asksDone: true,
    automaton: {
      initial: 0,
      step(state, { stay, done }) {
        const bit = 1 << stay.requirement.index;
        let now = counted[state] ?? 0;
        let broken = 0;
        before.forEach((earlier, later) => {
          if ((done & (1 << later)) === 0 || (now & (1 << later)) !== 0) return;
          if ((earlier & bit) === 0) return;
          now |= 1 << later;
          broken++;
        });
        const known = numbers.get(now) ?? counted.push(now) - 1;
        numbers.set(now, known);
        return { state: known, broken };
      },
    },
  };
}

/** By requirement: those of earlier groups, as a bit mask over indices. */
function earlierGroups({ problem, programme }: RuleFacts, last: readonly string[]): number[] {
  const { section } = lookup(problem);
  const rank = programme.requirements.map(({ id, sections }) => {
    if (programme.order !== undefined) {
      return programme.order.findIndex((group) => group.includes(id));
    }
    if (sections.every((each) => isResearch(section(each)))) return Number.NaN;
    return Number(sections.every((each) => section(each).countsAs.some((up) => last.includes(up))));
  });
  return rank.map((own) =>
    rank.reduce((mask, other, at) => (other < own ? mask | (1 << at) : mask), 0),
  );
}
