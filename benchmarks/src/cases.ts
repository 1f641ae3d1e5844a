/** The problems that are solved: fixtures from their folders, and instances of families. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatPath, type ParseResult, type Problem, parseProblemText } from "@placera/domain";
import { verifyPlan } from "@placera/solver";
import { type Expected, readExpected } from "./expected.ts";
import { type Instance, makeInstance, NoSuchInstance } from "./families.ts";
import { type FamilyChoice, UsageError } from "./options.ts";

export interface Case {
  readonly name: string;
  /** The fixture's folder, or the family. */
  readonly group: string;
  /** The problem file; parsed again in every run's own process. */
  readonly text: string;
  readonly problem: Problem;
  readonly expected: Expected | undefined;
}

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const SUFFIX = ".problem.json";
/** Folders that may be empty without that being a mistake of whoever asks for them. */
const GROUPS = ["tiny", "typical", "infeasible"];

/** Fixtures by folder (`tiny`), by name (`uppsala-at`) or both (`typical/uppsala-at`). */
export function loadFixtures(wanted: readonly string[]): Case[] {
  const files = fixtureFiles();
  const found = wanted.flatMap((want) => {
    const own = files.filter(
      ({ group, name }) => want === group || want === name || want === `${group}/${name}`,
    );
    if (own.length === 0 && !GROUPS.includes(want)) {
      throw new UsageError(`There is no fixture or folder of fixtures named '${want}'.`);
    }
    return own;
  });
  return [...new Set(found)].map(loadFixture);
}

/** The instances of the families asked for. */
export function makeInstances(families: readonly FamilyChoice[]): Case[] {
  return families.flatMap(({ family, doctors, seeds }) =>
    seeds.map((seed): Case => {
      const instance = instanceOf(family, doctors, seed);
      const { name } = instance.file;
      const text = JSON.stringify(instance.file);
      const problem = parsed(name, parseProblemText(text));
      return { name, group: family, text, problem, expected: plantedIn(instance, problem) };
    }),
  );
}

function instanceOf(...[family, doctors, seed]: Parameters<typeof makeInstance>): Instance {
  try {
    return makeInstance(family, doctors, seed);
  } catch (error) {
    if (error instanceof NoSuchInstance) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/**
 * The hidden plan is a plan to reach, of which it is not known that it is best; but how many must be
 * left out is known.
 */
function plantedIn({ hidden, short }: Instance, problem: Problem): Expected {
  const verification = verifyPlan(problem, hidden);
  if (!verification.ok) throw new Error("A family's hidden plan obeys every rule.");
  if (short === 0) {
    const tiers = verification.verified.score.map(({ tier, value }) => ({ tier, value, bound: 0 }));
    return { tiers };
  }
  return { status: "infeasible", tiers: [{ tier: "unplaced", value: short, bound: short }] };
}

interface FixtureFile {
  readonly group: string;
  readonly name: string;
}

function fixtureFiles(): FixtureFile[] {
  const groups = readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return groups.flatMap((group) =>
    readdirSync(`${FIXTURES}/${group}`)
      .filter((file) => file.endsWith(SUFFIX))
      .sort()
      .map((file) => ({ group, name: file.slice(0, -SUFFIX.length) })),
  );
}

function loadFixture({ group, name }: FixtureFile): Case {
  const base = `${FIXTURES}/${group}/${name}`;
  const text = readFileSync(`${base}${SUFFIX}`, "utf8");
  const problem = parsed(name, parseProblemText(text));
  const file = `${base}.expected.json`;
  if (!existsSync(file)) return { name, group, text, problem, expected: undefined };
  try {
    const expected = readExpected(JSON.parse(readFileSync(file, "utf8")), problem);
    return { name, group, text, problem, expected };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${group}/${name}.expected.json: ${why}.`, { cause: error });
  }
}

function parsed(name: string, result: ParseResult): Problem {
  if (result.ok) return result.problem;
  const issues = result.issues.map(({ code, path }) => `${code} at ${formatPath(path)}`);
  throw new UsageError(`${name} is not a problem that can be solved: ${issues.join("; ")}.`);
}
