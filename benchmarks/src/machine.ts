/** Which machine and which versions: without them a time says nothing. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
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
  /** With `+` when the packages had changed since. */
  readonly commit: string;
  /** Changes whenever the packages do, committed or not. */
  readonly sources: string;
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
    ...describeSources(),
  };
}

/** Exact versions are pinned in the catalog. */
function libraryVersions(catalog: string): Record<string, string> {
  const version = (name: string) =>
    new RegExp(`^ {2}"?${name}"?: (\\S+)$`, "m").exec(catalog)?.[1] ?? "unknown";
  return Object.fromEntries(LIBRARIES.map((name) => [name, version(name)]));
}

function git(...args: string[]): string {
  const stdio = ["ignore", "pipe", "ignore"] as const;
  try {
    const text = execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: [...stdio] });
    return text.trim();
  } catch {
    return "";
  }
}

function describeSources(): Pick<Machine, "commit" | "sources"> {
  const head = git("rev-parse", "--short", "HEAD");
  if (head === "") return { commit: "unknown", sources: "unknown" };
  const changes = git("diff", "HEAD", "--", "packages");
  const content = git("rev-parse", "HEAD:packages") + changes;
  return {
    commit: `${head}${changes === "" ? "" : "+"}`,
    sources: createHash("sha256").update(content).digest("hex").slice(0, 12),
  };
}
