/**
 * On a grid where months do not come out even, a length in months may fall short by the stated
 * tolerance; who is short, in what and by how many days is told.
 *
 *   short(ℓ, s) = 30·m(ℓ) − s  for service s;   told where 0 < short ≤ toleranceDays, of
 *   placements (each by its own length), sections and pools (section-minima), the block (total-length)
 *
 * Thirteen weeks are 91 days against the 92 of 1 July to 1 October. Told, never demanded.
 * Source: domain.md D5 [1][30]: months by date are the law, 13 weeks are practice.
 */
import {
  blockService,
  countsTowards,
  creditNeeded,
  type Duration,
  lookup,
  placementService,
  type RuleParams,
} from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { type Break, type DoctorCheck, doctorRule } from "./rule.ts";
import { blockEnd, inDays } from "./service.ts";

export const toleranceUsed = doctorRule<"tolerance-used">({
  id: "tolerance-used",
  expresses: ["D5"],
  statement: {
    sv: "Tider i månader räknas på dagen; där en placering, ett avsnitt eller blocket är kortare, inom den tolerans som kalendern anger, redovisas det med antalet dagar.",
    en: "Lengths in months are counted to the day; where a placement, a section or the block is shorter, within the calendar's tolerance, that is told with the number of days.",
  },
  mathematics: "0 < 30·m(ℓ) − service ≤ toleranceDays, of placements, pools of sections, the block",

  check(given) {
    const { doctor, programme, rotation } = given;
    const pools = poolBreaks(given);
    const told = new Set(pools.map(({ params }) => params?.["sections"]));
    const stays = rotation.placements.flatMap((placement) => {
      const owed = programme.requirements.find(({ id }) => id === placement.requirement);
      // A section that is short says it already.
      if (owed === undefined || told.has(owed.sections.join(" "))) return [];
      const { min } = owed.length;
      const days = short(given, placementService(programme, doctor, placement, min), min);
      return days === 0 ? [] : [placementBreak(placement, { fault: "stay", days })];
    });
    return [...pools, ...stays, ...blockBreaks(given)];
  },

  met: () => [],
});

/** Whole days by which service falls short of the length, within the tolerance; else 0. */
function short({ problem, doctor }: DoctorCheck, service: number, length: Duration): number {
  if ("weeks" in length) return 0;
  const days = Math.ceil(creditNeeded(length) - inDays(doctor, service));
  return days > problem.calendar.toleranceDays ? 0 : Math.max(0, days);
}

/** Sections and pools of which the law asks a time. */
function poolBreaks(given: DoctorCheck): Break[] {
  const { problem, doctor, programme, rotation } = given;
  const { section } = lookup(problem);
  const minima = programme.rules.filter(({ rule }) => rule === "section-minima");
  return minima.flatMap(({ params }) =>
    (params as RuleParams<"section-minima">).pools.flatMap(({ sections, min }): Break[] => {
      const service = rotation.placements
        .filter((each) => countsTowards(section(each.section), sections))
        .reduce((sum, each) => sum + placementService(programme, doctor, each, min), 0);
      const days = short(given, service, min);
      if (days === 0) return [];
      return [{ magnitude: 1, params: { fault: "sections", sections: sections.join(" "), days } }];
    }),
  );
}

/** The block, where the law asks a length of it. */
function blockBreaks(given: DoctorCheck): Break[] {
  const { doctor, programme, rotation } = given;
  const block = { from: rotation.start, to: blockEnd(rotation) };
  const lengths = programme.rules.filter(({ rule }) => rule === "total-length");
  return lengths.flatMap(({ params }): Break[] => {
    const { min } = params as RuleParams<"total-length">;
    const days = short(given, blockService(doctor, block, min), min);
    return days === 0 ? [] : [{ magnitude: 1, ...block, params: { fault: "block", days } }];
  });
}
