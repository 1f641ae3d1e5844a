/** Research at random: a stay of a programme becomes research, or may be, and lengths are asked of the rest. */
import type { ProblemFile } from "@placera/domain";
import { adjust, lengthsOf, mustOrPrefer, withRules } from "./random-problem-adjust.ts";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

export function withResearch(draw: Draw, problem: ProblemFile): ProblemFile {
  const programme = pick(draw, problem.programmes);
  const chosen = pick(draw, programme.requirements);
  const section = chance(draw, 30) ? "laboratory" : "research";
  const other = chance(draw, 30) ? chosen.sections.slice(0, 1) : [];
  const { measure } = lengthsOf(programme);
  const step = "weeks" in measure(1) || problem.calendar.grid === "month" ? 1 : 0.5;
  const training = programme.requirements.find((each) => each !== chosen);
  const requirements = programme.requirements.map((each) => {
    if (each === chosen) return { ...each, sections: [section, ...other] };
    if (each !== training) return each;
    // What is trained may be longer than it must, so that the least length has something to ask.
    const { least, most } = lengthsOf({ ...programme, requirements: [each] });
    return { ...each, length: { min: measure(least), max: measure(Math.max(most, least + step)) } };
  });
  const { least } = lengthsOf({
    ...programme,
    requirements: requirements.filter(({ id }) => id !== chosen.id),
  });
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
      ...adjust("total-length", "must", { min: measure(least + step) }),
      ...narrowed,
    },
    {
      ...adjust("recommended-length", mustOrPrefer(draw), {
        length: measure(Math.max(step, least + step * draw.int(0, 1))),
      }),
      ...narrowed,
    },
  );
}
