/**
 * From each group of a programme a doctor does exactly as many stays as are to be chosen.
 *
 *   ∀ G: |{p : req(p) ∈ G}| = choose(G)
 *
 * Source: definition of a programme with stays to choose from (core@1).
 */
import { type Break, doctorRule } from "./rule.ts";
import { sectionNames } from "./section-names.ts";

export const chosenFromGroup = doctorRule<"chosen-from-group">({
  id: "chosen-from-group",
  expresses: [],
  statement: {
    sv: "Ur varje grupp av valbara placeringar gör läkaren exakt så många som ska väljas.",
    en: "From each group of stays to choose from the doctor does exactly as many as are to be chosen.",
  },
  mathematics: "∀ G: |{p : req(p) ∈ G}| = choose(G)",

  // A path ends only where each group has its number: nothing to encode.
  formulate(compact, { programme }) {
    programme.groups.forEach(({ requirements, choose }, at) => {
      const stays = compact.stays.filter(({ stay }) => requirements.includes(stay.requirement.id));
      const made = stays.map(({ variable }) => ({ variable, coefficient: 1 }));
      const none = { variable: compact.unplaced, coefficient: choose };
      compact.row(`${at}`, [...made, none], choose, choose);
    });
  },

  check({ programme, rotation }) {
    return programme.groups.flatMap(({ requirements, choose }): Break[] => {
      const done = rotation.placements.filter(({ requirement }) =>
        requirements.includes(requirement),
      ).length;
      if (done === choose) return [];
      const fault = done < choose ? "missing" : "too-many";
      const params = { fault, done, choose, group: requirements.join(" ") };
      return [{ magnitude: Math.abs(done - choose), params }];
    });
  },

  met({ problem, programme, rotation }) {
    if (programme.groups.length === 0) return undefined;
    return programme.groups.map(({ requirements, choose }) => {
      const chosen = ({ id }: { readonly id: string }) => requirements.includes(id);
      const sections = programme.requirements.filter(chosen).flatMap((each) => each.sections);
      const placements = rotation.placements.filter(({ requirement: id }) => chosen({ id }));
      const count = { found: placements.length, min: choose, max: choose };
      return { what: sectionNames(problem, [...new Set(sections)]), count, placements };
    });
  },
});
