// Finds a Redis, or starts one: REDIS_URL, a server on the PATH, one from apt, or the built-in one.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Advice, atEnd, root, run, start, stop } from "./processes.mjs";

const howToGetRedis = `  Debian, Ubuntu:  sudo apt-get install redis-server
  Fedora:          sudo dnf install valkey
  macOS:           brew install redis
  Windows:         use WSL (wsl --install), and there apt-get as on Ubuntu
  Docker:          docker run -d -p 127.0.0.1:6379:6379 redis:7 --appendonly yes --maxmemory-policy noeviction
                   and REDIS_URL=redis://127.0.0.1:6379`;

/**
 * Answers with what a child needs: `{ url, kind, note }`, kind being url, server or builtin.
 * `keep`: data stays in `.redis/` of the checkout; else it lives in a temporary folder.
 *
 * PLACERA_REDIS=builtin goes straight to the built-in server; no-apt never installs anything.
 */
export async function ensureRedis({ keep = false } = {}) {
  const wish = process.env.PLACERA_REDIS ?? "";
  if (!["", "builtin", "no-apt"].includes(wish)) {
    throw new Advice(`PLACERA_REDIS is "${wish}"; it may be builtin, no-apt, or left out.`);
  }
  if (process.env.REDIS_URL) return useGiven(process.env.REDIS_URL);
  if (wish === "builtin") return startBuiltin("PLACERA_REDIS=builtin");

  let binary = findServer();
  let reason = "no redis-server or valkey-server on the PATH";
  if (!binary && wish !== "no-apt") {
    const installed = await installWithApt();
    if (installed.ok) binary = findServer();
    else reason += `; ${installed.reason}`;
  }
  return binary ? startServer(binary, keep) : startBuiltin(reason);
}

export const redisEnv = ({ url, kind }) => ({ REDIS_URL: url, PLACERA_REDIS_KIND: kind });

/** Somebody else's: we look whether it answers, and never start, change or stop it. */
async function useGiven(url) {
  if (!URL.canParse(url)) {
    throw new Advice("REDIS_URL is not an address such as redis://127.0.0.1:6379.");
  }
  const address = new URL(url);
  const shown = `${address.hostname}:${address.port || 6379}`;
  if (!(await answers(address.hostname, Number(address.port || 6379)))) {
    throw new Advice(
      `Nothing answers at ${shown}, which REDIS_URL names. Start that Redis,\n` +
        "or unset REDIS_URL to have one started for you.",
    );
  }
  return { url, kind: "url", note: `${shown}, from REDIS_URL` };
}

function findServer() {
  for (const name of ["redis-server", "valkey-server"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return { name, path };
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

async function startServer(binary, keep) {
  const folder = keep ? await claimKeptFolder() : temporaryFolder();
  let output = "";
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const port = await freePort();
    const settings = [
      ...["--port", port, "--bind", "127.0.0.1", "--protected-mode", "yes"],
      ...["--dir", folder.path, "--appendonly", "yes", "--save", "", "--daemonize", "no"],
      ...["--maxmemory-policy", "noeviction"],
    ].map(String);
    const entry = start(binary.path, settings, { stdio: ["ignore", "pipe", "pipe"] });
    output = "";
    for (const stream of [entry.child.stdout, entry.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-4000);
      });
    }
    if (await isReady(entry, port)) {
      if (folder.owned) writeFileSync(folder.owned, JSON.stringify({ port, owner: process.pid }));
      const where = folder.kept ? "data in .redis/" : "data in a temporary folder";
      const note = `${binary.name} on port ${port}, ${where}`;
      return { url: `redis://127.0.0.1:${port}`, kind: "server", note };
    }
    await stop(entry);
  }
  throw new Advice(
    `${binary.path} does not start:\n${output.trim()}\n\n` +
      "Mend that, or set REDIS_URL to a running Redis, or PLACERA_REDIS=builtin to do without.",
  );
}

/** Ready once the server that answers on the port is the one we started. */
async function isReady(entry, port) {
  let over = false;
  void entry.ended.then(() => {
    over = true;
  });
  for (const until = Date.now() + 15_000; !over && Date.now() < until; ) {
    const info = await ask("127.0.0.1", port, "INFO server");
    if (info.includes(`process_id:${entry.child.pid}\r`)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "placera-redis-"));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return { path, kept: false };
}

/** `.redis/` belongs to one server at a time; while another run holds it we keep nothing. */
async function claimKeptFolder() {
  const path = join(root, ".redis");
  const owned = join(path, "owner.json");
  mkdirSync(path, { recursive: true });
  if (existsSync(owned)) {
    const { port, owner } = JSON.parse(readFileSync(owned, "utf8"));
    if (isAlive(owner)) return temporaryFolder();
    await shutDownOrphan(port, path);
  }
  writeFileSync(owned, JSON.stringify({ owner: process.pid }));
  atEnd(() => rmSync(owned, { force: true }));
  return { path, owned, kept: true };
}

/** A run that was killed outright may have left its server behind, with our folder open. */
async function shutDownOrphan(port, path) {
  if (!port) return;
  const answer = await ask("127.0.0.1", port, "CONFIG GET dir");
  if (!answer.includes(path)) return;
  await ask("127.0.0.1", port, "SHUTDOWN");
  for (let i = 0; i < 100 && (await answers("127.0.0.1", port)); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

// The package would start a system service, now and at every boot. Nobody asked for one.
const aptScript = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  printf '#!/bin/sh\\nexit 101\\n' > $policy && chmod +x $policy
  trap 'rm -f $policy' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
options='-o DPkg::Lock::Timeout=60 -o Acquire::http::Timeout=20 -o Acquire::Retries=1'
get() { apt-get $options install -y --no-install-recommends redis-server; }
get || { apt-get $options update && get; } || exit 1
if [ -d /run/systemd/system ]; then systemctl disable redis-server >/dev/null 2>&1 || true; fi
`;

async function installWithApt() {
  const hasApt = process.platform === "linux" && existsSync("/usr/bin/apt-get");
  if (!hasApt) return { ok: false, reason: "no apt-get here to install one" };
  const isRoot = process.getuid() === 0;
  if (!isRoot && (await run("sudo", ["-n", "true"])).code !== 0) {
    return { ok: false, reason: "installing one needs root (sudo asks for a password)" };
  }
  process.stdout.write("  installing redis-server with apt-get, once …\n");
  const [command, ...args] = [...(isRoot ? [] : ["sudo", "-n"]), "sh", "-c", aptScript];
  const { code, output } = await run(command, args, { patient: true });
  if (code === 0) return { ok: true };
  const lastWords = output.trim().split("\n").slice(-2).join(" ");
  return { ok: false, reason: `apt-get could not install one (${lastWords})` };
}

async function startBuiltin(reason) {
  const { createRedisServer } = await import("js-redis-server");
  const builtin = await createRedisServer();
  atEnd(() => builtin.close());
  // It listens on every network; nobody but this machine shall reach it.
  const { server } = builtin.server;
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  process.stderr.write(
    `\n  !! No real Redis (${reason}).\n` +
      "  !! Using a built-in stand-in: slow, in memory only, NOTHING IS KEPT when this ends.\n" +
      `  To get a real one:\n${howToGetRedis.replace(/^/gm, "  ")}\n\n`,
  );
  const note = `built-in, port ${port}, nothing is kept`;
  return { url: `redis://127.0.0.1:${port}`, kind: "builtin", note };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Sends one inline command, answers with what comes back; "" when nobody does. */
function ask(host, port, command) {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ host, port }).setTimeout(2000).setEncoding("utf8");
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => socket.write(`${command}\r\nQUIT\r\n`));
    socket.on("data", (text) => {
      answer += text;
    });
    for (const event of ["close", "error", "timeout"]) socket.once(event, done);
  });
}

/** Any RESP answer will do: a server that wants a password or TLS is still a server. */
async function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port }).setTimeout(5000);
    const done = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => done(true));
    for (const event of ["error", "timeout"]) socket.once(event, () => done(false));
  });
}
