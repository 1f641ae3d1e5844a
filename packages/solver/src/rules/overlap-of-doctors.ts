/**
 * A unit whose doctors overlap always has one who has been there for a while: who leaves does so when the next
 * has been there as long as they are to overlap. Each period without counts.
 *
 *   broken = Σ over u that overlap by ω(u), periods t in [from(u), to(u)) of max(0, 1 − |{p : unit(p) = u, from(p) + ω(u) ≤ T_t < to(p)}|)
 *
 * Placements before the plan count as well; one that goes on counts in the plan as if it had never ended.
 * A row of what units share that wants one doctor, in which a doctor counts nothing while she is new.
 * Never demanded: nobody can be conjured up, so the best plan breaks it least.
 * Source: domain.md D31 [30]: about one AT doctor a site, with an overlap of a week (Alingsås).
 */
import { addDuration, type Overlap, type Problem } from "@placera/domain";
import { periodsAfter } from "./boundaries.ts";
import { mergeBreaks } from "./merge-breaks.ts";
import { occupantsByUnit } from "./overloads.ts";
import { type SharedBreak, unitRule } from "./rule.ts";

export const overlapOfDoctors = unitRule<"overlap-of-doctors">({
  id: "overlap-of-doctors",
  expresses: ["D31"],
  statement: {
    sv: "En enhet med överlappning har alltid en läkare som har varit där minst så länge: den som slutar gör det när nästa har hunnit vara där; varje period utan räknas.",
    en: "A unit whose doctors overlap always has one who has been there as long as that: who leaves does so when the next has been there for it; each period without counts.",
  },
  mathematics:
    "broken = Σ_{u,t} max(0, 1 − |{p : unit(p) = u ∧ from(p) + ω(u) ≤ T_t < to(p)}|), t in [from(u), to(u))",

  encode: (problem) =>
    problem.units.flatMap(({ id, index, overlap }) => {
      if (overlap === undefined) return [];
      return [
        {
          kind: "shared-staff",
          rule: "overlap-of-doctors",
          name: id,
          units: [index],
          counts: { AT: 1, BT: 1 },
          first: {
            counts: { AT: -1, BT: -1 },
            until: periodsAfter(problem.calendar, overlap.length),
          },
          least: wantedByPeriod(problem, overlap),
        },
      ];
    }),

  check(problem, plan) {
    const { boundaries } = problem.calendar;
    const occupants = occupantsByUnit(plan);
    return problem.units.flatMap(({ id, overlap }): SharedBreak[] => {
      if (overlap === undefined) return [];
      const own = (occupants.get(id) ?? []).map(({ from, to }) => ({
        from: addDuration(from, overlap.length),
        to,
      }));
      const breaks = wantedByPeriod(problem, overlap).flatMap((wanted, t): SharedBreak[] => {
        const [from = 0, to = 0] = [boundaries[t], boundaries[t + 1]];
        const there = own.filter((each) => each.from <= from && from < each.to).length;
        return there >= wanted ? [] : [{ magnitude: 1, unit: id, from, to, doctors: [] }];
      });
      return mergeBreaks(breaks);
    });
  },

  met({ problem, rotation: { placements } }) {
    const asking = new Set(
      problem.units.filter(({ overlap }) => overlap !== undefined).map(({ id }) => id),
    );
    const there = placements.filter(({ unit }) => asking.has(unit));
    return there.length === 0 ? undefined : [{ placements: there }];
  },
});

/** One in each period that begins in the span, none where a placement before the plan is enough. */
function wantedByPeriod({ calendar }: Problem, { length, from, to, past }: Overlap): number[] {
  const { boundaries, periods } = calendar;
  return Array.from({ length: periods }, (_, t) => {
    const day = boundaries[t] ?? 0;
    if (day < from || day >= to) return 0;
    // One that goes on is new again in the plan: until she is not, she counts here.
    const there = past.some((each) => {
      const end = each.goesOn ? addDuration(each.to, length) : each.to;
      return addDuration(each.from, length) <= day && day < end;
    });
    return there ? 0 : 1;
  });
}
