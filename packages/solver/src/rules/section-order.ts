/**
 * Placements come in the programme's order; without one, the sections named last come last.
 *
 *   broken = |{p : ∃ q: group(req(q)) < group(req(p)), from(q) > from(p)}|
 *
 * Groups are the order template; else the stays all of whose sections count towards those named
 * last, after all the others.
 * Source: formerly law, repealed by HSLF-FS 2020:18; now local (domain.md D10 [3][7]).
 */
import { countsTowards, lookup } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const sectionOrder = doctorRule<"section-order">({
  id: "section-order",
  expresses: ["D10"],
  statement: {
    sv: "Placeringarna följer programmets ordning; utan en sådan kommer de avsnitt som ska ligga sist, som regel allmänmedicin, efter alla andra.",
    en: "Placements follow the programme's order; without one, the sections that are to be last, as a rule primary care, come after all others.",
  },
  mathematics: "broken = |{p : ∃ q: group(req(q)) < group(req(p)) ∧ from(q) > from(p)}|",

  check({ problem, programme, rotation }, { last }) {
    const { section } = lookup(problem);
    const groupOf = new Map<string, number>();
    programme.order?.forEach((group, index) => {
      for (const id of group) groupOf.set(id, index);
    });
    if (programme.order === undefined) {
      for (const { id, sections } of programme.requirements) {
        groupOf.set(id, sections.every((each) => countsTowards(section(each), last)) ? 1 : 0);
      }
    }
    const group = (requirement: string): number => groupOf.get(requirement) ?? 0;
    return rotation.placements
      .filter((placement) =>
        rotation.placements.some(
          (other) =>
            group(other.requirement) < group(placement.requirement) && other.from > placement.from,
        ),
      )
      .map((placement) => placementBreak(placement));
  },
});
