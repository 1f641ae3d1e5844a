/**
 * A unit never has more doctors placed than it has seats.
 *
 *   ∀ u, day t: |{p : unit(p) = u, from(p) ≤ t < to(p)}| ≤ seats(u, t)
 *
 * Source: domain.md D25 [F1]: AT and BT share the seats.
 */
import { findOverloads, occupantsByUnit } from "./overloads.ts";
import { unitRule } from "./rule.ts";
import { seatsByPeriod } from "./seats-by-period.ts";

export const unitSeats = unitRule<"unit-seats">({
  id: "unit-seats",
  expresses: ["D25"],
  statement: {
    sv: "En enhet har aldrig fler läkare placerade samtidigt än den har platser.",
    en: "A unit never has more doctors placed at once than it has seats.",
  },
  mathematics: "∀ u, t: |{p : unit(p) = u ∧ from(p) ≤ t < to(p)}| ≤ seats(u, t)",

  encode: ({ units, calendar }) =>
    units.map(({ index, seats }) => ({
      kind: "seats",
      unit: index,
      track: undefined,
      seats: seatsByPeriod(seats, calendar),
    })),

  check(problem, plan) {
    const occupants = occupantsByUnit(plan);
    return problem.units.flatMap(({ id, seats }) =>
      findOverloads(occupants.get(id) ?? [], seats).map(({ from, to, excess, doctors }) => ({
        magnitude: excess,
        unit: id,
        from,
        to,
        doctors,
      })),
    );
  },
});
