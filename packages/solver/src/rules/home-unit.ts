/**
 * Who has a home unit does there what it gives.
 *
 *   broken = |{p : S(req(p)) ∩ S(home(d)) ≠ ∅ ∧ unit(p) ≠ home(d)}|
 *
 * Source: klinik-BT and integrated BT, with chief and home unit there (domain.md D19 [F1]).
 */
import { type Doctor, lookup, type Problem, type Requirement } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const homeUnit = doctorRule<"home-unit">({
  id: "home-unit",
  expresses: ["D19"],
  statement: {
    sv: "Den som har en hemenhet gör där den tjänstgöring som enheten kan ge.",
    en: "Who has a home unit does there the service that it can give.",
  },
  mathematics: "broken = |{p : S(req(p)) ∩ S(home(d)) ≠ ∅ ∧ unit(p) ≠ home(d)}|",

  encode({ problem, doctor }) {
    const home = doctor.employment?.homeUnit;
    if (home === undefined) return undefined;
    return {
      place: (requirement, unit) =>
        unit.id !== home && couldBeHome(problem, doctor, requirement) ? 1 : 0,
    };
  },

  check({ problem, doctor, programme, rotation }) {
    const home = doctor.employment?.homeUnit;
    if (home === undefined) return [];
    return rotation.placements
      .filter(({ requirement, unit }) => {
        const owed = programme.requirements.find(({ id }) => id === requirement);
        return unit !== home && owed !== undefined && couldBeHome(problem, doctor, owed);
      })
      .map((placement) => placementBreak(placement, { home }));
  },

  met({ doctor, rotation: { placements } }) {
    const home = doctor.employment?.homeUnit;
    if (home === undefined) return undefined;
    return [{ placements: placements.filter(({ unit }) => unit === home) }];
  },
});

/** Does the home unit give a section that the stay can be done in? */
function couldBeHome(
  problem: Problem,
  { employment }: Pick<Doctor, "employment">,
  { sections }: Requirement,
): boolean {
  const home = employment?.homeUnit;
  const given = home === undefined ? [] : lookup(problem).unit(home).sections;
  return sections.some((section) => given.includes(section));
}
