/** Rules, how they become lines, rows and checks, and the algorithm. */

export { formulateCompact } from "./compact/formulation.ts";
export type { CompactFormulation } from "./compact/formulation.ts";
export { PlanRefused } from "./plan-refused.ts";
export { describeFinding } from "./rules/break-text.ts";
export { RULES } from "./rules/index.ts";
export type { Rule } from "./rules/rule.ts";
export { solve } from "./solve.ts";
export { verifyPlan } from "./verify/verify-plan.ts";
