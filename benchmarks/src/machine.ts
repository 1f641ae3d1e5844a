/** Which machine and which versions: without them a time says nothing. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMiB: number;
  readonly platform: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Of the sources, with `+` when they had changed since. */
  readonly commit: string;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LIBRARIES = ["highs", "javascript-lp-solver", "tsx", "typescript"];

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    versions: libraryVersions(readFileSync(`${ROOT}/pnpm-workspace.yaml`, "utf8")),
    commit: commit(),
  };
}

/** Exact versions are pinned in the catalog. */
function libraryVersions(catalog: string): Record<string, string> {
  const version = (name: string) =>
    new RegExp(`^ {2}"?${name}"?: (\\S+)$`, "m").exec(catalog)?.[1] ?? "unknown";
  return Object.fromEntries(LIBRARIES.map((name) => [name, version(name)]));
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "packages").trim() !== "";
    return git("rev-parse", "--short", "HEAD").trim() + (changed ? "+" : "");
  } catch {
    return "unknown";
  }
}
