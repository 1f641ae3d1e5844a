/** The one template of rule tests: a tiny problem, plans the rule allows, plans it forbids. */
import { type Finding, lookup, type Plan, type Problem, type RuleId } from "@placera/domain";
import { describe, expect, it } from "vitest";
import { describeFinding } from "../break-text.ts";
import { ruleOf } from "../index.ts";
import type { SharedBreak } from "../rule.ts";
import { readPlanNotation } from "./plan-notation.ts";
import { type TinyProblem, tinyProblem } from "./tiny-problem.ts";

/** A plan in the notation of plan-notation.ts; or as data, where the notation cannot say it. */
type Written = string | ((problem: Problem) => Plan);

interface Examples {
  readonly given: TinyProblem;
  /** Each with what it shows. */
  readonly allows: Readonly<Record<string, Written>>;
  readonly forbids: Readonly<
    Record<string, { readonly plan: Written; readonly magnitude: number }>
  >;
}

/** Runs the examples of one rule; more than once where it needs more than one problem. */
export function describeRule(id: RuleId, { given, allows, forbids }: Examples): void {
  const problem = tinyProblem(given);
  const planOf = (written: Written): Plan =>
    typeof written === "string" ? readPlanNotation(problem, written) : written(problem);

  describe(id, () => {
    it("is stated in both languages and as mathematics", () => {
      const { statement, mathematics } = ruleOf(id);
      expect(statement.sv).toMatch(/^[A-ZÅÄÖ].*\.$/);
      expect(statement.en).toMatch(/^[A-Z].*\.$/);
      expect(mathematics).not.toBe("");
    });

    it.each(Object.entries(allows))("allows %s", (_, written) => {
      expect(breaksOf(problem, id, planOf(written))).toEqual([]);
    });

    expect(Object.keys(forbids)).not.toEqual([]);
    it.each(Object.entries(forbids))("forbids %s", (_, { plan, magnitude }) => {
      const breaks = breaksOf(problem, id, planOf(plan));
      expect(breaks.reduce((sum, each) => sum + each.magnitude, 0)).toBe(magnitude);
      for (const each of breaks) {
        expect(Number.isInteger(each.magnitude) && each.magnitude >= 1).toBe(true);
        const finding: Finding = { rule: id, class: "local", kind: "broken", params: {}, ...each };
        for (const language of ["sv", "en"] as const) {
          expect(describeFinding(finding, language, problem)).toMatch(/^[^{}?]+\.$/);
        }
      }
    });
  });
}

/** What the rule finds in a plan, in force as the problem has it. */
function breaksOf(problem: Problem, id: RuleId, plan: Plan): SharedBreak[] {
  const rule = ruleOf(id);
  if (rule.family !== "doctor") {
    const setting = problem.unitRules.find((each) => each.rule === id);
    if (setting === undefined) throw new Error(`${id} is not in force.`);
    return [...rule.check(problem, plan, setting.params)];
  }
  return plan.rotations.flatMap((rotation) => {
    const doctor = lookup(problem).doctor(rotation.doctor);
    const programme = lookup(problem).owed(doctor);
    const setting = programme.rules.find((each) => each.rule === id);
    if (setting === undefined) throw new Error(`${id} is not in force for ${doctor.id}.`);
    return rule
      .check({ problem, doctor, programme, rotation }, setting.params)
      .map((each) => ({ ...each, doctors: [doctor.id] }));
  });
}
