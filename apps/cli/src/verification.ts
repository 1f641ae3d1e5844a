/** A plan file against its problem, from the files alone; what is wrong with it, in words. */
import type { CertifiedTier, PlanDocument, VerifiedPlan } from "@placera/domain";
import type { Language } from "@placera/reports";
import type { PlanIssue } from "./file-issue.ts";
import type { ProblemSource } from "./inputs/read-problem.ts";

export type Checked =
  | {
      readonly ok: true;
      readonly document: PlanDocument;
      readonly verified: VerifiedPlan;
      /** By tier, how much of its bound was seen here, and what rests on an engine. */
      readonly certified: readonly CertifiedTier[];
    }
  | { readonly ok: false; readonly issues: readonly PlanIssue[] };

/** Everything that is wrong with the file, then every rule that the plan breaks. */
export async function checkPlan(
  { problem }: ProblemSource,
  value: unknown,
  language: Language,
): Promise<Checked> {
  const { certifyDocument, describeFinding } = await import("@placera/solver");
  const verification = certifyDocument(problem, value);
  if (verification.ok) return verification;
  const { faults, violations } = verification;
  const issues = [
    ...faults.map(({ code, params, text }) => ({ code, params, sentence: text[language] })),
    ...violations.map((finding) => ({
      code: finding.rule,
      params: finding.params,
      doctors: finding.doctors,
      sentence: describeFinding(finding, language, problem),
    })),
  ];
  return { ok: false, issues };
}

export const brief = (hash: string): string => hash.replace(/^sha256-/, "").slice(0, 12);
