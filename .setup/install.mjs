// Installs the libraries with the pinned pnpm and builds the packages; skips what is up to date.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Advice, root, run } from "./processes.mjs";

const at = (...path) => join(root, ...path);
const stamp = at("node_modules", ".placera-install");
const { packageManager, engines } = JSON.parse(readFileSync(at("package.json"), "utf8"));
const pnpm = packageManager.split("+")[0];

export function checkNode() {
  const wanted = engines.node
    .replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);
  const have = process.versions.node.split(".").map(Number);
  const older = have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < (wanted[1] ?? 0));
  if (older) {
    throw new Advice(
      `Placera needs Node ${wanted.join(".")} or later; this is ${process.versions.node}.\n` +
        "Install a current one from https://nodejs.org (or: nvm install 22) and try again.",
    );
  }
}

export async function install() {
  const fingerprint = currentFingerprint();
  if (isInstalled(fingerprint)) return "unchanged";
  rmSync(stamp, { force: true });
  const flags = ["--frozen-lockfile", "--prefer-offline", "--config.confirmModulesPurge=false"];
  const { code, output } = await run("npx", ["--yes", pnpm, "install", ...flags]);
  if (code !== 0) throw new Advice(`${output.trim()}\n\n${whyInstallFailed(output)}`);
  writeFileSync(stamp, fingerprint);
}

/** The apps run from what is built here; turbo skips what has not changed. */
export async function build() {
  const args = ["--yes", pnpm, "exec", "turbo", "run", "build", "--output-logs=errors-only"];
  const { code, output } = await run("npx", args);
  if (code !== 0) throw new Advice(`${output.trim()}\n\nThe build failed: see the errors above.`);
  return output.includes("FULL TURBO") ? "unchanged" : "";
}

function workspaceFolders() {
  const under = (folder) =>
    existsSync(at(folder)) ? readdirSync(at(folder)).map((name) => join(folder, name)) : [];
  return [...under("packages"), ...under("apps"), "benchmarks"].filter((folder) =>
    existsSync(at(folder, "package.json")),
  );
}

/** Changes whenever an install could come out differently. */
function currentFingerprint() {
  const hash = createHash("sha256");
  hash.update(`${process.platform} ${process.arch} node ${process.versions.modules} ${root}`);
  const manifests = ["", ...workspaceFolders()].map((folder) => join(folder, "package.json"));
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", ...manifests]) {
    hash.update(file).update(readFileSync(at(file)));
  }
  return hash.digest("hex");
}

function isInstalled(fingerprint) {
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint) return false;
  return workspaceFolders().every((folder) => existsSync(at(folder, "node_modules")));
}

function whyInstallFailed(output) {
  if (output.includes("OUTDATED_LOCKFILE")) {
    return `pnpm-lock.yaml lags behind a package.json: run \`npx ${pnpm} install\`, commit the lockfile.`;
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|ECONNRESET/.test(output)) {
    return (
      "The package registry cannot be reached. Check the network; behind a proxy set HTTPS_PROXY,\n" +
      "with a registry of your own: npm config set registry <address>. Then try again."
    );
  }
  if (/EACCES|EPERM|ENOSPC/.test(output)) {
    return "Files could not be written: check the rights on this folder and the free disk space.";
  }
  return "The libraries could not be installed: see above. To begin afresh, remove node_modules.";
}
