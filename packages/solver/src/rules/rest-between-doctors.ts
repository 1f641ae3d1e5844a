/**
 * A place at a unit that rests between doctors is free again only when the rest after the placement before
 * is over; each placement too many in a period counts.
 *
 *   broken = Σ over u with a rest ρ(u), periods t of max(0, |{p : unit(p) = u, T_t < to(p) + ρ(u), from(p) < T_{t+1}}| − places(u, t))
 *
 * with places(u, t) the places less those that placements before the plan hold or leave at rest. A doctor who
 * comes back counts as any other; a stay that goes on from before is one placement, and its rest comes after.
 * A row of what units share in which a placement holds its place after it; exact on the grid, where placements
 * begin. Source: domain.md D31 [30]: good sites 18–24 months apart (Göteborg).
 */
import { addDuration, type Problem, type Rest } from "@placera/domain";
import { periodsAfter } from "./boundaries.ts";
import { mergeBreaks } from "./merge-breaks.ts";
import { occupantsByUnit } from "./overloads.ts";
import { type SharedBreak, unitRule } from "./rule.ts";

export const restBetweenDoctors = unitRule<"rest-between-doctors">({
  id: "rest-between-doctors",
  expresses: ["D31"],
  statement: {
    sv: "En enhet som vilar mellan läkare tar emot nästa placering först när vilan efter den förra är över; har den flera platser vilar var och en.",
    en: "A unit that rests between doctors takes the next placement only when the rest after the one before is over; where it has several places each of them rests.",
  },
  mathematics:
    "broken = Σ_{u,t} max(0, |{p : unit(p) = u ∧ from(p) < T_{t+1} ∧ T_t < to(p) + ρ(u)}| − places(u, t))",

  encode: (problem) =>
    problem.units.flatMap(({ id, index, rest }) => {
      if (rest === undefined) return [];
      const until = periodsAfter(problem.calendar, rest.length);
      const most = placesByPeriod(problem, rest);
      const counts = { AT: 1, BT: 1 };
      const rule = "rest-between-doctors";
      return [{ kind: "shared", rule, name: id, units: [index], counts, until, most }];
    }),

  check(problem, plan) {
    const { boundaries } = problem.calendar;
    const occupants = occupantsByUnit(plan);
    return problem.units.flatMap(({ id, rest }): SharedBreak[] => {
      if (rest === undefined) return [];
      const own = (occupants.get(id) ?? []).map((each) => ({
        ...each,
        rested: addDuration(each.to, rest.length),
      }));
      const breaks = placesByPeriod(problem, rest).flatMap((places, t): SharedBreak[] => {
        const [from = 0, to = 0] = [boundaries[t], boundaries[t + 1]];
        const held = own.filter((each) => each.from < to && from < each.rested);
        const doctors = [...new Set(held.map(({ doctor }) => doctor))];
        const magnitude = held.length - places;
        return magnitude <= 0 ? [] : [{ magnitude, unit: id, from, to, doctors }];
      });
      return mergeBreaks(breaks);
    });
  },

  met({ problem, rotation: { placements } }) {
    const resting = new Set(
      problem.units.filter(({ rest }) => rest !== undefined).map(({ id }) => id),
    );
    const there = placements.filter(({ unit }) => resting.has(unit));
    return there.length === 0 ? undefined : [{ placements: there }];
  },
});

/** Places beside those that placements before the plan hold or leave at rest; of one that goes on, hers is the plan's. */
function placesByPeriod({ calendar }: Problem, { length, doctors, past }: Rest): number[] {
  const { boundaries, periods } = calendar;
  const spans = past.map(({ from, to, goesOn }) => ({
    from,
    to: goesOn ? to : addDuration(to, length),
  }));
  return Array.from({ length: periods }, (_, t) => {
    const [from = 0, to = 0] = [boundaries[t], boundaries[t + 1]];
    const held = spans.filter((each) => each.from < to && from < each.to).length;
    return Math.max(0, doctors - held);
  });
}
