/**
 * A placement is credited to a section that its unit gives.
 *
 *   ∀ p: sec(p) ∈ S(unit(p))
 *
 * Source: domain.md D3 [F2][6]: unit to section, many to one, as the region has set it.
 */
import { lookup } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const unitGivesSection = doctorRule<"unit-gives-section">({
  id: "unit-gives-section",
  expresses: ["D3"],
  statement: {
    sv: "En placering tillgodoräknas bara i ett avsnitt som enheten kan ge.",
    en: "A placement is credited only to a section that its unit can give.",
  },
  mathematics: "∀ p: sec(p) ∈ S(unit(p))",

  check({ problem, rotation }) {
    return rotation.placements
      .filter(({ unit, section }) => !lookup(problem).unit(unit).sections.includes(section))
      .map((placement) => placementBreak(placement, { section: placement.section }));
  },
});
