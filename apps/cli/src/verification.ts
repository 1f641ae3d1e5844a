/** A plan file against its problem: read, re-checked from files alone, or refused with every reason. */
import { type Finding, PlanDocument, planHash, readPlan, type VerifiedPlan } from "@placera/domain";
import type { Language } from "@placera/reports";
import { InvalidInput } from "./failures.ts";
import type { ProblemSource } from "./inputs/read-problem.ts";
import { falseClaims } from "./plan-claims.ts";

export type Checked =
  | { readonly ok: true; readonly document: PlanDocument; readonly verified: VerifiedPlan }
  | {
      readonly ok: false;
      readonly violations: readonly { readonly finding: Finding; readonly sentence: string }[];
    };

/** Checks the plan written in `value`; `file` is named in complaints. */
export async function checkPlan(
  { problem }: ProblemSource,
  value: unknown,
  file: string,
  language: Language,
): Promise<Checked> {
  const read = PlanDocument.safeParse(value);
  if (!read.success) {
    const detail = read.error.issues
      .slice(0, 3)
      .map(({ path, message }) => `${path.join(".")}: ${message}`)
      .join("; ");
    throw new InvalidInput({ file, issues: [{ code: "not-a-plan", detail }] });
  }
  const document = read.data;
  const { certificate } = document;
  if (certificate.problemHash !== problem.hash) {
    const detail = `${brief(certificate.problemHash)}, ${brief(problem.hash)}`;
    throw new InvalidInput({ file, issues: [{ code: "plan-of-other-problem", detail }] });
  }
  const plan = readPlan(document.rotations);
  if (certificate.planHash !== planHash(plan)) {
    throw new InvalidInput({
      file,
      issues: [{ code: "plan-says-otherwise", detail: "certificate.planHash" }],
    });
  }
  const { describeFinding, verifyPlan } = await import("@placera/solver");
  const verification = verifyPlan(problem, plan);
  if (verification.ok) {
    const { verified } = verification;
    const detail = falseClaims(problem, document, verified).join(", ");
    if (detail !== "") {
      throw new InvalidInput({ file, issues: [{ code: "plan-says-otherwise", detail }] });
    }
    return { ok: true, document, verified };
  }
  const violations = verification.violations.map((finding) => ({
    finding,
    sentence: describeFinding(finding, language, problem),
  }));
  return { ok: false, violations };
}

export const brief = (hash: string): string => hash.replace(/^sha256-/, "").slice(0, 12);
