/** Fixed spans of some doctors only, by intake, track or number of week; assessments; vacation on an exam. */
import { formatDay, formatWeek, type ProblemFile, parseDay, parseProblem } from "@placera/domain";
import { chance, type Draw, pick } from "./random-problem-draw.ts";

type SpanFile = NonNullable<ProblemFile["calendar"]["fixedSpans"]>[number];

/** Some of the problem's spans are no longer for all of a programme, or are written by week. */
export function withSpansOfSome(draw: Draw, problem: ProblemFile): ProblemFile {
  const { fixedSpans = [], ...calendar } = problem.calendar;
  const spans = fixedSpans.map((span) =>
    byWeek(draw, problem.calendar.grid, forSome(draw, problem, span)),
  );
  const narrowed = { ...problem, calendar: { ...calendar, fixedSpans: spans } };
  // Days that are no longer fixed for her count as service: somebody may have done everything then.
  const isUnderWay = problem.doctors.some(({ history }) => history !== undefined);
  const isLeft = !isUnderWay || parseProblem(narrowed).ok;
  return withDates(draw, isLeft ? narrowed : problem);
}

/** Some programmes assess their doctors, and some doctors have vacation on the day of an exam. */
function withDates(draw: Draw, problem: ProblemFile): ProblemFile {
  const exams = problem.calendar.exams ?? [];
  return {
    ...problem,
    programmes: problem.programmes.map((programme) =>
      chance(draw, 30) ? { ...programme, assessments: drawAssessments(draw) } : programme,
    ),
    doctors: problem.doctors.map((doctor) => {
      if (exams.length === 0 || !chance(draw, 65)) return doctor;
      const from = pick(draw, exams).date;
      const to = formatDay((parseDay(from) ?? 0) + draw.int(1, 10));
      const vacation = { from, to, kind: "vacation" as const };
      return { ...doctor, absences: [...(doctor.absences ?? []), vacation] };
    }),
  };
}

const drawAssessments = (draw: Draw) => ({
  perPlacement: draw.int(0, 2),
  leastWeeks: draw.int(1, 6),
  finalReviewMonth: draw.int(1, 5),
});

function forSome(draw: Draw, { programmes, intakes = [] }: ProblemFile, span: SpanFile): SpanFile {
  const { programme: id, ...rest } = span;
  const own = programmes.find((programme) => programme.id === id);
  const intake = intakes.find(({ programme }) => programme === id);
  if (own === undefined || !chance(draw, 60)) return span;
  if (intake === undefined) return { ...rest, track: own.track };
  return pick(draw, [
    { ...rest, intake: intake.id },
    { ...span, intake: [intake.id] },
    { ...rest, track: own.track },
  ]);
}

/** The same weeks by their numbers: the calendar is so short that each comes once. */
function byWeek(draw: Draw, grid: string, span: SpanFile): SpanFile {
  if (grid !== "week" || !("from" in span) || !chance(draw, 50)) return span;
  const { from, to, ...rest } = span;
  const [first, end] = [parseDay(from) ?? 0, parseDay(to) ?? 0];
  const weeks = Array.from({ length: (end - first) / 7 }, (_, at) =>
    Number(formatWeek(first + 7 * at).slice(-2)),
  );
  return { ...rest, weeks };
}
