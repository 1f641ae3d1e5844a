/** A random earlier plan: stays somewhere about where they could be, some doctors without one. */
import { type Day, formatDay, type ProblemFile } from "@placera/domain";
import { chance, type Draw, pick, shuffle } from "./random-problem-draw.ts";

type Requirement = ProblemFile["programmes"][number]["requirements"][number];

/** An earlier plan of a problem, or none. It need not obey any rule. */
export function drawPreviousPlan(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): Pick<ProblemFile, "previousPlan"> {
  if (!chance(draw, 40)) return {};
  const intakes = new Map(problem.intakes?.map((intake) => [intake.id, intake]));
  const rotations = problem.doctors.flatMap((doctor) => {
    if (chance(draw, 25)) return [];
    const id = doctor.programme ?? intakes.get(doctor.intake ?? "")?.programme;
    const programme = problem.programmes.find((each) => each.id === id);
    const start = draw.int(0, 1);
    let at = start;
    const placements = shuffle(draw, programme?.requirements ?? []).flatMap((requirement) => {
      const units = problem.units.filter(({ sections }) =>
        sections.some((section) => requirement.sections.includes(section)),
      );
      const owed = chance(draw, 80) ? periodsOf(requirement.length, problem) : draw.int(1, 2);
      const to = Math.min(boundaries.length - 1, at + owed);
      if (units.length === 0 || to <= at) return [];
      const unit = pick(draw, units);
      const section = unit.sections.find((each) => requirement.sections.includes(each)) ?? "";
      const placement = {
        requirement: requirement.id,
        unit: unit.id,
        section,
        from: formatDay(boundaries[at] ?? 0),
        to: formatDay(boundaries[to] ?? 0),
      };
      at = to;
      return [placement];
    });
    return [{ doctor: doctor.id, start: formatDay(boundaries[start] ?? 0), placements }];
  });
  const freezeBefore = formatDay(boundaries[draw.int(1, 3)] ?? boundaries.at(-1) ?? 0);
  return { previousPlan: { ...(chance(draw, 35) && { freezeBefore }), rotations } };
}

/** How many periods a stay of the shortest length has, or about as many. */
function periodsOf(length: Requirement["length"], { calendar: { grid } }: ProblemFile): number {
  const shortest = "min" in length ? length.min : length;
  const weeks = "weeks" in shortest ? shortest.weeks : (shortest.months * 30) / 7;
  const months = "months" in shortest ? shortest.months : shortest.weeks / 4;
  const periods = grid === "week" ? weeks : grid === "month" ? months : 2 * months;
  return Math.max(1, Math.round(periods));
}
