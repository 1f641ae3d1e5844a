// Everything CI asks of a change, in order. Both `pnpm check` and `npm test` run this list.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atEnd, isStopping, root, run, tool } from "./processes.mjs";
import { say, step } from "./say.mjs";
import { countTests } from "./test-totals.mjs";

const fromSource = (script, ...args) => [
  tool("tsx"),
  "--conditions=@placera/source",
  script,
  ...args,
];

const steps = [
  { name: "format and lint", command: [tool("biome"), "check", "."], fix: "pnpm fix" },
  { name: "promises and switches", command: [tool("eslint"), "."], fix: "pnpm lint" },
  { name: "types", command: [tool("tsc"), "-b"], fix: "pnpm typecheck" },
  { name: "layers", command: ["node", ".setup/check-layers.mjs"], fix: "pnpm layers" },
  { name: "unused code and libraries", command: [tool("knip")], fix: "pnpm knip" },
  {
    name: "generated files",
    command: fromSource("docs/generate.ts", "--check"),
    fix: "pnpm generate, then commit what changed",
  },
  { name: "tests", isTests: true, fix: "pnpm with-redis vitest run <part of the file's name>" },
  {
    name: "benchmark smoke",
    command: fromSource("benchmarks/src/main.ts", "--smoke"),
    fix: "pnpm bench --smoke",
    keepOutput: "bench-smoke.txt",
  },
];

/** Runs every step, also after a failure, and answers with the totals. */
export async function check(redisEnv) {
  const env = { ...redisEnv, NO_COLOR: "1" };
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for (const each of steps) {
    if (isStopping()) break;
    const outcome = each.isTests ? await runTests(each, env) : await runStep(each, env);
    totals.passed += outcome.passed ?? 0;
    totals.failed += outcome.failed;
    totals.skipped += outcome.skipped ?? 0;
    if (outcome.failed > 0 && !isStopping()) {
      failures.push(each);
      say(indent(outcome.output));
    }
  }
  for (const { name, fix } of failures) say(`${name} failed. Look into it with: ${fix}`);
  return totals;
}

async function runStep({ name, command, keepOutput }, env) {
  const outcome = await timed(name, () => run(command[0], command.slice(1), { env }));
  if (keepOutput) {
    mkdirSync(join(root, "out"), { recursive: true });
    writeFileSync(join(root, "out", keepOutput), outcome.output);
  }
  return { failed: outcome.code === 0 ? 0 : 1, output: outcome.output };
}

async function runTests({ name }, env) {
  const folder = mkdtempSync(join(tmpdir(), "placera-tests-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  let totals;
  const { output } = await timed(name, async () => {
    const outcome = await run(tool("vitest"), ["run", ...reporters], { env });
    totals = countTests(readOr(file, ""), outcome.code);
    return { ...outcome, code: totals.failed, note: totals.note };
  });
  return { ...totals, output: totals.reason ? `${output}\n${totals.reason}` : output };
}

/** A step that fails shows as failed, but does not end the list. */
async function timed(name, work) {
  let outcome;
  try {
    await step(name, async () => {
      outcome = await work();
      if (outcome.code !== 0) throw outcome;
      return outcome.note;
    });
  } catch (thrown) {
    if (thrown !== outcome) throw thrown;
  }
  return outcome;
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}

const indent = (text) => `\n${text.trim().replace(/^/gm, "    ")}\n`;
