/** Plan → VerifiedPlan: every rule in force re-checked in days and doctors, knowing no variable. */
import type { Finding, Plan, Problem, VerifiedPlan } from "@placera/domain";
import { checkPlanShape } from "./check-plan-shape.ts";
import { checkRotation, checkUnits } from "./check-rules.ts";
import { grantedWishes, scorePlan } from "./score.ts";

export type Verification =
  | { readonly ok: true; readonly verified: VerifiedPlan }
  | { readonly ok: false; readonly violations: readonly Finding[] };

/** Verifies a plan, or says everything that is wrong with it. Whatever the plan, it does not throw. */
export function verifyPlan(problem: Problem, plan: Plan): Verification {
  const misshapen = checkPlanShape(problem, plan);
  if (misshapen.length > 0) return { ok: false, violations: misshapen };
  const findings = [
    ...plan.rotations.flatMap((rotation) => checkRotation(problem, rotation)),
    ...checkUnits(problem, plan),
  ];
  const violations = findings.filter(({ kind }) => kind === "broken");
  if (violations.length > 0) return { ok: false, violations };
  const rotations = new Map(plan.rotations.map((rotation) => [rotation.doctor, rotation]));
  const verified = {
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
  // The one place where a plan becomes verified.
  return { ok: true, verified: verified as unknown as VerifiedPlan };
}
