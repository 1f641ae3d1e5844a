/** What a plan costs by tier, and whose wishes it grants, recomputed from the plan alone. */
import {
  type Doctor,
  type Finding,
  lookup,
  type Plan,
  type Problem,
  type Rotation,
  type TierId,
  tiersOf,
  type VerifiedPlan,
} from "@placera/domain";

/** One doctor's share of every tier, in the order of `tiersOf`: no tier counts doctors together. */
export function scoreDoctor(
  problem: Problem,
  doctor: Doctor,
  rotation: Rotation | undefined,
  findings: readonly Finding[],
  tiers: readonly TierId[] = tiersOf(problem),
): readonly number[] {
  const values = new Map<TierId, number>(tiers.map((tier) => [tier, 0]));
  const add = (tier: TierId, cost: number) => values.set(tier, (values.get(tier) ?? 0) + cost);
  if (rotation === undefined) add("unplaced", 1);
  const { rules } = lookup(problem).programme(doctor.programme);
  for (const { rule, magnitude } of findings) {
    const mode = rules.find((setting) => setting.rule === rule)?.mode;
    if (typeof mode !== "object") continue;
    add(`preferences-${mode.prefer.rank}`, mode.prefer.weight * magnitude);
  }
  const granted = grantedWishes(doctor, rotation);
  doctor.wishes.forEach(({ weight }, at) => {
    if (granted[at] !== true) add("wishes", weight);
  });
  return [...values.values()];
}

/** The plan's value in every tier, first first; `findings` is what the rules found in it. */
export function scorePlan(
  problem: Problem,
  plan: Plan,
  findings: readonly Finding[],
): VerifiedPlan["score"] {
  const tiers = tiersOf(problem);
  const totals = tiers.map(() => 0);
  const rotations = new Map(plan.rotations.map((each) => [each.doctor, each]));
  const disregarded = new Map<Doctor["id"], Finding[]>();
  for (const finding of findings) {
    for (const id of finding.doctors) {
      const own = disregarded.get(id);
      if (own === undefined) disregarded.set(id, [finding]);
      else own.push(finding);
    }
  }
  for (const doctor of problem.doctors) {
    const own = disregarded.get(doctor.id) ?? [];
    const share = scoreDoctor(problem, doctor, rotations.get(doctor.id), own, tiers);
    share.forEach((value, at) => {
      totals[at] = (totals[at] ?? 0) + value;
    });
  }
  return tiers.map((tier, at) => ({ tier, value: totals[at] ?? 0 }));
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
