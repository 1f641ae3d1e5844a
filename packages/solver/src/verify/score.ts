/** What a plan costs by tier, and whose wishes it grants, recomputed from the plan alone. */
import {
  type Doctor,
  type Finding,
  lookup,
  type Measure,
  type Plan,
  type Problem,
  type Rotation,
  rankMeasure,
  tiersOf,
  type VerifiedPlan,
} from "@placera/domain";

/** What one doctor's plan comes to. */
export interface DoctorScore {
  /** By measure, of those that add up over doctors. */
  readonly measures: ReadonlyMap<Measure, number>;
  /** What she bears, as the objective counts it. */
  readonly burden: number;
}

/** What a doctor's rotation, or its absence, comes to; `findings` is what her rules found in it. */
export function scoreDoctor(
  problem: Problem,
  doctor: Doctor,
  rotation: Rotation | undefined,
  findings: readonly Finding[],
): DoctorScore {
  const measures = new Map<Measure, number>();
  const add = (measure: Measure, cost: number) =>
    measures.set(measure, (measures.get(measure) ?? 0) + cost);
  if (rotation === undefined) add("unplaced", 1);
  const { rules } = lookup(problem).programme(doctor.programme);
  for (const { rule, magnitude } of findings) {
    const mode = rules.find((setting) => setting.rule === rule)?.mode;
    if (typeof mode !== "object") continue;
    add(rankMeasure(mode.prefer.rank), mode.prefer.weight * magnitude);
  }
  const granted = grantedWishes(doctor, rotation);
  doctor.wishes.forEach(({ weight }, at) => {
    if (granted[at] !== true) add("wishes", weight);
  });
  const burden = problem.objective.burden.reduce(
    (sum, { measure, weight }) => sum + weight * (measures.get(measure) ?? 0),
    0,
  );
  return { measures, burden };
}

/** A doctor's share of every tier, of what adds up over doctors. */
export function shareOf({ objective }: Problem, { measures }: DoctorScore): number[] {
  return objective.tiers.map(({ terms }) =>
    terms.reduce((sum, { measure, weight }) => sum + weight * (measures.get(measure) ?? 0), 0),
  );
}

/** The value of every tier, first first, of doctors together. */
export function scoreTogether(problem: Problem, doctors: readonly DoctorScore[]): number[] {
  const total = (measure: Measure): number => {
    if (measure === "worst-off") {
      return doctors.reduce((worst, { burden }) => Math.max(worst, burden), 0);
    }
    return doctors.reduce((sum, { measures }) => sum + (measures.get(measure) ?? 0), 0);
  };
  return problem.objective.tiers.map(({ terms }) =>
    terms.reduce((sum, { measure, weight }) => sum + weight * total(measure), 0),
  );
}

/** The plan's value in every tier, first first; `findings` is what the rules found in it. */
export function scorePlan(
  problem: Problem,
  plan: Plan,
  findings: readonly Finding[],
): VerifiedPlan["score"] {
  const rotations = new Map(plan.rotations.map((each) => [each.doctor, each]));
  const disregarded = new Map<Doctor["id"], Finding[]>();
  for (const finding of findings) {
    for (const id of finding.doctors) {
      const own = disregarded.get(id);
      if (own === undefined) disregarded.set(id, [finding]);
      else own.push(finding);
    }
  }
  const doctors = problem.doctors.map((doctor) =>
    scoreDoctor(problem, doctor, rotations.get(doctor.id), disregarded.get(doctor.id) ?? []),
  );
  const values = scoreTogether(problem, doctors);
  return tiersOf(problem).map((tier, at) => ({ tier, value: values[at] ?? 0 }));
}

/** Which of the doctor's wishes the rotation grants; without a rotation none. */
export function grantedWishes(doctor: Doctor, rotation: Rotation | undefined): readonly boolean[] {
  const placementOf = (id: string) =>
    rotation?.placements.find(({ requirement }) => requirement === id);
  return doctor.wishes.map((wish) => {
    if (wish.kind === "unit") return placementOf(wish.requirement)?.unit === wish.unit;
    const first = placementOf(wish.first);
    const then = placementOf(wish.then);
    return first !== undefined && then !== undefined && first.from < then.from;
  });
}
