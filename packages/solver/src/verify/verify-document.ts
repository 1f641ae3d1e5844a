/** A plan file against its problem, from the files alone: what it says of itself is all re-checked. */
import {
  canonicalJson,
  type Finding,
  PlanDocument,
  type Problem,
  planHash,
  readPlan,
  type VerifiedPlan,
} from "@placera/domain";
import { checkReasons } from "./check-reasons.ts";
import { type DocumentFault, documentFault } from "./document-fault.ts";
import { verifyPlan } from "./verify-plan.ts";

type Certificate = PlanDocument["certificate"];

export type DocumentVerification =
  | { readonly ok: true; readonly document: PlanDocument; readonly verified: VerifiedPlan }
  | {
      readonly ok: false;
      readonly faults: readonly DocumentFault[];
      /** What the plan breaks, where it is the plan that is wrong. */
      readonly violations: readonly Finding[];
    };

/** Verifies a plan file, or says everything that is wrong with it. It does not throw. */
export function verifyDocument(problem: Problem, value: unknown): DocumentVerification {
  const read = PlanDocument.safeParse(value);
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: "" };
    const detail = [path.join("."), message].filter((part) => part !== "").join(": ");
    return { ok: false, faults: [documentFault("not-a-plan", { detail })], violations: [] };
  }
  const document = read.data;
  const { certificate } = document;
  if (certificate.problemHash !== problem.hash) {
    const params = { stated: certificate.problemHash, counted: problem.hash };
    // A plan is judged by the packs of its time: which they were is said even so.
    const faults = [documentFault("other-problem", params), ...checkPacks(problem, certificate)];
    return { ok: false, faults, violations: [] };
  }
  const plan = readPlan(document.rotations, document.supervision);
  const changed =
    planHash(plan) === certificate.planHash
      ? []
      : [documentFault("plan-changed", { stated: certificate.planHash })];
  if (problem.supervisors.length > 0 && plan.supervision === undefined) {
    return {
      ok: false,
      faults: [...changed, documentFault("supervision-missing")],
      violations: [],
    };
  }
  const verification = verifyPlan(problem, plan);
  if (!verification.ok) {
    const { violations } = verification;
    const invalid = documentFault("plan-invalid", { count: violations.length });
    return { ok: false, faults: [...changed, invalid], violations };
  }
  const { verified } = verification;
  const unplaced = new Set(verified.unplaced);
  const faults = [
    ...changed,
    ...checkRules(problem, certificate),
    ...checkLists(document, verified),
    ...checkTiers(certificate, verified),
    ...checkReasons(problem, document.unplaced, unplaced),
  ];
  if (faults.length > 0) return { ok: false, faults, violations: [] };
  return { ok: true, document, verified };
}

/** Which rules, and which laws set aside. */
function checkRules(problem: Problem, certificate: Certificate): DocumentFault[] {
  const { overrides } = certificate;
  return [
    ...checkPacks(problem, certificate),
    ...(sameItems(overrides, problem.overrides) ? [] : [documentFault("overrides-differ")]),
  ];
}

/** Which rule packs; a local one with other contents is another pack. */
function checkPacks(problem: Problem, { rulePacks }: Certificate): DocumentFault[] {
  const [stated, counted] = [rulePacks.join(", "), problem.rulePacks.join(", ")];
  return stated === counted ? [] : [documentFault("rule-packs-differ", { stated, counted })];
}

/** Who is unplaced, and what was disregarded. */
function checkLists({ unplaced, findings }: PlanDocument, verified: VerifiedPlan): DocumentFault[] {
  const named = unplaced.map(({ doctor }) => doctor);
  const disregarded = verified.findings.map(({ rule, class: of, magnitude, doctors, params }) => ({
    rule,
    class: of,
    magnitude,
    doctors,
    params,
  }));
  const difference = { stated: named.join(", "), counted: verified.unplaced.join(", ") };
  return [
    ...(sameItems(named, verified.unplaced) ? [] : [documentFault("unplaced-differ", difference)]),
    ...(sameItems(findings, disregarded) ? [] : [documentFault("findings-differ")]),
  ];
}

/** Values recomputed; bounds below them; proven where they meet; the status that follows. */
function checkTiers({ tiers, status }: Certificate, verified: VerifiedPlan): DocumentFault[] {
  const { score, unplaced } = verified;
  const stated = tiers.map(({ tier }) => tier).join(", ");
  const counted = score.map(({ tier }) => tier).join(", ");
  // A search that was stopped before it knew anything says nothing of tiers.
  const silent = tiers.length === 0 && status === "no-plan-found";
  if (stated !== counted && !silent) return [documentFault("tiers-differ", { stated, counted })];
  const faults = tiers.flatMap(({ tier, value, bound, proven }, at): DocumentFault[] => {
    const own = score[at]?.value ?? 0;
    if (value !== own) {
      return [documentFault("value-differs", { tier, stated: value, counted: own })];
    }
    if (bound > value) {
      return [documentFault("bound-above-value", { tier, stated: bound, counted: value })];
    }
    return proven === (bound === value) ? [] : [documentFault("proven-differs", { tier })];
  });
  const follows = statusOf(tiers, unplaced.length);
  if (status !== follows) {
    faults.push(documentFault("status-differs", { stated: status, counted: follows }));
  }
  return faults;
}

function statusOf(tiers: Certificate["tiers"], unplaced: number): Certificate["status"] {
  if (unplaced > 0) return (tiers[0]?.bound ?? 0) > 0 ? "infeasible" : "no-plan-found";
  return tiers.every(({ proven }) => proven) ? "optimal" : "feasible";
}

/** The same items, in whatever order. */
function sameItems(stated: readonly unknown[], counted: readonly unknown[]): boolean {
  const texts = (items: readonly unknown[]): string => items.map(canonicalJson).sort().join("\n");
  return stated.length === counted.length && texts(stated) === texts(counted);
}
