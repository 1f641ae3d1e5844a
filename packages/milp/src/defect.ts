/** A defect is our own bug, never the user's and never the weather's: it carries a code and the evidence. */

/** Why a `Defect` was thrown. Codes are the contract; sentences may change. */
export type DefectCode =
  | "model-bad-number"
  | "model-crossed-bounds"
  | "model-duplicate-name"
  | "model-empty-name"
  | "model-empty-row"
  | "model-finished"
  | "model-unknown-variable"
  | "engine-bad-params"
  | "engine-lied"
  | "linear-program-bad-input"
  | "linear-program-disposed";

/** Thrown when this code, or an engine it trusts, is wrong. Retrying does not help. */
export class Defect extends Error {
  readonly code: DefectCode;
  /** What is wrong, without the code. */
  readonly sentence: string;
  /** Plain data that lets a developer reproduce it. */
  readonly evidence: unknown;

  constructor(code: DefectCode, sentence: string, evidence?: unknown) {
    super(`${code}: ${sentence}`);
    this.name = "Defect";
    this.code = code;
    this.sentence = sentence;
    this.evidence = evidence;
  }
}
