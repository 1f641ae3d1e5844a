/**
 * A doctor is not placed where or when she must not be.
 *
 *   ∀ p: no forbidden f of d with unit(f) = unit(p), site(f) = site(p), req(f) = req(p), as far as given,
 *   and [from(p), to(p)) ∩ [from(f), to(f)) ≠ ∅, an end left out being open
 *
 * Source: entered by the scheduler.
 */
import { lookup } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const forbiddenPlacements = doctorRule<"forbidden-placements">({
  id: "forbidden-placements",
  expresses: [],
  statement: {
    sv: "En läkare placeras inte på en enhet, en ort eller en tid som är utesluten för henne.",
    en: "A doctor is not placed at a unit, at a site or at a time that is ruled out for her.",
  },
  mathematics:
    "∀ p ∄ f ∈ forbidden(d): unit(f) = unit(p) ∧ site(f) = site(p) ∧ req(f) = req(p), as far as given, ∧ [from(p), to(p)) ∩ [from(f), to(f)) ≠ ∅",

  encode({ doctor, service }) {
    if (doctor.forbidden.length === 0) return undefined;
    return {
      stay: ({ requirement, unit, from, to }) =>
        doctor.forbidden.some(
          (no) =>
            (no.requirement ?? requirement.id) === requirement.id &&
            (no.unit ?? unit.id) === unit.id &&
            (no.site ?? unit.site) === unit.site &&
            service.day(from) < (no.to ?? Number.POSITIVE_INFINITY) &&
            service.day(to) > (no.from ?? Number.NEGATIVE_INFINITY),
        )
          ? 1
          : 0,
    };
  },

  check({ problem, doctor, rotation }) {
    if (doctor.forbidden.length === 0) return [];
    return rotation.placements
      .filter((placement) => {
        const { site } = lookup(problem).unit(placement.unit);
        return doctor.forbidden.some(
          (forbidden) =>
            (forbidden.unit ?? placement.unit) === placement.unit &&
            (forbidden.site ?? site) === site &&
            (forbidden.requirement ?? placement.requirement) === placement.requirement &&
            placement.from < (forbidden.to ?? Number.POSITIVE_INFINITY) &&
            (forbidden.from ?? Number.NEGATIVE_INFINITY) < placement.to,
        );
      })
      .map((placement) => placementBreak(placement));
  },

  met: ({ doctor: { forbidden } }) => (forbidden.length === 0 ? undefined : []),
});
