/**
 * Where the problem names supervisors for whole blocks, each doctor has one and the same through hers.
 *
 *   ∀ d: one named (d, h, [a, b)) with a ≤ start(d) and end(d) ≤ b;   broken where there is none, or more
 *
 * Told, never demanded: who it is can be settled by hand.
 * Source: domain.md D34 [23][50]: someone for the whole of AT, huvudhandledare for the whole of BT.
 */
import { isEligible, type Problem } from "@placera/domain";
import { nameRule, type SharedBreak } from "./rule.ts";

export const mainSupervisor = nameRule<"main-supervisor">({
  id: "main-supervisor",
  expresses: ["D34"],
  statement: {
    sv: "Där huvudhandledare anges har varje läkare en och samma genom hela blocket; den som saknar en, eller byter, redovisas.",
    en: "Where main supervisors are named each doctor has one and the same through the whole block; whoever lacks one, or changes, is told of.",
  },
  mathematics: "∀ d: |{(d, h, [a, b)) named for the block}| = 1 ∧ a = start(d) ∧ b = end(d)",

  met: ({ problem }) => (namesAny(problem) ? [] : undefined),

  check(problem, { rotations, supervision }) {
    if (!namesAny(problem) || supervision === undefined) return [];
    return rotations.flatMap(({ doctor, start, placements }): SharedBreak[] => {
      const to = placements.at(-1)?.to ?? start;
      const names = supervision.filter(
        (each) => each.doctor === doctor && each.requirement === undefined,
      );
      const days = names.reduce((sum, each) => sum + each.to - each.from, 0);
      const found = (fault: string, magnitude: number): SharedBreak[] => [
        { magnitude, from: start, to, doctors: [doctor], params: { fault } },
      ];
      if (days < to - start) return found("missing", 1);
      return names.length > 1 ? found("several", names.length - 1) : [];
    });
  },
});

const namesAny = ({ supervisors }: Problem): boolean =>
  supervisors.some((each) => isEligible(each) && each.main > 0);
