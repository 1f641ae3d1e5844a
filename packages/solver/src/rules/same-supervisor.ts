/**
 * A doctor keeps her supervisor through the whole placement; each change to another counts.
 *
 *   broken = Σ over p of (names of p − 1)
 *
 * Told, never demanded: where a supervisor leaves there is a change. Who supervises whom is settled
 * when the plan is made, with as few changes as those who are there allow.
 * Source: domain.md D34 [3][50]: a personal supervisor for each section.
 */
import { nameRule, type SharedBreak } from "./rule.ts";
import { supervisedPlacements, supervisedStays } from "./supervised.ts";

export const sameSupervisor = nameRule<"same-supervisor">({
  id: "same-supervisor",
  expresses: ["D34"],
  statement: {
    sv: "En läkare har samma handledare under hela placeringen; varje byte redovisas.",
    en: "A doctor keeps the same supervisor through the whole placement; each change is told.",
  },
  mathematics: "broken = Σ_p max(0, |{(d, h, [a, b)) named in p}| − 1)",

  check: (problem, plan) =>
    supervisedStays(problem, plan).flatMap(({ doctor, placement, names }): SharedBreak[] => {
      const magnitude = names.length - 1;
      if (magnitude < 1) return [];
      const { unit, requirement, from, to } = placement;
      const supervisors = names.map(({ supervisor }) => supervisor).join(", ");
      const params = { requirement, supervisors };
      return [{ magnitude, unit, from, to, doctors: [doctor], params }];
    }),

  met: supervisedPlacements,
});
