/** Whether a problem gives a rule anything to look at: one that asks for data nobody gave costs nothing. */
import type { ProblemInput } from "./problem-input.ts";
import { OF_SUPERVISORS, type RuleId } from "./rule-settings.ts";

type Asks = (input: ProblemInput, programme: string | undefined) => boolean;

const supervised: Asks = ({ supervisors }) => supervisors.length > 0;
const employed: Asks = ({ doctors }) => doctors.some(({ employment }) => employment !== undefined);

/** Rules not named here always have something to say. */
const ASKS: Readonly<Partial<Record<RuleId, Asks>>> = {
  commute: ({ doctors }) => doctors.some(({ home }) => home !== undefined),
  "least-staffing": ({ units }) => units.some(({ staffing }) => staffing !== 0),
  "on-call-most": ({ onCallLines }) => onCallLines.some(({ most }) => most !== null),
  "on-call-least": ({ onCallLines }) => onCallLines.some(({ least }) => least !== 0),
  "rest-between-doctors": ({ units }) => units.some(({ rest }) => rest !== undefined),
  "overlap-of-doctors": ({ units }) => units.some(({ overlap }) => overlap !== undefined),
  ...Object.fromEntries([...OF_SUPERVISORS].map((rule) => [rule, supervised])),
  "eligible-for-track": ({ doctors }) =>
    doctors.some(({ degree, licenceDate }) => (degree ?? licenceDate) !== undefined),
  "goal-coverage": ({ programmes }, programme) =>
    programmes.some(({ id, goals }) => id === programme && goals.length > 0),
  "tolerated-absence": ({ doctors }) =>
    doctors.some(({ absences }) =>
      absences.some(({ kind, tolerated }) => kind !== "vacation" && tolerated),
    ),
  "short-placement": ({ programmes }, programme) =>
    programmes.some(({ id, shortPlacements }) => id === programme && shortPlacements.length > 0),
  "exam-in-time": ({ calendar }) => calendar.exams.length > 0,
  "exam-day-free": ({ calendar }) => calendar.exams.length > 0,
  "assessments-in-time": ({ programmes }, programme) =>
    programmes.some(({ id, assessments }) => id === programme && assessments !== undefined),
  "tolerance-used": ({ calendar }) => calendar.toleranceDays > 0,
  "home-unit": employed,
  "bt-term-at-least-six-months": employed,
  "integrated-bt-within-two-years": employed,
};

/** Has the rule anything to say, of a programme's doctors or of all together? */
export const matters = (rule: RuleId, input: ProblemInput, programme?: string): boolean =>
  ASKS[rule]?.(input, programme) ?? true;
