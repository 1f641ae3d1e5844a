/**
 * Basic training includes psychiatry of at least the length the region asks.
 *
 *   Σ {net(p) : sec(p) counts towards psychiatry} ⊒ min
 *
 * Source: every published block has it, though no law asks it (domain.md D16 [25]).
 */
import { countsTowards, lookup } from "@placera/domain";
import { encodeMinima, formulateMinima } from "./minima-encoding.ts";
import { doctorRule } from "./rule.ts";
import { sectionNames } from "./section-names.ts";
import { isEnough, netService } from "./service.ts";

export const psychiatryInBt = doctorRule<"psychiatry-in-bt">({
  id: "psychiatry-in-bt",
  expresses: ["D16"],
  statement: {
    sv: "Bastjänstgöringen innehåller psykiatri, minst så länge som regionen har bestämt.",
    en: "Basic training includes psychiatry, at least as long as the region has decided.",
  },
  mathematics: "Σ {net(p) : sec(p) counts towards psychiatry} ⊒ min",

  encode: (facts, { min }) => encodeMinima(facts, [{ sections: ["psychiatry"], min }]),
  formulate: (compact, facts, { min }) =>
    formulateMinima(compact, facts, [{ sections: ["psychiatry"], min }]),

  check({ problem, programme, rotation }, { min }) {
    const { section } = lookup(problem);
    let service = 0;
    for (const placement of rotation.placements) {
      if (!countsTowards(section(placement.section), ["psychiatry"])) continue;
      service += netService(programme.fixedSpans, placement, min);
    }
    return isEnough(problem.calendar, service, min) ? [] : [{ magnitude: 1, params: { service } }];
  },

  met({ problem, programme, rotation }, { min }) {
    const { section } = lookup(problem);
    const placements = rotation.placements.filter((each) =>
      countsTowards(section(each.section), ["psychiatry"]),
    );
    const counted = placements.reduce(
      (sum, each) => sum + netService(programme.fixedSpans, each, min),
      0,
    );
    return [{ what: sectionNames(problem, ["psychiatry"]), service: { counted, min }, placements }];
  },
});
