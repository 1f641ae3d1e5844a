/**
 * A doctor has at most four places of service; a unit returned to counts once.
 *
 *   |{unit(p)}| ≤ max,   broken by the excess
 *
 * Source: Socialstyrelsen 2021 ("bör"), absolute in the founding documents (domain.md D15 [17]).
 */
import type { Term } from "../compact/compact-doctor.ts";
import { doctorRule } from "./rule.ts";

export const atMostFourPlaces = doctorRule<"at-most-four-places">({
  id: "at-most-four-places",
  expresses: ["D15"],
  statement: {
    sv: "Bastjänstgöringen fördelas på högst fyra tjänstgöringsställen; ett ställe man återkommer till räknas en gång.",
    en: "Basic training is spread over at most four places of service; a place one returns to counts once.",
  },
  mathematics: "|{unit(p)}| ≤ max; broken by the excess",

  encode({ programme, problem }, { max }) {
    if (programme.requirements.length <= max) return undefined;
    const returnable = new Set(
      problem.units
        .filter(({ sections }) => {
          const uses = programme.requirements.filter((each) =>
            each.sections.some((section) => sections.includes(section)),
          );
          return uses.length > 1;
        })
        .map(({ id }) => id),
    );
    // A state stands for how many places there were and which of them one can return to.
    const states = [{ count: 0, places: [] as readonly string[] }];
    const numbers = new Map([["0:", 0]]);
    return {
      remembers: (_requirement, unit) => (returnable.has(unit.id) ? unit.id : ""),
      automaton: {
        initial: 0,
        step(state, { stay }) {
          const { count, places } = states[state] ?? { count: 0, places: [] };
          const { id } = stay.unit;
          if (places.includes(id)) return { state, broken: 0 };
          const next = {
            count: count + 1,
            places: returnable.has(id) ? [...places, id].sort() : places,
          };
          const key = `${next.count}:${next.places.join(" ")}`;
          const known = numbers.get(key) ?? states.push(next) - 1;
          numbers.set(key, known);
          return { state: known, broken: next.count > max ? 1 : 0 };
        },
      },
    };
  },

  formulate(compact, { programme }, { max }) {
    const { length } = programme.requirements;
    if (length <= max) return;
    const places = new Map<string, number>();
    const rows = new Map<string, Term[]>();
    for (const { variable, stay } of compact.stays) {
      const place = places.get(stay.unit.id) ?? compact.binary(stay.unit.id);
      places.set(stay.unit.id, place);
      const key = `${stay.requirement.id},${stay.unit.id}`;
      const terms = rows.get(key) ?? [{ variable: place, coefficient: -1 }];
      rows.set(key, [...terms, { variable, coefficient: 1 }]);
    }
    for (const [key, terms] of rows) compact.row(key, terms, Number.NEGATIVE_INFINITY, 0);
    const used = [...places.values()].map((variable) => ({ variable, coefficient: 1 }));
    const excess = compact.breaks("excess", length - max);
    const over = excess.map((term) => ({ ...term, coefficient: -1 }));
    compact.row("max", [...used, ...over], Number.NEGATIVE_INFINITY, max);
  },

  check({ rotation }, { max }) {
    const places = new Set(rotation.placements.map(({ unit }) => unit));
    const excess = places.size - max;
    return excess <= 0 ? [] : [{ magnitude: excess, params: { places: places.size, max } }];
  },

  met({ rotation: { placements } }, { max }) {
    const first = placements.filter(
      ({ unit }, at) => placements.findIndex((each) => each.unit === unit) === at,
    );
    return [{ count: { found: first.length, max }, placements: first }];
  },
});
