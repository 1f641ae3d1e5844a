/**
 * A doctor has at most four places of service; a unit returned to counts once.
 *
 *   |{unit(p)}| ≤ max,   broken by the excess
 *
 * Source: Socialstyrelsen 2021 ("bör"), absolute in the founding documents (domain.md D15 [17]).
 */
import { doctorRule } from "./rule.ts";

export const atMostFourPlaces = doctorRule<"at-most-four-places">({
  id: "at-most-four-places",
  expresses: ["D15"],
  statement: {
    sv: "Bastjänstgöringen fördelas på högst fyra tjänstgöringsställen; ett ställe man återkommer till räknas en gång.",
    en: "Basic training is spread over at most four places of service; a place one returns to counts once.",
  },
  mathematics: "|{unit(p)}| ≤ max; broken by the excess",

  check({ rotation }, { max }) {
    const places = new Set(rotation.placements.map(({ unit }) => unit));
    const excess = places.size - max;
    return excess <= 0 ? [] : [{ magnitude: excess, params: { places: places.size, max } }];
  },
});
