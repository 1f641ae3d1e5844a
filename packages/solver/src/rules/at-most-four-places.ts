/**
 * A doctor has at most four places of service; a unit returned to counts once.
 *
 *   |{unit(p)}| ≤ max,   broken by the excess
 *
 * Source: Socialstyrelsen 2021 ("bör"), absolute in the founding documents (domain.md D15 [17]).
 */
import type { Doctor, UnitId } from "@placera/domain";
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

  encode({ programme, problem, doctor }, { max }) {
    const known = placesOf(doctor);
    if (programme.requirements.length + known.length <= max) return undefined;
    const returnable = new Set(
      problem.units
        .filter(({ id, sections }) => {
          const uses = programme.requirements.filter((each) =>
            each.sections.some((section) => sections.includes(section)),
          );
          return uses.length > (known.includes(id) ? 0 : 1);
        })
        .map(({ id }) => id),
    );
    // A state stands for how many places there were and which of them one can return to.
    const first = { count: known.length, places: known.filter((id) => returnable.has(id)) };
    const states: { readonly count: number; readonly places: readonly string[] }[] = [first];
    const numbers = new Map([[`${first.count}:${first.places.join(" ")}`, 0]]);
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
          const number = numbers.get(key) ?? states.push(next) - 1;
          numbers.set(key, number);
          return { state: number, broken: next.count > max ? 1 : 0 };
        },
      },
    };
  },

  formulate(compact, { programme, doctor }, { max }) {
    const known = placesOf(doctor);
    const { length } = programme.requirements;
    if (length + known.length <= max) return;
    const places = new Map<string, number>();
    const rows = new Map<string, Term[]>();
    for (const { variable, stay } of compact.stays) {
      if (known.includes(stay.unit.id)) continue;
      const place = places.get(stay.unit.id) ?? compact.binary(stay.unit.id);
      places.set(stay.unit.id, place);
      const key = `${stay.requirement.id},${stay.unit.id}`;
      const terms = rows.get(key) ?? [{ variable: place, coefficient: -1 }];
      rows.set(key, [...terms, { variable, coefficient: 1 }]);
    }
    for (const [key, terms] of rows) compact.row(key, terms, Number.NEGATIVE_INFINITY, 0);
    const left = Math.max(0, max - known.length);
    const used = [...places.values()].map((variable) => ({ variable, coefficient: 1 }));
    const excess = compact.breaks("excess", length);
    const over = excess.map((term) => ({ ...term, coefficient: -1 }));
    compact.row("max", [...used, ...over], Number.NEGATIVE_INFINITY, left);
  },

  check({ rotation, doctor }, { max }) {
    const places = new Set(placesOf(doctor));
    const before = Math.max(max, places.size);
    for (const { unit } of rotation.placements) places.add(unit);
    const excess = places.size - before;
    return excess <= 0 ? [] : [{ magnitude: excess, params: { places: places.size, max } }];
  },

  met({ rotation: { placements }, doctor }, { max }) {
    const first = placements.filter(
      ({ unit }, at) => placements.findIndex((each) => each.unit === unit) === at,
    );
    const places = new Set([...placesOf(doctor), ...placements.map(({ unit }) => unit)]);
    return [{ count: { found: places.size, max }, placements: first }];
  },
});

/** Where she has been before the plan begins; credited service elsewhere has no place. */
const placesOf = ({ history }: Pick<Doctor, "history">): UnitId[] =>
  [...new Set(history.map(({ unit }) => unit))].sort();
