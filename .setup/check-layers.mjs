// The parts know each other in one direction only, and the verifier never meets what it verifies.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";
import { root } from "./processes.mjs";
import { say } from "./say.mjs";

process.chdir(root);
const roots = ["packages", "apps", "benchmarks"].filter((folder) => existsSync(folder));
const problems = [];

const { options } = config;
const { output } = await cruise(
  roots,
  { ...options, ruleSet: { forbidden: config.forbidden }, validate: true },
  options.enhancedResolveOptions,
  { tsConfig: extractTSConfig(options.tsConfig.fileName) },
);
const { modules, summary } = output;

for (const { rule, from, to, cycle } of summary.violations) {
  const comment = config.forbidden.find(({ name }) => name === rule.name)?.comment ?? "";
  const path = cycle ? cycle.map((step) => step.name).join(" → ") : to;
  problems.push(`${from} → ${path}\n    ${rule.name}: ${comment}`);
}
problems.push(...unseenSources(), ...reachedByVerifier(), ...reachedByCertifier(), ...vagueNames());

for (const problem of problems) say(`✗ ${problem}`);
const ours = modules.filter(({ source }) => isSource(source)).length;
say(`${ours} source files, ${problems.length} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;

function isSource(path) {
  return /^(packages|apps|benchmarks)\/(.*\/)?src\/.*\.tsx?$/.test(path);
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "out"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : [path.replaceAll("\\", "/")];
  });
}

/** With a compiler it does not know, the cruiser sees no file at all, and finds no fault. */
function unseenSources() {
  const seen = new Set(modules.map(({ source }) => source));
  const unseen = roots.flatMap(sourceFiles).filter((path) => isSource(path) && !seen.has(path));
  return unseen.map((path) => `${path}\n    not-seen: the check did not look at this file.`);
}

/** What the verifier reaches at runtime, by any path, must share nothing with the formulation. */
function reachedByVerifier() {
  return reached(
    /^packages\/solver\/src\/verify(\/|\.ts$)/,
    /^packages\/(milp\/|solver\/src\/(formulation|lines|compact)(\/|\.ts$))|node_modules\/(highs|javascript-lp-solver)\//,
    "verifier-stands-alone: the verifier shares no code with the formulation; " +
      "it may import types from there, nothing more.",
  );
}

/** What computes bounds again may read the rules' encodings, but nothing of the search or an engine. */
function reachedByCertifier() {
  return reached(
    /^packages\/solver\/src\/certify(\/|\.ts$)/,
    /^packages\/(milp\/|solver\/src\/(lines|compact|thread)(\/|\.ts$))|node_modules\/(highs|javascript-lp-solver)\//,
    "certifier-stands-alone: the checker of bounds shares no code with the search or an engine; " +
      "it may import types from there, nothing more.",
  );
}

/** Paths at runtime from files that match `from` to files that match `to`, with what is wrong about them. */
function reached(from, to, comment) {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const found = [];
  const seen = new Set();
  const follow = (source, path) => {
    if (to.test(source)) found.push([...path, source]);
    if (seen.has(source) || to.test(source)) return;
    seen.add(source);
    for (const dependency of bySource.get(source)?.dependencies ?? []) {
      const isType = dependency.dependencyTypes.includes("type-only");
      if (!isType) follow(dependency.resolved, [...path, source]);
    }
  };
  for (const { source } of modules) {
    if (from.test(source) && !source.endsWith(".test.ts")) follow(source, []);
  }
  return found.map((path) => `${path.join(" → ")}\n    ${comment}`);
}

/** A file named after nothing gathers everything. */
function vagueNames() {
  const vague = /\/(utils?|shared|common|helpers?|misc)(\/|\.ts$)/;
  return modules
    .filter(({ source }) => isSource(source) && vague.test(source))
    .map(({ source }) => `${source}\n    vague-name: name it after what it is about.`);
}
