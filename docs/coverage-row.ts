/** A row of what a scheduler must be able to express, and what here expresses it. */
import type { RuleId } from "../packages/domain/src/index.ts";

/** Issues that will bring what is missing, by title. */
export type Issue = "All of AT and BT" | "Explanations" | "Dimensioning";

export interface CoverageRow {
  readonly row: string;
  readonly asks: string;
  readonly class: string;
  /** Exactly the rules whose `expresses` names the row. */
  readonly rules?: readonly RuleId[];
  /** Keys of a problem file: `doctors.percentage`. */
  readonly inputs?: readonly string[];
  /** Problems in fixtures/ in which it is in force. */
  readonly fixtures?: readonly string[];
  readonly notYet?: { readonly what: string; readonly issue: Issue };
}

/** A row, or a part of it, that cannot be expressed yet. */
export const later = (
  what: string,
  issue: Issue = "All of AT and BT",
): Required<Pick<CoverageRow, "notYet">> => ({ notYet: { what, issue } });
