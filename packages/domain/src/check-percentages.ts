/** Nobody works less than the rule part-time asks: named before any solve, with doctor and dates. */
import type { ProblemInput } from "./problem-input.ts";
import type { Path, Report } from "./problem-issue.ts";
import type { ResolvedRules } from "./resolve-rules.ts";

/** Says which doctors work less than their programme's least share of full time, and when. */
export function checkPercentages(input: ProblemInput, rules: ResolvedRules, report: Report): void {
  const programmes = new Map(input.intakes.map(({ id, programme }) => [id, programme]));
  input.doctors.forEach(({ id, programme, intake, percentage }, at) => {
    const settings = rules.programmes.get(programme ?? programmes.get(intake ?? "") ?? "") ?? [];
    const least = settings.flatMap((each) =>
      each.rule === "part-time" ? [each.params.least] : [],
    )[0];
    if (least === undefined) return;
    const path: Path = ["doctors", at, "percentage"];
    const { from, to } = input.calendar;
    const steps = Array.isArray(percentage)
      ? percentage.map((step, s) => ({ ...step, path: [...path, s, "percentage"] }))
      : [{ from, percentage, path }];
    steps.forEach((step, s) => {
      if (step.percentage >= least) return;
      const until = steps[s + 1]?.from ?? to;
      const params = { doctor: id, rule: "part-time", percentage: step.percentage, least };
      report({
        code: "percentage-too-low",
        path: step.path,
        params: { ...params, from: step.from, to: until },
      });
    });
  });
}
