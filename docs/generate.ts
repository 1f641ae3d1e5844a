/**
 * Writes what is generated from code and committed: the JSON Schema of a problem, the pages of rules
 * and of coverage, the typical fixtures and the local packs. `--check` writes nothing and fails when a committed file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { problemSchema } from "../packages/domain/src/index.ts";
import { LOCAL_PACKS, TYPICAL } from "../packages/domain/src/testing/index.ts";
import { coveragePage } from "./coverage-page.ts";
import { rulesPage } from "./rules-page.ts";

interface Generated {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function typicalFixtures(): Generated[] {
  return Object.entries(TYPICAL).flatMap(([name, drawUp]) => {
    const { problem, people } = drawUp();
    return [
      { path: `fixtures/typical/${name}.problem.json`, text: json(problem) },
      { path: `fixtures/typical/${name}.people.json`, text: json(people) },
    ];
  });
}

const localPacks = (): Generated[] =>
  Object.entries(LOCAL_PACKS).map(([name, pack]) => ({
    path: `fixtures/packs/${name}.pack.json`,
    text: json(pack),
  }));

const root = join(import.meta.dirname, "..");
const generated: readonly Generated[] = [
  { path: "docs/problem.schema.json", text: json(problemSchema()) },
  { path: "docs/rules.md", text: rulesPage() },
  { path: "docs/coverage.md", text: coveragePage() },
  ...typicalFixtures(),
  ...localPacks(),
];

const committed = (path: string): string | undefined => {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return undefined;
  }
};

const changed = generated.filter(({ path, text }) => committed(path) !== text);
if (process.argv.includes("--check")) {
  for (const { path } of changed) {
    console.error(`${path} is not what the code generates. Run "pnpm generate" and commit it.`);
  }
  process.exitCode = changed.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}
