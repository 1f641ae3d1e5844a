/**
 * A doctor has no placement in an absence. A placement runs across one only where the absence says
 * so: she comes back to it, its seat is kept, and what is missing is made up for in it. An absence
 * breaks no block, and is not counted in its length. Earned vacation counts as service and is none.
 *
 *   ∀ p, a ∈ absences(d), not across: [from(p), to(p)) ∩ a = ∅
 *   ∀ p, a ∈ absences(d), across:     from(p) ∉ [from(a), to(a)),   to(p) ∉ (from(a), to(a)]
 *
 * Source: uncounted absence extends, earned vacation does not, SOSFS 1999:5 (domain.md D7 [1]).
 */
import type { Absence, Placement } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const absences = doctorRule<"absences">({
  id: "absences",
  expresses: ["D7"],
  statement: {
    sv: "Ingen placering börjar eller slutar under en läkares frånvaro, och den går över frånvaron bara där hon ska komma tillbaka till den; frånvaron bryter inte blocket, räknas inte som tjänstgöring och tas igen. Intjänad semester räknas och tas inte igen.",
    en: "No placement begins or ends during a doctor's absence, and it runs across one only where she is to come back to it; the absence does not break the block, does not count as service and is made up for. Earned vacation counts and is not made up for.",
  },
  mathematics:
    "∀ p, a ∈ absences(d): [from(p), to(p)) ∩ a = ∅, or a is across ∧ from(p) ∉ [from(a), to(a)) ∧ to(p) ∉ (from(a), to(a)]",

  // Stays are made of periods outside her absences, and counted without them: nothing to encode.

  check({ doctor, rotation }) {
    return rotation.placements
      .filter((placement) => doctor.absences.some((away) => clashes(placement, away)))
      .map((placement) => placementBreak(placement));
  },

  met({ doctor: { absences } }) {
    return absences.length === 0 ? undefined : absences.map((span) => ({ span }));
  },
});

const clashes = ({ from, to }: Placement, away: Absence): boolean =>
  away.across
    ? (away.from <= from && from < away.to) || (away.from < to && to <= away.to)
    : away.from < to && from < away.to;
