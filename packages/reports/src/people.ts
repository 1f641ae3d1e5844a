/**
 * The people file: the names behind the pseudonyms. It stays on the machine that writes the
 * outputs; neither queue nor solver ever sees it.
 */
import type { DoctorId, ProblemIssue, ProblemIssueCode, SupervisorId } from "@placera/domain";

/** Id of a doctor or supervisor → name. */
export type People = ReadonlyMap<DoctorId | SupervisorId, string>;

export type PeopleResult =
  | { readonly ok: true; readonly people: People }
  | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

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

const LONGEST_NAME = 200;

/** Parses people; an unknown key is an issue. */
export function parsePeople(value: unknown): PeopleResult {
  const issues: ProblemIssue[] = [];
  const report: Report = (code, path, params = {}) => issues.push({ code, path, params });
  const people = new Map<DoctorId | SupervisorId, string>();
  const file = readObject(value, [], report);
  if (file !== undefined) {
    refuseOtherKeys(file, ["schemaVersion", "people"], [], report);
    const version = file["schemaVersion"];
    if (version !== 1) {
      report("unknown-schema-version", ["schemaVersion"], { known: 1, value: String(version) });
    }
    const persons = readObject(file["people"], ["people"], report) ?? {};
    for (const [doctor, person] of Object.entries(persons)) {
      const name = readName(person, ["people", doctor], report);
      if (name !== undefined) people.set(doctor, name);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, people };
}

type Path = ProblemIssue["path"];
type Report = (code: ProblemIssueCode, path: Path, params?: ProblemIssue["params"]) => void;
type Keys = Readonly<Record<string, unknown>>;

function readName(person: unknown, path: Path, report: Report): string | undefined {
  const keys = readObject(person, path, report);
  if (keys === undefined) return undefined;
  refuseOtherKeys(keys, ["name"], path, report);
  const here = [...path, "name"];
  const name = keys["name"];
  if (typeof name !== "string") {
    if (name === undefined) report("missing", here, { expected: "string" });
    else report("wrong-type", here, { expected: "string", found: typeOf(name) });
    return undefined;
  }
  const trimmed = name.trim().normalize("NFC");
  if (trimmed === "") report("bad-value", here, { why: "empty", value: name });
  else if (trimmed.length > LONGEST_NAME) {
    report("bad-value", here, {
      why: "too-long",
      value: trimmed.slice(0, 20),
      limit: LONGEST_NAME,
    });
  }
  return trimmed;
}

function readObject(value: unknown, path: Path, report: Report): Keys | undefined {
  if (typeOf(value) === "object") return value as Keys;
  if (value === undefined) report("missing", path, { expected: "object" });
  else report("wrong-type", path, { expected: "object", found: typeOf(value) });
  return undefined;
}

function refuseOtherKeys(keys: Keys, known: readonly string[], path: Path, report: Report): void {
  for (const key of Object.keys(keys)) {
    if (!known.includes(key)) report("unknown-key", [...path, key], { key, nearest: "" });
  }
}

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
