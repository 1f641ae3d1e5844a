/**
 * The people file: the names behind the pseudonyms. It stays on the machine that writes the
 * outputs; neither queue nor solver ever sees it.
 */
import type { DoctorId, ProblemIssue, ProblemIssueCode } from "@placera/domain";

/** Doctor id → name. */
export type People = ReadonlyMap<DoctorId, string>;

export type PeopleResult =
  | { readonly ok: true; readonly people: People }
  | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

type Keys = Readonly<Record<string, unknown>>;

/** Parses `{"schemaVersion": 1, "people": {"<doctor id>": {"name": "Åsa Öberg"}}}`. */
export function parsePeopleText(text: string): PeopleResult {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return { ok: false, issues: [{ code: "not-json", path: [], params: { detail } }] };
  }
  return parsePeople(value);
}

/** Parses people; an unknown key is an issue. */
export function parsePeople(value: unknown): PeopleResult {
  const issues: ProblemIssue[] = [];
  const report = (code: ProblemIssueCode, path: ProblemIssue["path"], params = {}) =>
    issues.push({ code, path, params });
  const people = new Map<DoctorId, string>();

  const readKeys = (each: unknown, path: ProblemIssue["path"], known?: readonly string[]): Keys => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) {
      report(each === undefined ? "missing" : "wrong-type", path, { expected: "object" });
      return {};
    }
    for (const key of Object.keys(each)) {
      if (known !== undefined && !known.includes(key)) report("unknown-key", [...path, key], { key });
    }
    return each as Keys;
  };

  const file = readKeys(value, [], ["schemaVersion", "people"]);
  if (issues.length > 0 && Object.keys(file).length === 0) return { ok: false, issues };
  if (file["schemaVersion"] !== 1) report("unknown-schema-version", ["schemaVersion"], { known: 1 });
  for (const [doctor, person] of Object.entries(readKeys(file["people"], ["people"]))) {
    const path = ["people", doctor];
    const before = issues.length;
    const { name } = readKeys(person, path, ["name"]);
    if (typeof name === "string" && name.trim() !== "" && name.length <= 200) {
      people.set(doctor, name.trim().normalize("NFC"));
    } else if (name === undefined) {
      if (issues.length === before) report("missing", [...path, "name"], { expected: "string" });
    } else if (typeof name !== "string") {
      report("wrong-type", [...path, "name"], { expected: "string" });
    } else {
      report("bad-value", [...path, "name"], { detail: "1 to 200 characters" });
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, people };
}
