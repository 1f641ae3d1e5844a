/** What a language must be able to say about a problem file: a sentence for every code. */
import type { ProblemIssueCode } from "../problem-issue.ts";

/** A parameter of an issue in words; one that is not there reads as nothing. */
export type Told = (param: string) => string;

/** The ways in which a value can be bad: parameter `why` of the issue. */
export type BadValue =
  | "too-small"
  | "not-above"
  | "too-big"
  | "empty"
  | "too-long"
  | "too-few"
  | "too-many"
  | "step"
  | "choice"
  | "id"
  | "same";

export interface IssueMessages {
  /** What is wrong and what to write instead; where is said before it. */
  readonly sentences: Readonly<
    Record<Exclude<ProblemIssueCode, "bad-value">, (told: Told) => string>
  >;
  readonly badValue: Readonly<Record<BadValue, (told: Told) => string>>;
  /** Words that parameters hold: types, kinds of things, grids, measures. */
  readonly words: Readonly<Record<string, string>>;
  /** Between alternatives. */
  readonly or: string;
}
