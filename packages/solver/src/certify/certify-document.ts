/** A plan file against its problem, from the files alone: all that `verifyDocument` checks, and its bounds. */
import type { CertifiedTier, Problem } from "@placera/domain";
import { type DocumentFault, documentFault } from "../verify/document-fault.ts";
import { type DocumentVerification, verifyDocument } from "../verify/verify-document.ts";
import { certifyBounds } from "./certify-bounds.ts";

export type DocumentCertification =
  | (Extract<DocumentVerification, { readonly ok: true }> & {
      /** By tier, what was seen of its bound. */
      readonly certified: readonly CertifiedTier[];
    })
  | Extract<DocumentVerification, { readonly ok: false }>;

/**
 * Verifies a plan file and computes its bounds again from the prices in it. A file without prices
 * passes: its bounds are then the engine's alone, and `certified` tells how far they can be seen
 * without. It does not throw, but for `BoundContradicted`.
 */
export function certifyDocument(problem: Problem, value: unknown): DocumentCertification {
  const verification = verifyDocument(problem, value);
  if (!verification.ok) return verification;
  const { proofs, tiers } = verification.document.certificate;
  const computed = certifyBounds(problem, verification.verified, proofs ?? []);
  if (!computed.ok) return { ok: false, faults: [computed.fault], violations: [] };
  const certified = computed.tiers;
  const faults = tiers.flatMap(({ tier, bound: stated }, k): DocumentFault[] => {
    const counted = certified[k]?.withEngine ?? 0;
    if (proofs === undefined || stated <= counted) return [];
    return [documentFault("bound-not-shown", { tier, stated, counted })];
  });
  if (faults.length > 0) return { ok: false, faults, violations: [] };
  return { ...verification, certified };
}
