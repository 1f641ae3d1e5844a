/**
 * A supervisor is on site for at least the stated share of full time; each placement of another counts.
 *
 *   broken = |{(d, h, [a, b)) named in a placement : percentage(h) < least}|
 *
 * Told, never demanded. Source: domain.md D37 [52]: at least 60 per cent at a vårdcentral.
 */
import { lookup, type Supervision } from "@placera/domain";
import { nameRule, type SharedBreak } from "./rule.ts";
import { supervisedPlacements } from "./supervised.ts";

export const supervisorPresence = nameRule<"supervisor-presence">({
  id: "supervisor-presence",
  expresses: ["D37"],
  statement: {
    sv: "En handledare är på plats minst den angivna andelen av heltid; den som är mindre på plats redovisas.",
    en: "A supervisor is on site for at least the stated share of full time; one who is there less is told of.",
  },
  mathematics: "broken = |{(d, h, [a, b)) named in p : percentage(h) < least}|",

  check(problem, { supervision = [] }, { percentage }) {
    const bySupervisor = new Map<string, Supervision[]>();
    for (const each of supervision) {
      if (each.requirement === undefined) continue;
      bySupervisor.set(each.supervisor, [...(bySupervisor.get(each.supervisor) ?? []), each]);
    }
    return [...bySupervisor].flatMap(([id, names]): SharedBreak[] => {
      const supervisor = lookup(problem).supervisor(id);
      if (supervisor.percentage >= percentage) return [];
      return [
        {
          magnitude: names.length,
          unit: supervisor.unit,
          doctors: [...new Set(names.map(({ doctor }) => doctor))],
          params: { supervisor: id, own: supervisor.percentage, least: percentage },
        },
      ];
    });
  },

  met: supervisedPlacements,
});
