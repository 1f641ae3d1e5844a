/** Replanning from an optimal plan that one doctor can no longer follow: as good as brute force, proven, certified. */
import {
  formatDay,
  type Plan,
  type Problem,
  type ProblemFile,
  parseProblem,
  SolveParams,
} from "@placera/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifyBounds } from "../certify/certify-bounds.ts";
import { divide } from "../lines/divide.ts";
import { keepingTier } from "../lines/kept.ts";
import { UNIT_RULES } from "../rules/index.ts";
import { solve } from "../solve.ts";
import { bruteForce } from "../testing/brute-force.ts";
import { randomProblem } from "../testing/random-problem.ts";
import { FIRST, RUNS } from "./env.ts";

const watch = { now: () => 0, stopped: () => undefined, report() {}, incumbent() {} };
const CHANGES = ["changes-people", "changes-placements", "changes-units"] as const;

/**
 * The problem with that plan in force. Either its first doctor is absent when her first stay begins, or she
 * was promised what the second has, for which there is then one seat.
 */
function afterwards(
  { file, calendar }: { readonly file: ProblemFile; readonly calendar: Problem["calendar"] },
  { rotations }: Plan,
  { isUsual, isPromised }: { readonly isUsual: boolean; readonly isPromised: boolean },
): ProblemFile {
  const [first, second] = rotations;
  const from = first?.placements[0]?.from;
  const to = calendar.boundaries.find((day) => from !== undefined && day > from);
  const absences =
    from === undefined || to === undefined || isPromised
      ? []
      : [{ from: formatDay(from), to: formatDay(to) }];
  const contested = isPromised ? second?.placements.map(({ unit }) => unit) : undefined;
  return {
    ...file,
    units: file.units.map((unit) =>
      contested?.some((id) => id === unit.id) === true ? { ...unit, seats: 1 } : unit,
    ),
    ...(isUsual ? {} : { objective: { tiers: [...CHANGES] } }),
    doctors: file.doctors.map((doctor) =>
      doctor.id === first?.doctor ? { ...doctor, absences } : doctor,
    ),
    previousPlan: {
      rotations: rotations.map(({ doctor, start, placements }) => ({
        doctor,
        start: formatDay(start),
        placements: (isPromised && doctor === first?.doctor
          ? (second?.placements ?? placements)
          : placements
        ).map((each) => ({ ...each, from: formatDay(each.from), to: formatDay(each.to) })),
      })),
    },
  };
}

/** Where units want doctors, or fewer of them, nobody is kept first: such problems say nothing here. */
function withoutUnitPreferences({ onCallLines: _lines, ...file }: ProblemFile): ProblemFile {
  const units = file.units.map(
    ({ staffing: _least, rest: _rest, overlap: _overlap, ...unit }) => unit,
  );
  const ofUnits = new Set<string>(UNIT_RULES.map(({ id }) => id));
  const rules = file.rules?.filter(({ rule }) => !ofUnits.has(rule));
  return { ...file, units, ...(rules === undefined ? {} : { rules }) };
}

/** Is somebody among these doctors not where she was, when she was? */
function someChanged(problem: Problem, doctors: readonly number[], { rotations }: Plan): boolean {
  return doctors.some((at) => {
    const doctor = problem.doctors[at];
    const now = rotations.find((rotation) => rotation.doctor === doctor?.id)?.placements ?? [];
    return doctor?.previous.some(
      ({ unit, from, to }) =>
        !now.some((each) => each.unit === unit && each.from === from && each.to === to),
    );
  });
}

describe("replanning", () => {
  it("is as good as brute force, whether those kept are enough or not", {
    timeout: 3_600_000,
  }, async () => {
    let enough = 0;
    let notEnough = 0;
    const draws = fc.record({
      seed: fc.integer({ min: 1, max: 10_000_000 }),
      isUsual: fc.boolean(),
      isPromised: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(draws, async ({ seed, ...how }) => {
        const {
          previousPlan: _previous,
          objective: _objective,
          ...file
        } = withoutUnitPreferences(randomProblem(seed + FIRST));
        const before = parseProblem(file);
        if (!before.ok) return;
        const inForce = await solve(before.problem, SolveParams.parse({}), watch);
        const { calendar } = before.problem;
        const parsed =
          inForce.plan && parseProblem(afterwards({ file, calendar }, inForce.plan.plan, how));
        if (parsed?.ok !== true) return;
        const { problem } = parsed;
        const tier = keepingTier(problem);
        if (tier === undefined) return;
        const kept = divide(problem, tier).profiles.filter(({ isKept }) => isKept === true);
        const oracle = kept.length === 0 ? undefined : bruteForce(problem, { maxRotations: 800 });
        if (oracle === undefined) return;
        const { plan, proofs, tiers } = await solve(problem, SolveParams.parse({}), watch);
        expect(tiers.map(({ value }) => value)).toEqual(oracle.tiers);
        expect(tiers.every(({ proven }) => proven)).toBe(true);
        if (plan === undefined || proofs === undefined) throw new Error("no plan with proofs");
        expect(certifyBounds(problem, plan, proofs)).toMatchObject({ ok: true });
        const doctors = kept.flatMap((profile) => profile.doctors);
        if (someChanged(problem, doctors, plan.plan)) notEnough++;
        else enough++;
      }),
      { numRuns: 2 * RUNS },
    );
    expect(enough).toBeGreaterThan(0);
    expect(notEnough).toBeGreaterThan(0);
  });
});
