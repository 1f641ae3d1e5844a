/** Research at random: a stay of a programme becomes research, or may be, and lengths are asked of the rest. */
import type { ProblemFile } from "@placera/domain";
import { adjust, lengthsOf, mustOrPrefer, withRules } from "./random-problem-adjust.ts";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

export function withResearch(draw: Draw, problem: ProblemFile): ProblemFile {
  const programme = pick(draw, problem.programmes);
  const chosen = pick(draw, programme.requirements);
  const section = chance(draw, 30) ? "laboratory" : "research";
  const other = chance(draw, 30) ? chosen.sections.slice(0, 1) : [];
  const requirements = programme.requirements.map((each) =>
    each === chosen ? { ...each, sections: [section, ...other] } : each,
  );
  const { least, most, measure } = lengthsOf(programme);
  const own = lengthsOf({ ...programme, requirements: [chosen] });
  const step = "weeks" in measure(1) || problem.calendar.grid === "month" ? 1 : 0.5;
  const trained = least - own.least;
  const longest = most - own.most;
  const narrowed = { programme: programme.id };
  return withRules(
    {
      ...problem,
      sections: [...(problem.sections ?? []), { id: "laboratory", countsAs: "research" }],
      // Where the stay could be done, research can.
      units: problem.units.map((unit) =>
        unit.sections.some((id) => chosen.sections.includes(id))
          ? { ...unit, sections: [...unit.sections, section] }
          : unit,
      ),
      programmes: problem.programmes.map((each) =>
        each === programme ? { ...programme, requirements } : each,
      ),
    },
    {
      ...adjust("total-length", "must", {
        min: measure(Math.max(step, trained + (longest > trained ? step : 0))),
      }),
      ...narrowed,
    },
    {
      ...adjust("recommended-length", mustOrPrefer(draw), {
        length: measure(Math.max(step, trained + step * draw.int(0, 1))),
      }),
      ...narrowed,
    },
  );
}
