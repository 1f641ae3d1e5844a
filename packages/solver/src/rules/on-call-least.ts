/**
 * An on-call line has at least as many doctors at its units together as it wants; each one missing in
 * a period is a break.
 *
 *   broken = Σ over lines j, periods t of max(0, least(j, t) − Σ_{p : unit(p) ∈ units(j), from(p) ≤ t < to(p)} counts(j, track(p)))
 *
 * A period wants the most that any of its days does. Source: domain.md D38 [14]: medicine 4–8.
 * Never demanded: with too few doctors the best plan breaks it least.
 */
import { onCallPeriods, unitsOfLine } from "./on-call.ts";
import { type SharedBreak, unitRule } from "./rule.ts";
import { staffByPeriod } from "./seats-by-period.ts";

export const onCallLeast = unitRule<"on-call-least">({
  id: "on-call-least",
  expresses: ["D38"],
  statement: {
    sv: "En jourlinje har minst så många läkare på sina enheter tillsammans som den behöver; var och en som saknas en period räknas.",
    en: "An on-call line has at least as many doctors at its units together as it wants; each one missing in a period counts.",
  },
  mathematics:
    "broken = Σ_{j,t} max(0, least(j, t) − Σ_{p : unit(p) ∈ units(j) ∧ from(p) ≤ t < to(p)} counts(j, track(p)))",

  encode: (problem) =>
    problem.onCallLines
      .filter(({ least }) => least.some(({ doctors }) => doctors > 0))
      .map((line) => ({
        kind: "shared-staff",
        rule: "on-call-least",
        name: line.id,
        units: unitsOfLine(problem, line),
        counts: line.counts,
        least: staffByPeriod(line.least, problem.calendar),
      })),

  check(problem, plan) {
    const wanted = new Map(
      problem.onCallLines.map(({ id, least }) => [id, staffByPeriod(least, problem.calendar)]),
    );
    return onCallPeriods(problem, plan).flatMap(
      ({ line, period, from, to, there }): SharedBreak[] => {
        const least = wanted.get(line.id)?.[period] ?? 0;
        if (there >= least) return [];
        const params = { line: line.id, wanted: least };
        return [{ magnitude: least - there, from, to, doctors: [], params }];
      },
    );
  },

  met({ problem, rotation: { placements } }) {
    const shared = problem.onCallLines
      .filter(({ least }) => least.some(({ doctors }) => doctors > 0))
      .flatMap(({ units }) => units);
    return placements.some(({ unit }) => shared.includes(unit)) ? [] : undefined;
  },
});
