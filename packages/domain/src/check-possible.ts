/** What no plan can meet, told before any is sought: by doctor, rule and date. */
import { formatDay } from "./calendar.ts";
import type { Doctor } from "./doctor.ts";
import { isAway } from "./exam-sitting.ts";
import { lookup } from "./lookup.ts";
import type { ProblemData } from "./problem.ts";
import type { Path, Report } from "./problem-issue.ts";
import type { Programme } from "./programme.ts";
import type { RuleId, RuleSetting } from "./rule-settings.ts";

/** Reports what a problem whose references hold asks for in vain. */
export function checkPossible(problem: ProblemData, report: Report): void {
  checkGoals(problem, report);
  for (const doctor of problem.doctors) {
    checkLeft(problem, doctor, report);
    checkEligible(problem, doctor, report);
    checkExam(problem, doctor, report);
  }
}

/** The setting of a rule that must hold. */
function demanded<Id extends RuleId>({ rules }: Programme, id: Id): RuleSetting<Id> | undefined {
  const found = rules.find(({ rule, mode }) => rule === id && mode === "must");
  // Found by its id.
  return found as RuleSetting<Id> | undefined;
}

/** Something is left to plan, and nothing of what is done is fixed. */
function checkLeft(problem: ProblemData, doctor: Doctor, report: Report): void {
  const { remaining, id, index } = doctor;
  if (remaining === undefined) return;
  const path: Path = ["doctors", index];
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

function checkEligible(problem: ProblemData, doctor: Doctor, report: Report): void {
  const programme = lookup(problem).owed(doctor);
  const rule = "eligible-for-track";
  if (demanded(programme, rule) === undefined) return;
  const path: Path = ["doctors", doctor.index];
  const latest = doctor.began ?? doctor.start.latest;
  if (programme.track === "AT" && doctor.degree === "six-year") {
    const params = { doctor: doctor.id, rule };
    report({ code: "not-eligible", path: [...path, "degree"], params });
  }
  if (programme.track === "BT" && doctor.licenceDate !== undefined && doctor.licenceDate > latest) {
    const params = {
      doctor: doctor.id,
      rule,
      licence: formatDay(doctor.licenceDate),
      latest: formatDay(latest),
    };
    report({ code: "not-eligible", path: [...path, "licenceDate"], params });
  }
}

/** So many doctors are named. */
const MOST_NAMED = 8;

/** Each goal of a programme can be met at some unit where its stays can be done. */
function checkGoals(problem: ProblemData, report: Report): void {
  const rule = "goal-coverage";
  for (const programme of problem.programmes) {
    if (demanded(programme, rule) === undefined) continue;
    const owed = new Set(programme.requirements.flatMap(({ sections }) => sections));
    const units = problem.units.filter(({ sections }) => sections.some((each) => owed.has(each)));
    const met = new Set(units.flatMap(({ goals }) => goals));
    programme.goals.forEach((goal, at) => {
      const wanted = problem.doctors.filter(
        (doctor) =>
          doctor.programme === programme.id && lookup(problem).owed(doctor).goals.includes(goal),
      );
      const [first] = wanted;
      if (first === undefined || met.has(goal)) return;
      const path: Path = ["programmes", programme.index, "goals", at];
      const named = wanted.slice(0, MOST_NAMED).map(({ id }) => id);
      const doctors =
        named.join(", ") + (wanted.length > MOST_NAMED ? ` … (${wanted.length})` : "");
      const start = formatDay(Math.min(...wanted.map((doctor) => doctor.start.earliest)));
      const params = { goal, programme: programme.id, rule, doctors, start };
      report({ code: "goal-nowhere", path, params });
    });
  }
}

/** There is a sitting of the exam between the soonest that sit-ins can be held and the calendar's end. */
function checkExam(problem: ProblemData, doctor: Doctor, report: Report): void {
  const rule = "exam-in-time";
  const setting = demanded(lookup(problem).owed(doctor), rule);
  if (setting === undefined || doctor.examPassed !== undefined) return;
  const earliest = (doctor.began ?? doctor.start.earliest) + 7 * setting.params.sitInWeeks;
  const latest = problem.calendar.to;
  const inTime = problem.calendar.exams.some(
    ({ date, registrationCloses }) =>
      registrationCloses >= earliest && date < latest && !isAway(doctor, date),
  );
  if (inTime) return;
  const params = {
    doctor: doctor.id,
    rule,
    earliest: formatDay(earliest),
    latest: formatDay(latest),
  };
  report({ code: "no-exam-in-time", path: ["doctors", doctor.index], params });
}
