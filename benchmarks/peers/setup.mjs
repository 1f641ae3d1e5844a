// Installs what the benchmarks' peers need, in .peers/ and nowhere else. What cannot be had is said and passed over.
// pnpm bench:peers-setup [python] [timefold]
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = fileURLToPath(new URL("../../.peers/", import.meta.url));

const setups = {
  /** OR-tools and HiGHS from PyPI, in a virtual environment. */
  python() {
    const venv = `${installed}python`;
    if (!existsSync(`${venv}/bin/python`)) run("python3", "-m", "venv", venv);
    run(`${venv}/bin/python`, "-m", "pip", "install", "-q", "-r", `${here}python/requirements.txt`);
  },
  /** Timefold Solver from Maven Central, and our program for it. */
  timefold() {
    const pom = `${here}timefold/pom.xml`;
    run("mvn", "-B", "-q", "-f", pom, "compile");
    const version = /<timefold.version>(.*)</.exec(readFileSync(pom, "utf8"))?.[1] ?? "unknown";
    writeFileSync(`${installed}timefold/version`, `${version}\n`);
  },
};

function run(program, ...args) {
  execFileSync(program, args, { stdio: "inherit" });
}

const wanted = process.argv.slice(2).filter((each) => each !== "--");
const names = wanted.length > 0 ? wanted : Object.keys(setups);
const unknown = names.filter((name) => !(name in setups));
if (unknown.length > 0) {
  console.error(
    `There is no setup for ${unknown.join(", ")}; there is ${Object.keys(setups).join(", ")}.`,
  );
  process.exit(2);
}

mkdirSync(installed, { recursive: true });
for (const name of names) {
  try {
    setups[name]();
    console.log(`✓ ${name}`);
  } catch (error) {
    console.log(`✗ ${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
const miniZinc = spawnSync("minizinc", ["--version"]).status === 0;
console.log(
  `${miniZinc ? "✓" : "–"} minizinc${miniZinc ? "" : ": on Debian, apt-get install minizinc"}`,
);
console.log("✓ glpk.js and yalps came with pnpm install");
