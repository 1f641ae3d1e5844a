/**
 * Each section, and each pool of sections together, has at least the service the law asks.
 *
 *   ∀ pool (Q, m): Σ {net(p) : sec(p) counts towards Q} ⊒ m
 *
 * Source: AT 9 months of surgery and medicine with at least 3 of each, psychiatry 3, primary care 6
 * (domain.md D2 [1]); BT emergency care 3 and primary care 3 (D14 [17][53]).
 */
import { countsTowards, lookup } from "@placera/domain";
import { encodeMinima, formulateMinima } from "./minima-encoding.ts";
import { doctorRule } from "./rule.ts";
import { sectionNames } from "./section-names.ts";
import { isEnough, netService } from "./service.ts";

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

  check({ problem, programme, rotation }, { pools }) {
    const { section } = lookup(problem);
    return pools.flatMap(({ sections, min }) => {
      let service = 0;
      for (const placement of rotation.placements) {
        if (!countsTowards(section(placement.section), sections)) continue;
        service += netService(programme.fixedSpans, placement, min);
      }
      if (isEnough(problem.calendar, service, min)) return [];
      return [{ magnitude: 1, params: { sections: sections.join(" "), service } }];
    });
  },

  met({ problem, programme, rotation }, { pools }) {
    const { section } = lookup(problem);
    return pools.map(({ sections, min }) => {
      const placements = rotation.placements.filter((each) =>
        countsTowards(section(each.section), sections),
      );
      const counted = placements.reduce(
        (sum, each) => sum + netService(programme.fixedSpans, each, min),
        0,
      );
      return { what: sectionNames(problem, sections), service: { counted, min }, placements };
    });
  },
});
