/**
 * Part-time service counts pro rata, and is never under half time: at 75 %, three months of service
 * take four calendar months.
 *
 *   net[a, b) = Σ over the pieces [a', b') of [a, b): share(d) · net[a', b'),   share(d) ≥ least
 *   ∀ p: percentages(p) = those of d in [from(p), to(p))
 *
 * where a piece lies between two steps of the doctor's working time. Every length, minimum and block
 * is counted so. A part-time doctor takes a whole seat: she needs a place and a supervisor.
 * Source: SOSFS 1999:5 (domain.md D6 [1][3]). That nobody works less is asked of the problem itself.
 */
import { workingIn } from "@placera/domain";
import { placementBreak } from "./placement-break.ts";
import { doctorRule } from "./rule.ts";

export const partTime = doctorRule<"part-time">({
  id: "part-time",
  expresses: ["D6"],
  statement: {
    sv: "Tjänstgöring på deltid räknas i förhållande till heltid och är aldrig mindre än halvtid; planen anger hur mycket läkaren arbetar under varje placering.",
    en: "Part-time service counts in proportion to full time and is never less than half time; the plan says how much the doctor works in each placement.",
  },
  mathematics:
    "net[a, b) = Σ {share(d) · net[a′, b′) : pieces [a′, b′) of [a, b)}, share(d) ≥ least; ∀ p: percentages(p) = those of d in [from(p), to(p))",

  // Service of stays and blocks is counted pro rata (formulation/facts.ts): nothing to encode.

  check({ doctor, rotation }) {
    return rotation.placements
      .filter(({ from, to, percentages: stated = [] }) => {
        const { percentages: counted = [] } = workingIn(doctor, { from, to });
        return (
          stated.length !== counted.length ||
          counted.some(
            (step, at) =>
              step.from !== stated[at]?.from || step.percentage !== stated[at]?.percentage,
          )
        );
      })
      .map((placement) => placementBreak(placement));
  },

  met({ rotation }) {
    const placements = rotation.placements.filter(({ percentages }) => percentages !== undefined);
    return placements.length === 0 ? undefined : [{ placements }];
  },
});
