/**
 * A block has no gaps: each placement begins where the one before ended, fixed spans and absences passed over.
 *
 *   e₀ = start, eᵢ = to(pᵢ):   from(pᵢ) = skip(eᵢ₋₁) for i = 1, 2, …
 *
 * and skip(e) ≥ start for a doctor under way whose history ends on e; skip gives the first day, from then on, outside every fixed span and absence.
 * Source: blockförordnande, legitimation.socialstyrelsen.se (domain.md D9 [1]).
 */

import { awaySpans, boundaryAt, type Day, type Doctor, skipFixed } from "@placera/domain";
import type { Term } from "../compact/compact-doctor.ts";
import type { Break } from "./rule.ts";
import { doctorRule } from "./rule.ts";
import { blockEnd } from "./service.ts";

export const oneUnbrokenBlock = doctorRule<"one-unbroken-block">({
  id: "one-unbroken-block",
  expresses: ["D9"],
  statement: {
    sv: "Tjänstgöringen är ett sammanhängande block utan uppehåll mellan placeringarna; programmets fasta veckor och läkarens frånvaro är inga uppehåll.",
    en: "The service is one coherent block without gaps between placements; the programme's fixed weeks and the doctor's absences are no gaps.",
  },
  mathematics: "e₀ = start, eᵢ = to(pᵢ): from(pᵢ) = skip(eᵢ₋₁) ∀ i",

  encode: ({ doctor, problem: { calendar }, periods }) => ({
    contiguous: true,
    ...(doctor.history.length > 0 && {
      start: (t: number) => {
        const until = Math.max(calendar.from, endOf(doctor));
        return (periods.nextOpen[boundaryAt(calendar, until) ?? 0] ?? 0) < t ? 1 : 0;
      },
    }),
    automaton: { initial: 0, step: (state, { gap }) => ({ state, broken: gap ? 1 : 0 }) },
  }),

  // Whoever begins in period t was just released, by the stay before or by the start of the block.
  formulate(compact, { periods }) {
    const begun = new Map<number, Term[]>();
    for (const { variable, stay } of compact.stays) {
      begun.set(stay.from, [...(begun.get(stay.from) ?? []), { variable, coefficient: 1 }]);
    }
    for (const [t, terms] of begun) {
      const released = [
        ...compact.stays.filter(({ stay }) => periods.nextOpen[stay.to] === t),
        ...compact.starts.filter(({ period }) => periods.nextOpen[period] === t),
      ].map(({ variable }) => ({ variable, coefficient: -1 }));
      const gaps = compact.breaks(`${t}`, 1).map((term) => ({ ...term, coefficient: -1 }));
      compact.row(`${t}`, [...terms, ...released, ...gaps], Number.NEGATIVE_INFINITY, 0);
    }
  },

  check({ problem: { calendar }, programme, doctor, rotation }) {
    const away = awaySpans(programme, doctor);
    const gaps: Break[] = [];
    let at = rotation.start;
    if (doctor.history.length > 0) {
      const next = skipFixed(away, Math.max(calendar.from, endOf(doctor)));
      if (next < at) gaps.push({ magnitude: 1, from: next, to: at });
    }
    for (const { from, to } of rotation.placements) {
      const next = skipFixed(away, at);
      if (next !== from) gaps.push({ magnitude: 1, from: next, to: from });
      at = to;
    }
    return gaps;
  },

  met: ({ rotation }) => [{ span: { from: rotation.start, to: blockEnd(rotation) } }],
});

/** The day after the last on which a doctor under way was in her block. */
const endOf = ({ history }: Pick<Doctor, "history">): Day => history.at(-1)?.to ?? 0;
