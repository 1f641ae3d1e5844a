import {
  ALWAYS,
  CHANGES,
  type Doctor,
  isResearch,
  lookup,
  type MEASURES,
  ONLY_REPORTED,
  type Problem,
  parseProblem,
  type Rotation,
  RULE_IDS,
  type RuleId,
  UNIT_SIDE,
} from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleOf } from "../rules/index.ts";
import { nameSupervisors } from "../supervise/name-supervisors.ts";
import { verifyPlan } from "../verify/verify-plan.ts";
import { bruteForce } from "./brute-force.ts";
import { rotationsOf } from "./brute-force-rotations.ts";
import { problemFiles, randomProblem } from "./random-problem.ts";
import { seededDraw } from "./random-problem-draw.ts";

const SEEDS = Array.from({ length: 1000 }, (_, at) => at + 1);

const read = (seed: number): Problem => {
  const result = parseProblem(randomProblem(seed));
  if (!result.ok) throw new Error(`Seed ${seed}: ${JSON.stringify(result.issues)}`);
  return result.problem;
};

const samples = new Map<Doctor, readonly Rotation[]>();

/** The first rotations found, the rule in question not asked. */
function sample(problem: Problem, doctor: Doctor, without: RuleId): readonly Rotation[] {
  const { rules } = lookup(problem).owed(doctor);
  const asked = rules.some(({ rule, mode }) => rule === without && mode === "must");
  const known = asked ? undefined : samples.get(doctor);
  if (known !== undefined) return known;
  const found: Rotation[] = [];
  for (const rotation of rotationsOf(problem, doctor, without)) {
    if (found.push(rotation) === 60) break;
  }
  if (!asked) samples.set(doctor, found);
  return found;
}

/** Is the rule in force for some doctor who has both rotations that obey it and that break it? */
function bindsDoctor(problem: Problem, id: RuleId): boolean {
  return problem.doctors.some((doctor) => {
    const programme = lookup(problem).owed(doctor);
    const setting = programme.rules.find(({ rule }) => rule === id);
    const rule = ruleOf(id);
    if (setting === undefined || rule.family !== "doctor") return false;
    const broken = sample(problem, doctor, id).map(
      (rotation) => rule.check({ problem, doctor, programme, rotation }, setting.params).length > 0,
    );
    return broken.includes(true) && broken.includes(false);
  });
}

/** Is the rule in force, and are there plans of everyone's rotations that obey it and that break it? */
function bindsTogether(problem: Problem, id: RuleId): boolean {
  const rule = ruleOf(id);
  const setting = problem.unitRules.find((each) => each.rule === id);
  if (rule.family === "doctor" || setting === undefined) return false;
  const choices = problem.doctors
    .map((doctor) => sample(problem, doctor, id))
    .filter((rotations) => rotations.length > 0);
  const draw = seededDraw(1);
  const broken = Array.from({ length: 20 }, () => {
    const rotations = choices.flatMap((own) => own[draw.int(0, own.length - 1)] ?? []);
    if (rule.family === "unit") return rule.check(problem, { rotations }).length > 0;
    // Names depend on how many are placed: one at the least, and as many as come.
    const placed = rotations.slice(0, draw.int(1, rotations.length));
    const plan = nameSupervisors(problem, { rotations: placed });
    return rule.check(problem, plan, setting.params).length > 0;
  });
  return broken.includes(true) && broken.includes(false);
}

/** The first rotations of a doctor who is absent at some time. */
function firstRotations(problem: Problem, at: number): readonly Rotation[] {
  const doctor = problem.doctors[at];
  if (doctor === undefined || doctor.absences.length === 0) return [];
  const found: Rotation[] = [];
  for (const rotation of rotationsOf(problem, doctor)) if (found.push(rotation) === 60) break;
  return found;
}

describe("random problems", () => {
  it("are the same for the same seed", () => {
    expect(randomProblem(7)).toEqual(randomProblem(7));
    expect(randomProblem(7)).not.toEqual(randomProblem(8));
  });

  it("are problems that parse, drawn from a seed", () => {
    for (const seed of SEEDS) expect(() => read(seed)).not.toThrow();
  });

  it("leave something to do to whom a fixed week no longer concerns", () => {
    expect(() => read(550_004_457)).not.toThrow();
  });

  it("are problems that parse, drawn by fast-check", () => {
    fc.assert(
      fc.property(problemFiles, (file) => {
        const result = parseProblem(file);
        expect(result.ok ? [] : result.issues).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("have part-time doctors whom some rotation fits", () => {
    const fitting = SEEDS.map(read).flatMap((problem) =>
      problem.doctors.filter(
        (doctor) => doctor.percentages.length > 0 && !rotationsOf(problem, doctor).next().done,
      ),
    );
    expect(fitting.length).toBeGreaterThan(SEEDS.length / 20);
  });

  it("have absences that some rotation runs across", () => {
    const across = SEEDS.map(read).flatMap((problem) =>
      problem.doctors.filter(({ absences }, at) =>
        firstRotations(problem, at).some(({ placements }) =>
          placements.some(({ from, to }) =>
            absences.some((away) => from < away.from && away.to < to),
          ),
        ),
      ),
    );
    expect(across.length).toBeGreaterThan(SEEDS.length / 50);
  });

  it("stay within fourteen periods and four doctors", () => {
    for (const { calendar, doctors } of SEEDS.map(read)) {
      expect(calendar.periods).toBeLessThanOrEqual(14);
      expect(doctors.length).toBeLessThanOrEqual(4);
    }
  });

  /** Where the rule has nothing to say there is no need to look. */
  const hasMatter = (problem: Problem, id: RuleId): boolean => {
    const stays = problem.programmes.flatMap(({ requirements }) => requirements);
    switch (id) {
      case "intake-split":
        return problem.intakes.some(({ split }) => split !== undefined);
      case "track-seats":
        return problem.units.some(({ trackSeats }) => Object.keys(trackSeats).length > 0);
      case "chosen-from-group":
        return problem.programmes.some(({ groups }) => groups.length > 0);
      case "tolerated-absence":
        return problem.doctors.some(({ tolerated }) => tolerated.length > 0);
      case "short-placement":
        return problem.programmes.some(({ shortPlacements }) => shortPlacements.length > 0);
      case "begun-before":
        return stays.some(({ after }) => after.length > 0);
      case "least-staffing":
        return problem.units.some(({ staffing }) => staffing.some(({ doctors }) => doctors > 0));
      case "on-call-most":
      case "on-call-least":
        return problem.onCallLines.length > 0;
      case "rest-between-doctors":
        return problem.units.some(({ rest }) => rest !== undefined);
      case "overlap-of-doctors":
        return problem.units.some(({ overlap }) => overlap !== undefined);
      case "supervision-capacity":
      case "same-supervisor":
      case "supervisor-presence":
        return problem.supervisors.length > 0;
      case "main-supervisor":
        return problem.supervisors.some(({ main }) => main > 0);
      case "one-base-site":
        return problem.sites.length > 1 && stays.some(({ atBase }) => atBase);
      case "own-region":
        return problem.regions.length > 1;
      case "eligible-for-track":
        return problem.doctors.some(({ licenceDate }) => licenceDate !== undefined);
      case "exam-in-time":
      case "exam-day-free":
        return problem.calendar.exams.length > 0;
      case "goal-coverage":
        return problem.programmes.some(({ goals }) => goals.length > 0);
      case "commute":
        return problem.homes.length > 0;
      case "tolerance-used":
        return problem.calendar.toleranceDays > 0;
      case "assessments-in-time":
        return problem.programmes.some(({ assessments }) => assessments !== undefined);
      case "home-unit":
      case "bt-term-at-least-six-months":
      case "integrated-bt-within-two-years":
        return problem.doctors.some(({ employment }) => employment !== undefined);
      default:
        return true;
    }
  };

  // The seeds are gone through only until there are as many.
  const ENOUGH = 10;
  const optional = RULE_IDS.filter((id) => !ALWAYS.has(id) || id === "one-base-site");
  const problems = SEEDS.map(read);
  it.each(optional)("have rotations that obey and rotations that break %s", (id) => {
    const binds = UNIT_SIDE.has(id) ? bindsTogether : bindsDoctor;
    // Few problems have supervisors, and few of those any who goes while somebody stays; few have exams.
    const seeds = UNIT_SIDE.has(id) || ONLY_REPORTED.has(id) ? 5 * SEEDS.length : SEEDS.length;
    let binding = 0;
    for (let seed = 1; seed <= seeds && binding < ENOUGH; seed++) {
      const problem = problems[seed - 1] ?? read(seed);
      if (hasMatter(problem, id) && binds(problem, id)) binding += 1;
    }
    expect(binding).toBe(ENOUGH);
  });

  it("have rotations with research that the least length takes and that it refuses", () => {
    const id = "total-length";
    const binds = (problem: Problem): boolean =>
      problem.doctors.some((doctor) => {
        const programme = lookup(problem).owed(doctor);
        const setting = programme.rules.find(({ rule }) => rule === id);
        const research = (section: string) => isResearch(lookup(problem).section(section));
        const owed = programme.requirements.some(({ sections }) => sections.some(research));
        const rule = ruleOf(id);
        if (!owed || setting === undefined || rule.family !== "doctor") return false;
        const broken = sample(problem, doctor, id)
          .filter(({ placements }) => placements.some(({ section }) => research(section)))
          .map((rotation) => {
            const given = { problem, doctor, programme, rotation };
            return rule.check(given, setting.params).length > 0;
          });
        return broken.includes(true) && broken.includes(false);
      });
    let binding = 0;
    for (const problem of problems) if (binding < ENOUGH && binds(problem)) binding++;
    expect(binding).toBe(ENOUGH);
  });
});

describe("measures of the objective", () => {
  /** The problem with one measure besides who is unplaced, or none. */
  const lookingAt = (seed: number, ...measures: (typeof MEASURES)[number][]): Problem => {
    const file = randomProblem(seed);
    const result = parseProblem({ ...file, objective: { tiers: measures } });
    if (!result.ok) throw new Error(`Seed ${seed}: ${JSON.stringify(result.issues)}`);
    return result.problem;
  };
  const small = { maxRotations: 60, maxCombinations: 20_000 };

  it.each([...CHANGES, "worst-off", "evenness", "load"] as const)(
    "tell plans apart that place as many: %s",
    (measure) => {
      let telling = 0;
      for (let seed = 1; seed <= 500 && telling < 5; seed++) {
        const any = bruteForce(lookingAt(seed), small);
        const problem = lookingAt(seed, measure);
        const best = any && bruteForce(problem, small);
        if (any === undefined || best === undefined) continue;
        const verified = verifyPlan(problem, any.plan);
        if (!verified.ok) throw new Error(`Seed ${seed}: the plan is not valid.`);
        const value = verified.verified.score[1]?.value ?? 0;
        expect(best.tiers[1]).toBeLessThanOrEqual(value);
        if (value > (best.tiers[1] ?? 0)) telling++;
      }
      expect(telling).toBe(5);
    },
  );
});
