/**
 * Basic training includes psychiatry of at least the length the region asks.
 *
 *   Σ {net(p) : sec(p) counts towards psychiatry} ⊒ min
 *
 * Source: every published block has it, though no law asks it (domain.md D16 [25]).
 */
import { countsTowards, lookup, placementService } from "@placera/domain";
import { encodeMinima, formulateMinima } from "./minima-encoding.ts";
import { doctorRule } from "./rule.ts";
import { sectionNames } from "./section-names.ts";
import { inDays, isEnough } from "./service.ts";

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

  check({ problem, doctor, programme, rotation }, { min }) {
    const { section } = lookup(problem);
    let service = 0;
    for (const placement of rotation.placements) {
      if (!countsTowards(section(placement.section), ["psychiatry"])) continue;
      service += placementService(programme, doctor, placement, min);
    }
    if (isEnough(problem.calendar, doctor, service, min)) return [];
    return [{ magnitude: 1, params: { service: inDays(doctor, service) } }];
  },

  met({ problem, doctor, programme, rotation }, { min }) {
    const { section } = lookup(problem);
    const placements = rotation.placements.filter((each) =>
      countsTowards(section(each.section), ["psychiatry"]),
    );
    const service = placements.reduce(
      (sum, each) => sum + placementService(programme, doctor, each, min),
      0,
    );
    const counted = inDays(doctor, service);
    return [{ what: sectionNames(problem, ["psychiatry"]), service: { counted, min }, placements }];
  },
});
