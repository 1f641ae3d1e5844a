/** Is the plan about this problem at all? Names it does not have, doctors twice, days that are none. */
import type { Day, Finding, Plan, Problem, Rotation, RuleId } from "@placera/domain";

type Report = (rule: RuleId, fault: string, params?: Finding["params"]) => void;

/** What keeps the plan from being checked rule by rule; empty when nothing does. */
export function checkPlanShape(problem: Problem, plan: Plan): Finding[] {
  const findings: Finding[] = [];
  const doctors = new Map<string, number>(problem.doctors.map(({ id, index }) => [id, index]));
  const units = new Set<string>(problem.units.map(({ id }) => id));
  const sections = new Set<string>(problem.sections.map(({ id }) => id));
  const seen = new Set<string>();
  let before = -1;
  for (const rotation of plan.rotations) {
    const report: Report = (rule, fault, params = {}) =>
      findings.push({
        rule,
        class: "definition",
        kind: "broken",
        magnitude: 1,
        doctors: [rotation.doctor],
        params: { fault, ...params },
      });
    const index = doctors.get(rotation.doctor);
    if (index === undefined) report("owed-placements", "unknown-doctor");
    else if (seen.has(rotation.doctor)) report("one-placement-at-a-time", "doctor-twice");
    else if (index < before) report("one-placement-at-a-time", "doctors-unsorted");
    seen.add(rotation.doctor);
    before = Math.max(before, index ?? before);
    checkDays(problem, rotation, report);
    for (const { unit, section, requirement } of rotation.placements) {
      if (!units.has(unit)) report("unit-gives-section", "unknown-unit", { unit, requirement });
      if (!sections.has(section)) {
        report("unit-gives-section", "unknown-section", { section, requirement });
      }
    }
  }
  return [...findings, ...checkSupervision(problem, plan)];
}

/** Supervisors of people, placements and days that there are not. */
function checkSupervision({ supervisors }: Problem, plan: Plan): Finding[] {
  if (plan.supervision === undefined) return [];
  const known = new Set<string>(supervisors.map(({ id }) => id));
  const rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
  return plan.supervision.flatMap(({ doctor, requirement, supervisor, from, to }): Finding[] => {
    const placements = rotations.get(doctor)?.placements;
    const placed = placements?.some(
      (each) => each.requirement === (requirement ?? each.requirement),
    );
    const named = known.has(supervisor) && placed === true;
    if (named && Number.isSafeInteger(from) && Number.isSafeInteger(to)) return [];
    return [
      {
        rule: "named-supervisor",
        class: "definition",
        kind: "broken",
        magnitude: 1,
        doctors: [doctor],
        params: {
          fault: named ? "no-day" : "unknown-name",
          supervisor,
          requirement: requirement ?? "",
        },
      },
    ];
  });
}

function checkDays({ calendar }: Problem, { start, placements }: Rotation, report: Report): void {
  // Days are compared with the calendar before anything is counted from them: no rule counts the
  // service of a thousand years.
  const check = (day: Day, params?: Finding["params"]): void => {
    if (!Number.isSafeInteger(day)) report("one-placement-at-a-time", "no-day", params);
    else if (day < calendar.from || day > calendar.to) {
      report("one-placement-at-a-time", "outside-calendar", params);
    }
  };
  check(start);
  let before = Number.NEGATIVE_INFINITY;
  for (const { from, to, requirement } of placements) {
    check(from, { requirement });
    check(to, { requirement });
    if (from < before) report("one-placement-at-a-time", "placements-unsorted", { requirement });
    before = Math.max(before, from);
  }
}
