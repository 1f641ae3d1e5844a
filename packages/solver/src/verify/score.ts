/** What a plan costs by tier, and whose wishes it grants, recomputed from the plan alone. */
import {
  lookup,
  type Doctor,
  type Finding,
  type Plan,
  type Problem,
  type Rotation,
  type TierId,
  tiersOf,
  type VerifiedPlan,
} from "@placera/domain";

/** The plan's value in every tier, first first; `findings` is what the rules found in it. */
export function scorePlan(
  problem: Problem,
  plan: Plan,
  findings: readonly Finding[],
): VerifiedPlan["score"] {
  const values = new Map<TierId, number>(tiersOf(problem).map((tier) => [tier, 0]));
  const add = (tier: TierId, cost: number) => values.set(tier, (values.get(tier) ?? 0) + cost);
  add("unplaced", problem.doctors.length - plan.rotations.length);
  for (const finding of findings) {
    const { rank, weight } = priceOf(problem, finding);
    add(`preferences-${rank}`, weight * finding.magnitude);
  }
  const rotations = new Map(plan.rotations.map((each) => [each.doctor, each]));
  for (const doctor of problem.doctors) {
    const granted = grantedWishes(doctor, rotations.get(doctor.id));
    doctor.wishes.forEach(({ weight }, at) => {
      if (granted[at] !== true) add("wishes", weight);
    });
  }
  return [...values].map(([tier, value]) => ({ tier, value }));
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

/** The price of one step of a disregarded preference, in its doctor's programme; of others none. */
function priceOf(problem: Problem, { rule, doctors }: Finding): { rank: number; weight: number } {
  const { doctor, programme } = lookup(problem);
  const { rules } = programme(doctor(doctors[0] ?? "").programme);
  const mode = rules.find((setting) => setting.rule === rule)?.mode;
  return typeof mode === "object" ? mode.prefer : { rank: 0, weight: 0 };
}
