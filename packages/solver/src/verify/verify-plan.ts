/** Plan → VerifiedPlan: every rule in force re-checked in days and doctors, knowing no variable. */
import type { DoctorId, Finding, Plan, Problem, Rotation, VerifiedPlan } from "@placera/domain";
import { createShapeCheck } from "./check-plan-shape.ts";
import { checkRotation, checkUnits } from "./check-rules.ts";
import { isSameRotation } from "./same-rotation.ts";
import { grantedWishes, scorePlan } from "./score.ts";

export type Verification =
  | { readonly ok: true; readonly verified: VerifiedPlan }
  | { readonly ok: false; readonly violations: readonly Finding[] };

/** Verifies a plan, or says everything that is wrong with it. Whatever the plan, it does not throw. */
export function verifyPlan(problem: Problem, plan: Plan): Verification {
  return createVerifier(problem).verify(plan);
}

/** Verifies one plan of a problem after another. */
export interface Verifier {
  /** As `verifyPlan` does. */
  verify(plan: Plan): Verification;
  /** Asks the doctors' rules of rotations that a later plan is likely to have; what they find shows there. */
  lookAhead(plan: Plan): void;
}

/**
 * What a doctor's rules found in her rotation holds for as long as she has the same: it is not looked
 * for anew.
 */
export function createVerifier(problem: Problem): Verifier {
  const misshapenIn = createShapeCheck(problem);
  const known = new Map<DoctorId, CheckedRotation>();
  let last: VerifiedPlan | undefined;
  const check = (rotation: Rotation): readonly Finding[] => {
    const before = known.get(rotation.doctor);
    if (before !== undefined && isSameRotation(before.rotation, rotation)) return before.findings;
    const findings = checkRotation(problem, rotation);
    known.set(rotation.doctor, { rotation, findings });
    return findings;
  };
  const verify = (plan: Plan): Verification => {
    if (last !== undefined && isSamePlan(last.plan, plan)) return { ok: true, verified: last };
    const misshapen = misshapenIn(plan);
    if (misshapen.length > 0) return { ok: false, violations: misshapen };
    const findings = [...plan.rotations.flatMap(check), ...checkUnits(problem, plan)];
    const violations = findings.filter(({ kind }) => kind === "broken");
    if (violations.length > 0) return { ok: false, violations };
    last = verified(problem, plan, findings);
    return { ok: true, verified: last };
  };
  return {
    verify,
    lookAhead(plan) {
      if (misshapenIn(plan).length === 0) plan.rotations.forEach(check);
    },
  };
}

/** A rotation, and what the rules that are about one doctor found in it. */
interface CheckedRotation {
  readonly rotation: Rotation;
  readonly findings: readonly Finding[];
}

/** The same rotations, and nobody named to supervise in either. */
function isSamePlan(a: Plan, b: Plan): boolean {
  return (
    a.supervision === undefined &&
    b.supervision === undefined &&
    a.rotations.length === b.rotations.length &&
    a.rotations.every((rotation, at) => {
      const other = b.rotations[at];
      return other !== undefined && isSameRotation(rotation, other);
    })
  );
}

/** The one place where a plan becomes verified: nothing in it is broken. */
function verified(problem: Problem, plan: Plan, findings: readonly Finding[]): VerifiedPlan {
  const rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
  const made = {
    plan,
    unplaced: problem.doctors.filter(({ id }) => !rotations.has(id)).map(({ id }) => id),
    findings,
    score: scorePlan(problem, plan, findings),
    wishes: problem.doctors
      .filter(({ wishes }) => wishes.length > 0)
      .map((doctor) => ({
        doctor: doctor.id,
        granted: grantedWishes(problem, doctor, rotations.get(doctor.id)),
      })),
  };
  return made as unknown as VerifiedPlan;
}
