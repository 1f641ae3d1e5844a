/** Reads the repository's fixtures, for tests of any package. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of fixtures. */
export type FixtureFolder = "tiny" | "infeasible" | "invalid" | "typical";

/** What is expected of a fixture; see fixtures/README.md. */
export interface Expected {
  readonly status: "optimal" | "infeasible";
  /** A tier left out is not known yet. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly provedBy: readonly string[];
  /** What the reason must at least say; of rules exactly these. */
  readonly reason?: { readonly kind: string; readonly rules?: readonly string[] };
  /** What the best plan disregards, breaks by rule; exactly these, where it is said. */
  readonly told?: Readonly<Record<string, number>>;
  readonly note: string;
}

const ROOT = join(import.meta.dirname, "../../../../fixtures");
const PROBLEM = ".problem.json";

/** The names of a folder's problems, sorted. */
export function fixtureNames(folder: FixtureFolder): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(PROBLEM))
    .map((file) => file.slice(0, -PROBLEM.length))
    .sort();
}

/** A problem file's text. */
export function fixtureText(folder: FixtureFolder, name: string): string {
  return readFileSync(join(ROOT, folder, name + PROBLEM), "utf8");
}

export function fixtureExpected(folder: Exclude<FixtureFolder, "invalid">, name: string): Expected {
  return JSON.parse(readFileSync(join(ROOT, folder, `${name}.expected.json`), "utf8")) as Expected;
}
