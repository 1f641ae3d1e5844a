/** Licences, goals, exams and employment at random: each in some problems, with rules that bind. */
import { type Day, formatDay, type ProblemFile, parseDay, parseProblem } from "@placera/domain";
import { adjust, lengthsOf, mustOrPrefer, withRules } from "./random-problem-adjust.ts";
import { chance, type Draw, pick } from "./random-problem-draw.ts";
import { withHomes } from "./random-problem-homes.ts";
import { withResearch } from "./random-problem-research.ts";
import { withTolerance } from "./random-problem-tolerance.ts";

type DoctorFile = ProblemFile["doctors"][number];

/** The problem, in some of the cases with one or two of these besides. */
export function withPersonalRules(
  draw: Draw,
  problem: ProblemFile,
  boundaries: readonly Day[],
): ProblemFile {
  const kinds = [
    { add: withLicences, percent: 20 },
    { add: withGoals, percent: 14 },
    { add: withExams, percent: 14 },
    { add: withEmployment, percent: 24 },
    { add: withResearch, percent: 18 },
    { add: withTolerance, percent: 16 },
    { add: withHomes, percent: 24 },
  ];
  return kinds.reduce((before, { add, percent }) => {
    if (!chance(draw, percent)) return before;
    const after = add(draw, before, boundaries);
    // What nobody can meet is refused before it is solved.
    return parseProblem(after).ok ? after : before;
  }, problem);
}

const hasTrack = ({ programmes }: ProblemFile, wanted: "AT" | "BT"): boolean =>
  programmes.some(({ track }) => track === wanted);

/** The days between which a doctor's own file says that she starts, or the calendar's first. */
function startOf({ start }: DoctorFile, boundaries: readonly Day[]): readonly [Day, Day] {
  const first = boundaries[0] ?? 0;
  if (start === undefined) return [first, first];
  if (typeof start === "string") return [parseDay(start) ?? first, parseDay(start) ?? first];
  return [parseDay(start.earliest) ?? first, parseDay(start.latest) ?? first];
}

/** A licence from a day about her latest start, often with starts before it; some have the older degree. */
function withLicences(draw: Draw, problem: ProblemFile, boundaries: readonly Day[]): ProblemFile {
  if (!hasTrack(problem, "BT")) return problem;
  const doctors = problem.doctors.map((doctor): DoctorFile => {
    const [earliest, own] = startOf(doctor, boundaries);
    const next = boundaries.find((day) => day > earliest) ?? own;
    const wider = own === earliest && doctor.start !== undefined && chance(draw, 70);
    const latest = wider ? next : own;
    const start = { earliest: formatDay(earliest), latest: formatDay(latest) };
    return {
      ...doctor,
      ...(wider ? { start } : {}),
      ...(chance(draw, 90) ? { licenceDate: formatDay(latest - draw.int(0, 3)) } : {}),
      ...(chance(draw, 30) ? { degree: pick(draw, ["old", "decision"] as const) } : {}),
    };
  });
  return { ...problem, doctors };
}

const GOALS = ["g1", "g2", "g3"];

function withGoals(draw: Draw, problem: ProblemFile): ProblemFile {
  const some = (): string[] => GOALS.filter(() => chance(draw, 50));
  return withRules(
    {
      ...problem,
      units: problem.units.map((unit) => ({ ...unit, goals: some() })),
      programmes: problem.programmes.map((programme) => ({ ...programme, goals: some() })),
    },
    adjust("goal-coverage", mustOrPrefer(draw)),
  );
}

/** One or two sittings, and one or two sections to enter before them. */
function withExams(draw: Draw, problem: ProblemFile, boundaries: readonly Day[]): ProblemFile {
  const programme = problem.programmes.find(({ track }) => track === "AT");
  if (programme === undefined) return problem;
  const owed = programme.requirements.flatMap(({ sections }) => sections);
  const sections = [...new Set([pick(draw, owed), pick(draw, owed)])];
  const exams = Array.from({ length: draw.int(1, 2) }, () => {
    const closes = (boundaries[draw.int(1, boundaries.length - 2)] ?? 0) + draw.int(0, 3);
    return {
      date: formatDay(closes + draw.int(1, 30)),
      registrationCloses: formatDay(closes),
    };
  });
  const passed = chance(draw, 15) ? { examPassed: formatDay(boundaries[0] ?? 0) } : {};
  return withRules(
    {
      ...problem,
      calendar: { ...problem.calendar, exams },
      doctors: problem.doctors.map((doctor, at) => (at === 0 ? { ...doctor, ...passed } : doctor)),
    },
    adjust("exam-in-time", mustOrPrefer(draw), { sections, sitInWeeks: draw.int(0, 2) }),
  );
}

/** Appointments and home units; a least term and a latest end that the block is near. */
function withEmployment(draw: Draw, problem: ProblemFile, boundaries: readonly Day[]): ProblemFile {
  const programme = problem.programmes.find(({ track }) => track === "BT");
  if (programme === undefined) return problem;
  const doctors = problem.doctors.map((doctor): DoctorFile => {
    const form = pick(draw, ["stand-alone", "integrated", "clinic", "integrated"] as const);
    const [earliest] = startOf(doctor, boundaries);
    const stStart = formatDay(earliest - draw.int(0, 3));
    return {
      ...doctor,
      employment: {
        form,
        ...(chance(draw, 50) ? { homeUnit: pick(draw, problem.units).id } : {}),
        ...(form === "integrated" ? { stStart } : {}),
      },
    };
  });
  const { least, most, measure } = lengthsOf(programme);
  const step = "weeks" in measure(1) || problem.calendar.grid === "month" ? 1 : 0.5;
  const longer = Math.max(1, (most - least) / step);
  return withRules(
    { ...problem, doctors },
    adjust("home-unit", chance(draw, 40) ? "must" : mustOrPrefer(draw)),
    adjust("bt-term-at-least-six-months", "must", {
      min: measure(least + step * draw.int(1, longer)),
    }),
    adjust("integrated-bt-within-two-years", mustOrPrefer(draw), {
      within: measure(least + step * pick(draw, [1, 1, 2])),
    }),
  );
}
