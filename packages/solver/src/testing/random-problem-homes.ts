/** Where doctors of random problems live, and how far they may have to travel. */
import type { ProblemFile, RuleMode } from "@placera/domain";
import { adjust, mustOrPrefer, withRules } from "./random-problem-adjust.ts";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type DoctorFile = ProblemFile["doctors"][number];

/** One or two towns to live in, near some sites and far from others. */
export function withHomes(draw: Draw, problem: ProblemFile): ProblemFile {
  const homes = ["h1", "h2"].slice(0, draw.int(1, 2)).map((id) => ({
    id,
    minutes: Object.fromEntries(problem.sites.map((site) => [site.id, 15 * draw.int(0, 5)])),
  }));
  const doctors = problem.doctors.map(
    (doctor): DoctorFile => (chance(draw, 80) ? { ...doctor, home: pick(draw, homes).id } : doctor),
  );
  const mode: RuleMode = chance(draw, 50)
    ? { prefer: { rank: "wishes", weight: draw.int(1, 5) } }
    : mustOrPrefer(draw);
  return withRules(
    { ...problem, homes, doctors },
    adjust("commute", mode, { minutes: 15 * draw.int(0, 3), step: 15 * draw.int(1, 3) }),
  );
}
