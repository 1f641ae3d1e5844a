/**
 * Each placement has room for the assessments that the programme says, evenly over it, and the final
 * review falls in its month of the block's service.
 *
 *   ∀ p, k ∈ {1, …, n}: net(p) ≥ n · leastWeeks,   ∃ free workday in [from + (k−1)(to−from)/n, from + k(to−from)/n)
 *   ∃ free workday t < end: months served(start, t) ∈ [month − 1, month)
 *
 * Free is outside F, absences, vacations and the day of the exam. Told, never demanded.
 * Source: domain.md D18 [19][23]: two assessments a placement, the review with an external specialist.
 */
import { type Dated, datesOf, lookup, type Problem, type Text } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const assessmentsInTime = doctorRule<"assessments-in-time">({
  id: "assessments-in-time",
  expresses: ["D18"],
  statement: {
    sv: "Varje placering rymmer de bedömningar som programmet anger, jämnt fördelade, och slutbedömningen med extern bedömare faller i sin månad; där det inte går redovisas det.",
    en: "Each placement has room for the assessments that the programme says, evenly over it, and the final review with an external specialist falls in its month; where it cannot, that is told.",
  },
  mathematics:
    "∀ p, k ≤ n: net(p) ≥ n · leastWeeks ∧ ∃ free workday in the k-th n-th of p; ∃ free workday t < end: months served(start, t) ∈ [month − 1, month)",

  check({ problem, rotation }) {
    return datesOf(problem, rotation).faults.map((each) => {
      if (each.fault === "no-review") {
        const { month, end } = each;
        const params = { fault: each.fault, month };
        return { magnitude: 1, from: rotation.start, to: end, params };
      }
      const { placement, fault } = each;
      const more = each.fault === "too-short" ? { weeks: each.weeks } : { number: each.number };
      return placementBreak(placement, { fault, ...more });
    });
  },

  met({ problem, rotation }) {
    const asked = datesOf(problem, rotation).dates.filter(
      ({ kind }) => kind === "assessment" || kind === "final-review",
    );
    return asked.map((each) => ({ what: nameOf(problem, each), day: each.day }));
  },
});

function nameOf(problem: Problem, { kind, section, number = 1, of = 1 }: Dated): Text {
  if (kind === "final-review") {
    return { sv: "slutbedömning med extern bedömare", en: "final review, external specialist" };
  }
  const where = section === undefined ? { sv: "", en: "" } : lookup(problem).section(section).name;
  return {
    sv: `bedömning ${number} av ${of}, ${where.sv}`,
    en: `assessment ${number} of ${of}, ${where.en}`,
  };
}
