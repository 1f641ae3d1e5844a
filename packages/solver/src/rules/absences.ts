/**
 * A doctor has no placement in an absence, and none runs across one. An absence breaks no block, and
 * is not counted in its length: what is missed is made up for.
 *
 *   ∀ p, a ∈ absences(d): [from(p), to(p)) ∩ a = ∅
 *
 * Source: uncounted absence extends, SOSFS 1999:5 (domain.md D7 [1]).
 */
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const absences = doctorRule<"absences">({
  id: "absences",
  expresses: ["D7"],
  statement: {
    sv: "Under en läkares frånvaro har hon ingen placering, och ingen placering går över en frånvaro; frånvaron bryter inte blocket och räknas inte som tjänstgöring.",
    en: "A doctor has no placement during an absence, and none runs across one; an absence does not break the block and does not count as service.",
  },
  mathematics: "∀ p, a ∈ absences(d): [from(p), to(p)) ∩ a = ∅",

  // Stays are made of periods outside her absences only: nothing to encode.

  check({ doctor, rotation }) {
    return rotation.placements
      .filter(({ from, to }) => doctor.absences.some((away) => away.from < to && from < away.to))
      .map((placement) => placementBreak(placement));
  },

  met({ doctor: { absences } }) {
    return absences.length === 0 ? undefined : absences.map((span) => ({ span }));
  },
});
