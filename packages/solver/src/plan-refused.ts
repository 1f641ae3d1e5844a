/** The verifier refused a plan that the solver made: our defect, never the planner's. */
import type { Finding } from "@placera/domain";

export class PlanRefused extends Error {
  readonly code = "plan-refused";
  readonly violations: readonly Finding[];

  constructor(violations: readonly Finding[]) {
    const rules = [...new Set(violations.map(({ rule }) => rule))].join(", ");
    super(
      `plan-refused: the solver made a plan that breaks ${rules}; this is a defect of Placera; ` +
        "please report it with the problem file and the seed",
    );
    this.name = "PlanRefused";
    this.violations = violations;
  }
}
