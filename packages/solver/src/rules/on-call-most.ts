/**
 * An on-call line never has more doctors at its units together than it takes.
 *
 *   broken = Σ over lines j, periods t of max(0, Σ_{p : unit(p) ∈ units(j), from(p) ≤ t < to(p)} counts(j, track(p)) − most(j, t))
 *
 * A period takes as few as any of its days does. Source: domain.md D38 [14]: medicine 4–8; anestesi 0.
 */
import { onCallPeriods, unitsOfLine } from "./on-call.ts";
import { type SharedBreak, unitRule } from "./rule.ts";
import { seatsByPeriod } from "./seats-by-period.ts";

export const onCallMost = unitRule<"on-call-most">({
  id: "on-call-most",
  expresses: ["D38"],
  statement: {
    sv: "En jourlinje har aldrig fler läkare på sina enheter tillsammans än den tar emot.",
    en: "An on-call line never has more doctors at its units together than it takes.",
  },
  mathematics:
    "broken = Σ_{j,t} max(0, Σ_{p : unit(p) ∈ units(j) ∧ from(p) ≤ t < to(p)} counts(j, track(p)) − most(j, t))",

  encode: (problem) =>
    problem.onCallLines
      .filter(({ most }) => most.some(({ seats }) => seats !== null))
      .map((line) => ({
        kind: "shared",
        rule: "on-call-most",
        name: line.id,
        units: unitsOfLine(problem, line),
        counts: line.counts,
        most: seatsByPeriod(line.most, problem.calendar),
      })),

  check(problem, plan) {
    const limits = new Map(
      problem.onCallLines.map(({ id, most }) => [id, seatsByPeriod(most, problem.calendar)]),
    );
    return onCallPeriods(problem, plan).flatMap(
      ({ line, period, from, to, there, doctors }): SharedBreak[] => {
        const most = limits.get(line.id)?.[period] ?? Number.POSITIVE_INFINITY;
        if (there <= most) return [];
        return [{ magnitude: there - most, from, to, doctors, params: { line: line.id, most } }];
      },
    );
  },

  met({ problem, rotation: { placements } }) {
    const shared = problem.onCallLines
      .filter(({ most }) => most.some(({ seats }) => seats !== null))
      .flatMap(({ units }) => units);
    return placements.some(({ unit }) => shared.includes(unit)) ? [] : undefined;
  },
});
