/**
 * A unit never has more doctors of one track placed than it has seats for that track.
 *
 *   ∀ u, track k with a cap, day t: |{p : track(p) = k, unit(p) = u, from(p) ≤ t < to(p)}| ≤ seats(u, k, t)
 *
 * Source: domain.md D24 [F1]: psychiatry 10, of which AT at most 7 and BT at most 4.
 */
import { type DoctorId, lookup, TRACKS, type Track } from "@placera/domain";
import { findOverloads, occupantsByUnit } from "./overloads.ts";
import { unitRule } from "./rule.ts";
import { seatsByPeriod } from "./seats-by-period.ts";

export const trackSeats = unitRule<"track-seats">({
  id: "track-seats",
  expresses: ["D24"],
  statement: {
    sv: "En enhet har aldrig fler AT-läkare eller BT-läkare placerade samtidigt än den har platser för just AT eller BT.",
    en: "A unit never has more AT doctors or BT doctors placed at once than it has seats for AT or for BT.",
  },
  mathematics:
    "∀ u, k, t: |{p : track(p) = k ∧ unit(p) = u ∧ from(p) ≤ t < to(p)}| ≤ seats(u, k, t)",

  encode: ({ units, calendar }) =>
    units.flatMap(({ index, trackSeats }) =>
      TRACKS.flatMap((track) => {
        const steps = trackSeats[track];
        if (steps === undefined) return [];
        const seats = seatsByPeriod(steps, calendar);
        return [{ kind: "seats" as const, unit: index, track, seats }];
      }),
    ),

  check(problem, plan) {
    const { doctor, programme } = lookup(problem);
    const trackOf = (id: DoctorId): Track => programme(doctor(id).programme).track;
    return TRACKS.flatMap((track) => {
      const capped = problem.units.filter(({ trackSeats: caps }) => caps[track] !== undefined);
      if (capped.length === 0) return [];
      const occupants = occupantsByUnit(plan, (id) => trackOf(id) === track);
      return capped.flatMap(({ id, trackSeats: caps }) =>
        findOverloads(occupants.get(id) ?? [], caps[track] ?? []).map((overload) => ({
          magnitude: overload.excess,
          unit: id,
          from: overload.from,
          to: overload.to,
          doctors: overload.doctors,
          params: { track },
        })),
      );
    });
  },

  met({ problem, programme: { track }, rotation: { placements } }) {
    const { unit } = lookup(problem);
    const capped = placements.some((each) => unit(each.unit).trackSeats[track] !== undefined);
    return capped ? [] : undefined;
  },
});
