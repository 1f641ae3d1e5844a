/** What every output is made from: a verified plan, what was proven of it, and who the people are. */
import {
  type CertifiedTier,
  type DoctorId,
  type Lookup,
  lookup,
  type PlanDocument,
  type Problem,
  planHash,
  type VerifiedPlan,
} from "@placera/domain";
import type { People } from "./people.ts";
import { printable } from "./printable.ts";
import { textsIn } from "./texts/index.ts";
import type { Language, Texts } from "./texts/texts.ts";

export interface ReportParts {
  readonly problem: Problem;
  readonly verified: VerifiedPlan;
  /** The plan file of the same plan: reasons, tiers and certificate. */
  readonly document: PlanDocument;
  /** By tier: how far its bound was computed again; left out where nobody did. */
  readonly certified?: readonly CertifiedTier[];
  readonly people?: People | undefined;
  readonly language: Language;
}

export interface Report extends ReportParts {
  readonly texts: Texts;
  readonly find: Lookup;
  /** A doctor's name where the people file has one, else the pseudonym. */
  nameOf(doctor: DoctorId): string;
}

/** Puts the parts together; the plan file must be of the verified plan. */
export function createReport(parts: ReportParts): Report {
  const { problem, verified, document, people } = parts;
  const { certificate } = document;
  if (
    certificate.planHash !== planHash(verified.plan) ||
    certificate.problemHash !== problem.hash
  ) {
    throw new Error("The plan file is not of the verified plan; verify the file that is reported.");
  }
  return {
    ...parts,
    texts: textsIn(parts.language),
    find: lookup(problem),
    nameOf: (doctor) => printable(people?.get(doctor) ?? doctor),
  };
}
