/** Is the plan about this problem at all? Names it does not have, doctors twice, days that are none. */
import type {
  Calendar,
  Day,
  DoctorId,
  Finding,
  Plan,
  Problem,
  RequirementId,
  Rotation,
  RuleId,
} from "@placera/domain";

type Report = (rule: RuleId, fault: string, params?: Finding["params"]) => void;

/** Of plans of a problem: what keeps one from being checked rule by rule; empty when nothing does. */
export function createShapeCheck(problem: Problem): (plan: Plan) => Finding[] {
  const doctors = new Map<string, number>(problem.doctors.map(({ id, index }) => [id, index]));
  const units = new Set<string>(problem.units.map(({ id }) => id));
  const sections = new Set<string>(problem.sections.map(({ id }) => id));
  return (plan) => checkPlanShape(problem, plan, { doctors, units, sections });
}

/** What a problem has, by id: doctors with their place in its order. */
interface Names {
  readonly doctors: ReadonlyMap<string, number>;
  readonly units: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

function checkPlanShape(problem: Problem, plan: Plan, names: Names): Finding[] {
  const { doctors, units, sections } = names;
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let before = -1;
  let doctor: DoctorId = "";
  const report: Report = (rule, fault, params = {}) =>
    findings.push({
      rule,
      class: "definition",
      kind: "broken",
      magnitude: 1,
      doctors: [doctor],
      params: { fault, ...params },
    });
  for (const rotation of plan.rotations) {
    ({ doctor } = rotation);
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
  checkDay(calendar, start, undefined, report);
  let before = Number.NEGATIVE_INFINITY;
  for (const { from, to, requirement } of placements) {
    checkDay(calendar, from, requirement, report);
    checkDay(calendar, to, requirement, report);
    if (from < before) report("one-placement-at-a-time", "placements-unsorted", { requirement });
    before = Math.max(before, from);
  }
}

function checkDay(
  calendar: Calendar,
  day: Day,
  requirement: RequirementId | undefined,
  report: Report,
): void {
  const isDay = Number.isSafeInteger(day);
  if (isDay && day >= calendar.from && day <= calendar.to) return;
  const params = requirement === undefined ? {} : { requirement };
  report("one-placement-at-a-time", isDay ? "outside-calendar" : "no-day", params);
}
