/** Rules, how they become lines, rows and checks, and the algorithm. */

export { BoundContradicted } from "./certify/bound-contradicted.ts";
export type { DocumentCertification } from "./certify/certify-document.ts";
export { certifyDocument } from "./certify/certify-document.ts";
export type { CompactFormulation } from "./compact/formulation.ts";
export { formulateCompact } from "./compact/formulation.ts";
export { readCompactPlan } from "./compact/solve-compact.ts";
export { channelsOf, leftOut } from "./formulation/channels.ts";
export type { Encoding } from "./formulation/encodings.ts";
export { encodingsOf } from "./formulation/encodings.ts";
export type { DoctorFacts, Stay } from "./formulation/facts.ts";
export { doctorFacts, stayEnds } from "./formulation/facts.ts";
export type { Contradiction } from "./lines/contradictions.ts";
export { contradictionsIn } from "./lines/contradictions.ts";
export { makers } from "./makers.ts";
export { PlanRefused } from "./plan-refused.ts";
export { prepare } from "./prepare.ts";
export { describeFinding } from "./rules/break-text.ts";
export { RULES } from "./rules/index.ts";
export type { LineStep, Rule } from "./rules/rule.ts";
export { solve } from "./solve.ts";
export { nameSupervisors } from "./supervise/name-supervisors.ts";
export { withoutSupervisor } from "./supervise/without-supervisor.ts";
export type {
  Divided,
  Incumbent,
  Rotations,
  RunningSolve,
  SolveListeners,
  SolveModule,
  SolveRequest,
  StopReason,
  ThreadPool,
  ThreadPoolOptions,
  ThreadResult,
} from "./thread/index.ts";

/** Solves on threads of their own, with a host that can stop and limit them. */
export { createThreadPool, GRACE_MS, startSolve } from "./thread/index.ts";
export { roundUpBound } from "./tolerance.ts";
export { complianceOf } from "./verify/compliance.ts";
export type { DocumentFault } from "./verify/document-fault.ts";
export type { DocumentVerification } from "./verify/verify-document.ts";
export { verifyDocument } from "./verify/verify-document.ts";
export { verifyPlan } from "./verify/verify-plan.ts";
