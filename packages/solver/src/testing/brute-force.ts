/** The oracle: the best plan of a tiny problem, found by trying all of them. */
import {
  addsUp,
  type Doctor,
  type Plan,
  type Problem,
  type Rotation,
  seatsOn,
  tiersOf,
  type UnitId,
} from "@placera/domain";
import { checkRotation, checkUnits } from "../verify/check-rules.ts";
import { loadShare, scoreDoctor, shareOf, unitShare } from "../verify/score.ts";
import { rotationsOf } from "./brute-force-rotations.ts";

export interface BruteForceLimits {
  /** Rotations of any one doctor past which the problem is too large. */
  readonly maxRotations: number;
  /** Combinations of rotations tried past which it is too large; 200 000 if left out. */
  readonly maxCombinations?: number;
}

export interface BruteForceResult {
  /** The best plan's value in every tier, in the order of `tiersOf`. */
  readonly tiers: readonly number[];
  readonly plan: Plan;
  /** How many rotations of each doctor obey every doctor-side rule that must hold. */
  readonly rotationsPerDoctor: readonly number[];
}

/** What may become of one doctor, what of it adds up in every tier, and what she bears. */
interface Choice {
  readonly rotation: Rotation | undefined;
  readonly cost: readonly number[];
  readonly burden: number;
}

/** The best plan and its value; undefined when the problem is too large to try everything. */
export function bruteForce(
  problem: Problem,
  { maxRotations, maxCombinations = 200_000 }: BruteForceLimits,
): BruteForceResult | undefined {
  const zero = tiersOf(problem).map(() => 0);
  const rotationsPerDoctor: number[] = [];
  const choices: Choice[][] = [];
  for (const doctor of problem.doctors) {
    const rotations: Rotation[] = [];
    for (const rotation of rotationsOf(problem, doctor)) {
      if (rotations.push(rotation) > maxRotations) return undefined;
    }
    rotationsPerDoctor.push(rotations.length);
    choices.push(choicesOf(problem, doctor, rotations));
  }
  // What the doctors from here on cost at the least, each for herself.
  const least = [zero];
  for (const own of choices.toReversed()) {
    least.unshift(plus(least[0] ?? zero, own[0]?.cost ?? zero));
  }

  const together = togetherIn(problem);
  let best: { readonly cost: readonly number[]; readonly plan: Plan } | undefined;
  let tried = 0;
  const search = (at: number, cost: readonly number[], worst: number, plan: Plan): void => {
    const own = choices[at];
    if (own === undefined) {
      // Units that lack doctors can only add to what the doctors cost.
      const lacking = unitShare(problem, checkUnits(problem, plan));
      const shared = plus(together.cost(worst), loadShare(problem, plan));
      const whole = plus(plus(cost, shared), lacking);
      if (best === undefined || isLess(whole, best.cost)) best = { cost: whole, plan };
      return;
    }
    for (const choice of own) {
      const next = plus(cost, choice.cost);
      const worse = Math.max(worst, choice.burden);
      // What the doctors so far make of it can only grow.
      const shared = plus(together.cost(worse), loadShare(problem, plan));
      const atLeast = plus(plus(next, least[at + 1] ?? zero), shared);
      if (best !== undefined && !isLess(atLeast, best.cost)) {
        if (together.any) continue;
        // Costs rise from choice to choice: no later one can be better either.
        return;
      }
      if (++tried > maxCombinations) return;
      const longer =
        choice.rotation === undefined ? plan : { rotations: [...plan.rotations, choice.rotation] };
      // More doctors never mend an overload.
      if (choice.rotation !== undefined && overloads(problem, longer)) continue;
      search(at + 1, next, worse, longer);
    }
  };
  search(0, zero, 0, { rotations: [] });
  if (best === undefined || tried > maxCombinations) return undefined;
  return { tiers: best.cost, plan: best.plan, rotationsPerDoctor };
}

/** What does not add up over doctors: by tier, what a worst burden costs. */
function togetherIn({ objective }: Problem) {
  const weights = objective.tiers.map(({ terms }) =>
    terms.reduce((sum, { measure, weight }) => sum + (measure === "worst-off" ? weight : 0), 0),
  );
  return {
    any: !objective.tiers.every(addsUp),
    cost: (worst: number): number[] => weights.map((weight) => weight * worst),
  };
}

/** What becomes of a doctor, with what of it adds up in every tier. */
function choiceOf(problem: Problem, doctor: Doctor, rotation: Rotation | undefined): Choice {
  const findings = rotation === undefined ? [] : checkRotation(problem, rotation);
  const score = scoreDoctor(problem, doctor, rotation, findings);
  return { rotation, cost: shareOf(problem, score), burden: score.burden };
}

/**
 * A doctor's rotations, best first, and staying unplaced. Of rotations that take the same seats and
 * bases only the best is kept, and none that overloads a unit by itself.
 */
function choicesOf(problem: Problem, doctor: Doctor, rotations: readonly Rotation[]): Choice[] {
  const scarce = scarceUnits(problem);
  const split = problem.intakes.find(({ id }) => id === doctor.intake)?.split;
  const { any } = togetherIn(problem);
  const best = new Map<string, Choice>();
  for (const rotation of rotations) {
    const choice = choiceOf(problem, doctor, rotation);
    const seats = rotation.placements
      .filter(({ unit }) => split !== undefined || scarce.has(unit))
      .map(({ requirement, unit, from, to }) =>
        [split === undefined ? "" : requirement, unit, from, to].join(" "),
      );
    const key = `${any ? choice.burden : 0}:${seats.join(",")}`;
    const known = best.get(key);
    if (known === undefined || isLess(choice.cost, known.cost)) best.set(key, choice);
  }
  return [...best.values(), choiceOf(problem, doctor, undefined)]
    .filter(
      ({ rotation }) => rotation === undefined || !overloads(problem, { rotations: [rotation] }),
    )
    .sort((a, b) => (isLess(a.cost, b.cost) ? -1 : isLess(b.cost, a.cost) ? 1 : 0));
}

/** Does the plan break a unit-side rule that must hold? */
const overloads = (problem: Problem, plan: Plan): boolean =>
  checkUnits(problem, plan).some(({ kind }) => kind === "broken");

/** Units that could be full on some day if every doctor were there, or that want doctors, share duties, count supervision, rest or overlap. */
function scarceUnits(problem: Problem): ReadonlySet<UnitId> {
  const everyone = problem.doctors.length;
  const loaded = problem.objective.tiers.some(({ terms }) =>
    terms.some(({ measure }) => measure === "load"),
  );
  const shared = new Set([
    ...problem.onCallLines.flatMap(({ units }) => units),
    ...problem.supervisors.map(({ unit }) => unit),
    ...problem.units.filter(({ rest, overlap }) => rest ?? overlap).map(({ id }) => id),
  ]);
  const scarce = problem.units.filter(
    ({ id, seats, trackSeats, staffing }) =>
      shared.has(id) ||
      staffing.some(({ doctors }) => doctors > 0) ||
      (loaded && seats.some((step) => step.seats !== null)) ||
      [seats, ...Object.values(trackSeats)].some((steps) =>
        steps.some(({ from }) => (seatsOn(steps, from) ?? everyone) < everyone),
      ),
  );
  return new Set(scarce.map(({ id }) => id));
}

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, at) => value + (b[at] ?? 0));

/** Is `a` before `b`, tier by tier? */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, tier) => value !== b[tier]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
