/** VerifiedPlan → the compliance sheet: each rule that asks something of a doctor, and where it is met. */
import {
  type Doctor,
  type DoctorCompliance,
  type Evidence,
  type Finding,
  lookup,
  type Problem,
  type Rotation,
  type RuleCompliance,
  type RuleSetting,
  type VerifiedPlan,
} from "@placera/domain";
import { describeFinding } from "../rules/break-text.ts";
import { RULES, ruleOf } from "../rules/index.ts";

/** The sheets of all doctors, in the order of the problem; rules in the order they are stated. */
export function complianceOf(problem: Problem, verified: VerifiedPlan): DoctorCompliance[] {
  const rotations = new Map(verified.plan.rotations.map((each) => [each.doctor, each]));
  return problem.doctors.map((doctor) => {
    const rotation = rotations.get(doctor.id);
    return {
      doctor: doctor.id,
      placed: rotation !== undefined,
      rules: rotation === undefined ? [] : rulesMet(problem, doctor, rotation, verified.findings),
      setAside: problem.overrides
        .filter(({ programme }) => programme === doctor.programme)
        .map((override) => ({ ...override, statement: ruleOf(override.rule).statement })),
    };
  });
}

const PLACE = new Map(RULES.map(({ id }, at) => [id, at]));

function rulesMet(
  problem: Problem,
  doctor: Doctor,
  rotation: Rotation,
  findings: readonly Finding[],
): RuleCompliance[] {
  const { rules } = lookup(problem).owed(doctor);
  const place = ({ rule }: RuleSetting): number => PLACE.get(rule) ?? 0;
  return [...rules, ...problem.unitRules]
    .sort((a, b) => place(a) - place(b))
    .flatMap((setting): RuleCompliance[] => {
      const evidence = evidenceOf(problem, doctor, rotation, setting);
      const broken = findings.filter(
        (each) =>
          each.rule === setting.rule &&
          each.class === setting.class &&
          each.doctors.includes(doctor.id),
      );
      if (evidence === undefined && broken.length === 0) return [];
      return [
        {
          setting,
          statement: ruleOf(setting.rule).statement,
          status: broken.length === 0 ? "met" : "disregarded",
          evidence: evidence ?? [],
          breaks: broken.map((each) => ({
            sv: describeFinding(each, "sv", problem),
            en: describeFinding(each, "en", problem),
          })),
        },
      ];
    });
}

/** Undefined where the rule asks nothing of the doctor. */
function evidenceOf(
  problem: Problem,
  doctor: Doctor,
  rotation: Rotation,
  setting: RuleSetting,
): readonly Evidence[] | undefined {
  const rule = ruleOf(setting.rule);
  const given = {
    problem,
    doctor,
    programme: lookup(problem).owed(doctor),
    rotation,
  };
  if (rule.met === undefined) return [];
  return rule.family === "doctor" ? rule.met(given, setting.params) : rule.met(given);
}
