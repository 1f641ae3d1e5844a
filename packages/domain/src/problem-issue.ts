/** Everything that can be wrong with a problem file: a code, where, and what; prose is in messages/. */

/** Codes are the contract; sentences are not. Each has a fixture `invalid/<code>.problem.json`. */
export const PROBLEM_ISSUE_CODES = [
  "not-json",
  "too-large",
  "unknown-key",
  "missing",
  "wrong-type",
  "bad-value",
  "bad-date",
  "unknown-schema-version",
  "empty-calendar",
  "calendar-too-long",
  "date-off-grid",
  "outside-calendar",
  "span-reversed",
  "spans-overlap",
  "duration-off-grid",
  "length-reversed",
  "duplicate-id",
  "unknown-reference",
  "section-cycle",
  "seats-out-of-order",
  "start-missing",
  "start-twice",
  "programme-missing",
  "intake-of-other-programme",
  "region-of-other-site",
  "order-incomplete",
  "group-impossible",
  "short-placement-impossible",
  "after-cycle",
  "wish-of-other-section",
  "percentage-too-low",
  "fixed-contradiction",
  "forbids-everything",
  "credit-of-nothing",
  "history-impossible",
  "nothing-left",
  "already-done",
  "not-eligible",
  "goal-nowhere",
  "no-exam-in-time",
  "rule-unknown",
  "rule-not-preferable",
  "rule-not-switchable",
  "rule-only-preferable",
  "rule-only-reported",
  "rule-not-reported",
  "rule-params",
  "rule-without-effect",
  "law-switched-off",
  "pack-not-valid",
  "minutes-missing",
  "measure-twice",
] as const;
export type ProblemIssueCode = (typeof PROBLEM_ISSUE_CODES)[number];

/** A place in a problem file, as keys and indices from the root. */
export type Path = readonly (string | number)[];

export interface ProblemIssue {
  readonly code: ProblemIssueCode;
  readonly path: Path;
  /** What the sentence needs: ids, values, limits. Never a person's name. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** `doctors[3].wishes[0].unit`; `$` for the root. */
export function formatPath(path: Path): string {
  if (path.length === 0) return "$";
  return path
    .map((key, at) => (typeof key === "number" ? `[${key}]` : at === 0 ? key : `.${key}`))
    .join("");
}

/** Takes issues as they are found. */
export type Report = (issue: ProblemIssue) => void;

const SECTIONS_OF_FILE = [
  "schemaVersion",
  "name",
  "calendar",
  "sections",
  "regions",
  "sites",
  "units",
  "rulePacks",
  "localPacks",
  "rules",
  "programmes",
  "intakes",
  "doctors",
  "supervisors",
  "previousPlan",
  "objective",
];

/** Issues as one reads the file: by its sections, then by position. */
export function inOrderOfFile(issues: readonly ProblemIssue[]): ProblemIssue[] {
  const place = ({ path }: ProblemIssue) => SECTIONS_OF_FILE.indexOf(String(path[0]));
  const position = ({ path }: ProblemIssue) => (typeof path[1] === "number" ? path[1] : -1);
  return [...issues].sort((a, b) => place(a) - place(b) || position(a) - position(b));
}
