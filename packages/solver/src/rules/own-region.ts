/**
 * A doctor is placed at units of her own region.
 *
 *   ∀ p: region(unit(p)) = region(d)
 *
 * Source: domain.md D42 [F3]: several regions in one model, separate seats.
 */
import { lookup, type Programme } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

/** Must a doctor of the programme stay in her region? */
export const staysInRegion = ({ rules }: Pick<Programme, "rules">): boolean =>
  rules.some(({ rule, mode }) => rule === "own-region" && mode === "must");

export const ownRegion = doctorRule<"own-region">({
  id: "own-region",
  expresses: ["D42"],
  statement: {
    sv: "En läkare placeras på enheter i sin egen region.",
    en: "A doctor is placed at units of her own region.",
  },
  mathematics: "∀ p: region(unit(p)) = region(d)",

  encode: ({ doctor }) => ({
    place: (_requirement, unit) => (unit.region === doctor.region ? 0 : 1),
  }),

  check({ problem, doctor, rotation }) {
    return rotation.placements
      .filter(({ unit }) => lookup(problem).unit(unit).region !== doctor.region)
      .map((placement) => placementBreak(placement, { region: doctor.region }));
  },
});
