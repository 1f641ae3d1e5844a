/** Every rule in force, on a plan in days: what it breaks and what it disregards. */
import {
  type Finding,
  lookup,
  type Plan,
  type Problem,
  type Rotation,
  type RuleSetting,
} from "@placera/domain";
import { ruleOf } from "../rules/index.ts";
import type { Break } from "../rules/rule.ts";

/** What one doctor's rotation is found to break or disregard, rule by rule. */
export function checkRotation(problem: Problem, rotation: Rotation): Finding[] {
  const doctor = lookup(problem).doctor(rotation.doctor);
  const programme = lookup(problem).owed(doctor);
  const subject = { problem, doctor, programme, rotation };
  const findings: Finding[] = [];
  for (const setting of programme.rules) {
    const rule = ruleOf(setting.rule);
    if (rule.family !== "doctor") continue;
    for (const each of rule.check(subject, setting.params)) {
      findings.push(findingOf(setting, each, [doctor.id]));
    }
  }
  return findings;
}

/** What the doctors' rotations together are found to break. */
export function checkUnits(problem: Problem, plan: Plan): Finding[] {
  return problem.unitRules.flatMap((setting) => {
    const rule = ruleOf(setting.rule);
    if (rule.family === "doctor") return [];
    // The parameters are those of this very rule: both are looked up by its id.
    const breaks = rule.check(problem, plan, setting.params);
    return breaks.map((each) => findingOf(setting, each, each.doctors));
  });
}

function findingOf(
  setting: RuleSetting,
  { magnitude, unit, from, to, params }: Break,
  doctors: Finding["doctors"],
): Finding {
  return {
    rule: setting.rule,
    class: setting.class,
    kind: setting.mode === "must" ? "broken" : "disregarded",
    magnitude,
    doctors,
    ...(unit === undefined ? {} : { unit }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    params: params ?? {},
  };
}
