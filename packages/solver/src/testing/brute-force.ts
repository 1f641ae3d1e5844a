/** The oracle: the best plan of a tiny problem, found by trying all of them. */
import {
  type Doctor,
  type Plan,
  type Problem,
  type Rotation,
  seatsOn,
  tiersOf,
  type UnitId,
} from "@placera/domain";
import { checkRotation, checkUnits } from "../verify/check-rules.ts";
import { scoreDoctor } from "../verify/score.ts";
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

/** What may become of one doctor, and what it costs in every tier. */
interface Choice {
  readonly rotation: Rotation | undefined;
  readonly cost: readonly number[];
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

  let best: { readonly cost: readonly number[]; readonly plan: Plan } | undefined;
  let tried = 0;
  const search = (at: number, cost: readonly number[], plan: Plan): void => {
    const own = choices[at];
    if (own === undefined) {
      best = { cost, plan };
      return;
    }
    for (const choice of own) {
      const next = plus(cost, choice.cost);
      // Costs rise from choice to choice: no later one can be better either.
      if (best !== undefined && !isLess(plus(next, least[at + 1] ?? zero), best.cost)) return;
      if (++tried > maxCombinations) return;
      const longer =
        choice.rotation === undefined ? plan : { rotations: [...plan.rotations, choice.rotation] };
      // More doctors never mend an overload.
      if (choice.rotation !== undefined && checkUnits(problem, longer).length > 0) continue;
      search(at + 1, next, longer);
    }
  };
  search(0, zero, { rotations: [] });
  if (best === undefined || tried > maxCombinations) return undefined;
  return { tiers: best.cost, plan: best.plan, rotationsPerDoctor };
}

/**
 * A doctor's rotations, best first, and staying unplaced. Of rotations that take the same seats and
 * bases only the best is kept, and none that overloads a unit by itself.
 */
function choicesOf(problem: Problem, doctor: Doctor, rotations: readonly Rotation[]): Choice[] {
  const scarce = scarceUnits(problem);
  const split = problem.intakes.find(({ id }) => id === doctor.intake)?.split;
  const best = new Map<string, Choice>();
  for (const rotation of rotations) {
    const cost = scoreDoctor(problem, doctor, rotation, checkRotation(problem, rotation));
    const seats = rotation.placements
      .filter(({ unit }) => split !== undefined || scarce.has(unit))
      .map(({ requirement, unit, from, to }) =>
        [split === undefined ? "" : requirement, unit, from, to].join(" "),
      );
    const key = seats.join(",");
    const known = best.get(key);
    if (known === undefined || isLess(cost, known.cost)) best.set(key, { rotation, cost });
  }
  return [
    ...best.values(),
    { rotation: undefined, cost: scoreDoctor(problem, doctor, undefined, []) },
  ]
    .filter(
      ({ rotation }) =>
        rotation === undefined || checkUnits(problem, { rotations: [rotation] }).length === 0,
    )
    .sort((a, b) => (isLess(a.cost, b.cost) ? -1 : isLess(b.cost, a.cost) ? 1 : 0));
}

/** Units that could be full on some day if every doctor were there. */
function scarceUnits(problem: Problem): ReadonlySet<UnitId> {
  const everyone = problem.doctors.length;
  const scarce = problem.units.filter(({ seats, trackSeats }) =>
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
