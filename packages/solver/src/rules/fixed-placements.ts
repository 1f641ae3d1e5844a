/**
 * What the scheduler has fixed for a doctor (unit, first day, last day of a stay) holds.
 *
 *   ∀ fixed f of d: the p with req(p) = req(f) has unit(p) = unit(f), from(p) = from(f), to(p) = to(f), as far as given
 *
 * Source: entered by the scheduler; published and frozen placements, domain.md D33 [30].
 */
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const fixedPlacements = doctorRule<"fixed-placements">({
  id: "fixed-placements",
  expresses: ["D33"],
  statement: {
    sv: "Det som är bestämt i förväg för en läkare, såsom enhet, första dag eller sista dag för en placering, gäller.",
    en: "What has been settled beforehand for a doctor, such as the unit, the first day or the last day of a placement, holds.",
  },
  mathematics:
    "∀ f ∈ fixed(d), p with req(p) = req(f): unit(p) = unit(f) ∧ from(p) = from(f) ∧ to(p) = to(f), as far as given",

  encode({ doctor, programme, service }) {
    if (doctor.fixed.length === 0) return undefined;
    const chosen = programme.requirements.filter(
      ({ id, group }) =>
        group !== undefined && doctor.fixed.some(({ requirement }) => requirement === id),
    );
    return {
      // What is settled of a stay to choose settles that it is chosen.
      ...(chosen.length > 0 && {
        whole: (done: number) => chosen.filter(({ index }) => (done & (1 << index)) === 0).length,
      }),
      stay: ({ requirement, unit, from, to }) =>
        doctor.fixed.filter(
          (fixed) =>
            fixed.requirement === requirement.id &&
            ((fixed.unit !== undefined && fixed.unit !== unit.id) ||
              (fixed.from !== undefined && fixed.from !== service.day(from)) ||
              (fixed.to !== undefined && fixed.to !== service.day(to))),
        ).length,
    };
  },

  formulate(compact, { doctor, programme }) {
    for (const { id, group } of programme.requirements) {
      if (group === undefined || !doctor.fixed.some((each) => each.requirement === id)) continue;
      const stays = compact.stays.filter(({ stay }) => stay.requirement.id === id);
      const made = stays.map(({ variable }) => ({ variable, coefficient: 1 }));
      compact.row(id, [...made, { variable: compact.unplaced, coefficient: 1 }], 1, 1);
    }
  },

  check({ doctor, rotation }) {
    return doctor.fixed.flatMap((fixed) => {
      const placed = rotation.placements.find(
        ({ requirement }) => requirement === fixed.requirement,
      );
      if (placed === undefined) {
        return [{ magnitude: 1, params: { fault: "missing", requirement: fixed.requirement } }];
      }
      const holds =
        (fixed.unit ?? placed.unit) === placed.unit &&
        (fixed.from ?? placed.from) === placed.from &&
        (fixed.to ?? placed.to) === placed.to;
      return holds ? [] : [placementBreak(placed)];
    });
  },

  met({ doctor: { fixed }, rotation }) {
    if (fixed.length === 0) return undefined;
    const settled = ({ requirement }: { readonly requirement: string }) =>
      fixed.some((each) => each.requirement === requirement);
    return [{ placements: rotation.placements.filter(settled) }];
  },
});
