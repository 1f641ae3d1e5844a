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
import { idleStretches } from "../rules/idle-time.ts";
import { changesOfSite } from "../rules/site-changes.ts";
import { loadOf } from "./load.ts";

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
  const { rules } = lookup(problem).owed(doctor);
  for (const finding of findings) {
    // A local pack may prefer what a law demands less of: both are settings of one rule.
    const mode = rules.find(
      (setting) =>
        setting.rule === finding.rule &&
        setting.class === finding.class &&
        typeof setting.mode === "object",
    )?.mode;
    if (typeof mode !== "object") continue;
    const { magnitude } = finding;
    add(rankMeasure(mode.prefer.rank), mode.prefer.weight * magnitude);
  }
  const ungranted = ungrantedWishes(problem, doctor, rotation);
  doctor.wishes.forEach(({ weight }, at) => add("wishes", weight * (ungranted[at] ?? 0)));
  if (doctor.previous.length > 0) {
    const changes = changesIn(doctor, rotation);
    add("changes-people", Math.min(1, changes.moved));
    add("changes-placements", changes.moved);
    add("changes-units", changes.elsewhere);
  }
  const burden = problem.objective.burden.reduce(
    (sum, { measure, weight }) => sum + weight * (measures.get(measure) ?? 0),
    doctor.carried,
  );
  add("evenness", burden * burden);
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
  const lacking = unitShare(problem, findings);
  const load = loadShare(problem, plan);
  return tiersOf(problem).map((tier, at) => ({
    tier,
    value: (values[at] ?? 0) + (lacking[at] ?? 0) + (load[at] ?? 0),
  }));
}

/** What the load at units costs, by tier; nothing is counted where nothing asks for it. */
export function loadShare(problem: Problem, plan: Plan): number[] {
  const { tiers } = problem.objective;
  const asked = tiers.some(({ terms }) => terms.some(({ measure }) => measure === "load"));
  const load = asked ? loadOf(problem, plan) : 0;
  return shareOf(problem, { measures: new Map([["load", load]]), burden: 0 });
}

/** What units lack, by tier: preferences over all doctors together. */
export function unitShare(problem: Problem, findings: readonly Finding[]): number[] {
  const measures = new Map<Measure, number>();
  for (const { rule, magnitude } of findings) {
    const mode = problem.unitRules.find((setting) => setting.rule === rule)?.mode;
    if (typeof mode !== "object") continue;
    const measure = rankMeasure(mode.prefer.rank);
    measures.set(measure, (measures.get(measure) ?? 0) + mode.prefer.weight * magnitude);
  }
  return shareOf(problem, { measures, burden: 0 });
}

/** Placements that are not where and when they were, and those not at the unit they were at; without a rotation all. */
function changesIn({ previous }: Doctor, rotation: Rotation | undefined) {
  if (rotation === undefined) return { moved: previous.length, elsewhere: previous.length };
  let moved = 0;
  let elsewhere = 0;
  for (const { requirement, unit, from, to } of rotation.placements) {
    const was = previous.find((each) => each.requirement === requirement);
    if (was?.unit !== unit) elsewhere++;
    if (was?.unit !== unit || was.from !== from || was.to !== to) moved++;
  }
  return { moved, elsewhere };
}

/** Which of the doctor's wishes the rotation grants; without a rotation none. */
export function grantedWishes(
  problem: Problem,
  doctor: Doctor,
  rotation: Rotation | undefined,
): readonly boolean[] {
  return ungrantedWishes(problem, doctor, rotation).map((times) => times === 0);
}

/** How often the rotation fails each of the doctor's wishes; without a rotation once. */
function ungrantedWishes(
  problem: Problem,
  doctor: Doctor,
  rotation: Rotation | undefined,
): readonly number[] {
  if (rotation === undefined) return doctor.wishes.map(() => 1);
  const programme = lookup(problem).owed(doctor);
  const given = { problem, doctor, programme, rotation };
  const { placements } = rotation;
  const placementOf = (id: string) => placements.find(({ requirement }) => requirement === id);
  return doctor.wishes.map((wish): number => {
    switch (wish.kind) {
      case "unit":
        // A stay that is not chosen is not at the wrong unit.
        return (placementOf(wish.requirement)?.unit ?? wish.unit) === wish.unit ? 0 : 1;
      case "order": {
        const first = placementOf(wish.first);
        const then = placementOf(wish.then);
        if (then === undefined) return 0;
        return first !== undefined && first.from < then.from ? 0 : 1;
      }
      case "avoid":
        return placements.filter(
          ({ requirement, unit }) =>
            (wish.requirement ?? requirement) === requirement &&
            (wish.unit ?? unit) === unit &&
            (wish.site ?? lookup(problem).unit(unit).site) === lookup(problem).unit(unit).site,
        ).length;
      case "site":
        return placements.filter(
          ({ requirement, unit, from, to }) =>
            (wish.requirement ?? requirement) === requirement &&
            (wish.from === undefined || to > wish.from) &&
            (wish.to === undefined || from < wish.to) &&
            lookup(problem).unit(unit).site !== wish.site,
        ).length;
      case "no-gaps":
        return idleStretches(given).reduce((sum, { magnitude }) => sum + magnitude, 0);
      default:
        return changesOfSite(given).length;
    }
  });
}
