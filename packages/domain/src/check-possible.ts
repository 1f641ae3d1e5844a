/** What no plan can meet, told before any is sought: by doctor, rule and date. */
import { lookup, type ProblemData } from "./problem.ts";
import type { Path, Report } from "./problem-issue.ts";

/** Reports what a problem whose references hold asks for in vain. */
export function checkPossible(problem: ProblemData, report: Report): void {
  for (const doctor of problem.doctors) {
    const path: Path = ["doctors", doctor.index];
    const { remaining, id } = doctor;
    if (remaining === undefined) continue;
    const owes = remaining.requirements.some(({ group }) => group === undefined);
    if (!owes && remaining.groups.every(({ choose }) => choose === 0)) {
      report({ code: "nothing-left", path, params: { doctor: id } });
    }
    const owed = lookup(problem).programme(doctor.programme).requirements;
    doctor.fixed.forEach(({ requirement }, at) => {
      const left = remaining.requirements.some((each) => each.id === requirement);
      if (left || !owed.some((each) => each.id === requirement)) return;
      const params = { doctor: id, requirement };
      report({ code: "already-done", path: [...path, "fixed", at], params });
    });
  }
}
