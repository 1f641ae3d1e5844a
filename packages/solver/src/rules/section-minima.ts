/**
 * Each section, and each pool of sections together, has at least the service the law asks.
 *
 *   ∀ pool (Q, m): Σ {net(p) : sec(p) counts towards Q} ⊒ m
 *
 * Source: AT 9 months of surgery and medicine with at least 3 of each, psychiatry 3, primary care 6
 * (domain.md D2 [1]); BT emergency care 3 and primary care 3 (D14 [17][53]).
 */
import { countsTowards, lookup, placementService } from "@placera/domain";
import { encodeMinima, formulateMinima } from "./minima-encoding.ts";
import { doctorRule } from "./rule.ts";
import { sectionNames } from "./section-names.ts";
import { inDays, isEnough } from "./service.ts";

export const sectionMinima = doctorRule<"section-minima">({
  id: "section-minima",
  expresses: ["D2", "D14"],
  statement: {
    sv: "Varje tjänstgöringsavsnitt, och de avsnitt som räknas ihop, får minst den tid som författningen kräver.",
    en: "Each section, and the sections counted together, get at least the time the regulations ask.",
  },
  mathematics: "∀ (Q, m) ∈ pools: Σ {net(p) : sec(p) counts towards Q} ⊒ m",

  encode: (facts, { pools }) => encodeMinima(facts, pools),
  formulate: (compact, facts, { pools }) => formulateMinima(compact, facts, pools),

  check({ problem, doctor, programme, rotation }, { pools }) {
    const { section } = lookup(problem);
    return pools.flatMap(({ sections, min }) => {
      let service = 0;
      for (const placement of rotation.placements) {
        if (!countsTowards(section(placement.section), sections)) continue;
        service += placementService(programme, doctor, placement, min);
      }
      if (isEnough(problem.calendar, doctor, service, min)) return [];
      const days = inDays(doctor, service);
      return [{ magnitude: 1, params: { sections: sections.join(" "), service: days } }];
    });
  },

  met({ problem, doctor, programme, rotation }, { pools }) {
    const { section } = lookup(problem);
    return pools.map(({ sections, min }) => {
      const placements = rotation.placements.filter((each) =>
        countsTowards(section(each.section), sections),
      );
      const service = placements.reduce(
        (sum, each) => sum + placementService(programme, doctor, each, min),
        0,
      );
      const counted = inDays(doctor, service);
      return { what: sectionNames(problem, sections), service: { counted, min }, placements };
    });
  },
});
