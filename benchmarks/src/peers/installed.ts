/** Where peers are installed, and what is there. Nothing is installed from here. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ownChild } from "../own-child.ts";
import type { Command, Missing } from "./peer.ts";

/** `pnpm bench:peers-setup` fills it. */
const INSTALLED = fileURLToPath(new URL("../../../.peers/", import.meta.url));
/** Peers in other languages, as sources. */
const SOURCES = fileURLToPath(new URL("../../peers/", import.meta.url));

/** A script of ours for a library from PyPI, in the virtual environment. */
export function pythonPeer(script: string, library: string): Command | Missing {
  const program = `${INSTALLED}python/bin/python`;
  const missing = { missing: `no ${library} in .peers/python; run pnpm bench:peers-setup python` };
  if (!existsSync(program)) return missing;
  const version = say(
    program,
    "-c",
    `import importlib.metadata as m; print(m.version("${library}"))`,
  );
  if (version === undefined) return missing;
  const python = say(program, "--version")?.replace("Python ", "") ?? "unknown";
  return {
    program,
    args: [`${SOURCES}python/${script}.py`],
    versions: { [library]: version, Python: python },
  };
}

/** Our program for Timefold Solver, built with Maven. */
export function timefoldPeer(): Command | Missing {
  const lib = `${INSTALLED}timefold/lib`;
  if (!existsSync(`${INSTALLED}timefold/version`)) {
    return { missing: "no .peers/timefold; run pnpm bench:peers-setup timefold (Java 17, Maven)" };
  }
  const java = say("java", "--version")?.split("\n")[0];
  if (java === undefined) return { missing: "no java (17 or later) on the path" };
  const [version = "unknown"] = [say("cat", `${INSTALLED}timefold/version`)];
  return {
    program: "java",
    args: ["-cp", `${INSTALLED}timefold/classes:${lib}/*`, "placera.peer.Main"],
    versions: { timefold: version, java },
  };
}

/** MiniZinc with the solver of this name. */
export function miniZincPeer(solver: string): Command | Missing {
  const version = /version (\S+)/.exec(say("minizinc", "--version") ?? "")?.[1];
  if (version === undefined) {
    return { missing: "no minizinc on the path; on Debian: apt-get install minizinc" };
  }
  const solvers = say("minizinc", "--solvers") ?? "";
  const found = new RegExp(`${solver} ([\\d.]+)`, "i").exec(solvers)?.[1];
  if (found === undefined) return { missing: `minizinc has no solver named ${solver}` };
  return nodePeer("minizinc-child", { minizinc: version, [solver]: found }, [
    solver,
    `${SOURCES}minizinc/rotations.mzn`,
  ]);
}

/** A child of ours in Node. */
export function nodePeer(
  child: string,
  versions: Command["versions"],
  args: readonly string[],
): Command {
  const { file, execArgv } = ownChild(`./peers/${child}`);
  return { program: process.execPath, args: [...execArgv, file, ...args], versions };
}

/** The version of a library from npm; undefined where it is not installed. */
export function npmVersion(library: string): string | undefined {
  const file = fileURLToPath(
    new URL(`../../node_modules/${library}/package.json`, import.meta.url),
  );
  return existsSync(file) ? say(process.execPath, "-p", `require("${file}").version`) : undefined;
}

/** What a program prints; undefined where it is missing or fails. */
function say(program: string, ...args: string[]): string | undefined {
  try {
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] } as const;
    return execFileSync(program, args, { ...options, stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
