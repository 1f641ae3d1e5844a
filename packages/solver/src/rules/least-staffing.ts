/**
 * A unit has at least as many doctors placed as it wants; each one missing in a period is a break.
 *
 *   broken = Σ over u, t of max(0, staffing(u, t) − |{p : unit(p) = u, from(p) ≤ t < to(p)}|)
 *
 * over the periods t of the grid; a period wants the most that any of its days does.
 * Source: entered by the units. Never demanded: with too few doctors the best plan breaks it least.
 */
import { lookup } from "@placera/domain";
import { occupantsByUnit } from "./overloads.ts";
import { type SharedBreak, unitRule } from "./rule.ts";
import { staffByPeriod } from "./seats-by-period.ts";

export const leastStaffing = unitRule<"least-staffing">({
  id: "least-staffing",
  expresses: [],
  statement: {
    sv: "En enhet har minst så många läkare placerade som den vill ha; var och en som saknas en period räknas.",
    en: "A unit has at least as many doctors placed as it wants; each one missing in a period counts.",
  },
  mathematics:
    "broken = Σ_{u,t} max(0, staffing(u, t) − |{p : unit(p) = u ∧ from(p) ≤ t < to(p)}|)",

  encode: ({ units, calendar }) =>
    units
      .filter(({ staffing }) => staffing.some(({ doctors }) => doctors > 0))
      .map(({ index, staffing }) => ({
        kind: "staff",
        unit: index,
        least: staffByPeriod(staffing, calendar),
      })),

  check(problem, plan) {
    const { boundaries } = problem.calendar;
    const occupants = occupantsByUnit(plan);
    return problem.units.flatMap(({ id, staffing }): SharedBreak[] => {
      const here = occupants.get(id) ?? [];
      const breaks: SharedBreak[] = [];
      staffByPeriod(staffing, problem.calendar).forEach((wanted, t) => {
        const from = boundaries[t] ?? 0;
        const to = boundaries[t + 1] ?? 0;
        const there = here.filter((each) => each.from < to && from < each.to).length;
        if (there >= wanted) return;
        const magnitude = wanted - there;
        breaks.push({ magnitude, unit: id, from, to, doctors: [], params: { wanted } });
      });
      return breaks;
    });
  },

  met({ problem, rotation: { placements } }) {
    const asking = (id: string): boolean =>
      lookup(problem)
        .unit(id)
        .staffing.some(({ doctors }) => doctors > 0);
    return placements.some(({ unit }) => asking(unit)) ? [] : undefined;
  },
});
